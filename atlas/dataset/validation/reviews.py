"""A review names a row that exists, a language that the data have, and a day that has been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables import TABLES
from atlas.dataset.translation.locales import ENGLISH, languages
from atlas.dataset.validation import rule


def _keys(dataset: Dataset, table: str) -> list[str]:
    return [key if isinstance(key, str) else "|".join(key) for key in dataset[table]]


@rule
def a_reviewed_row_exists(dataset: Dataset) -> Iterator[Problem]:
    for key, review in dataset.reviews.items():
        record = dataset.records["reviews"][key]
        if review.table not in TABLES:
            right = did_you_mean(review.table, TABLES, "name a table")
            yield record.problem("table", f"there is no table '{review.table}'", right)
        elif review.row not in (known := _keys(dataset, review.table)):
            right = did_you_mean(review.row, known, "name the key of a row, its parts joined by |")
            yield record.problem("row", f"'{review.row}' is not in {review.table}", right)


@rule
def a_reviewed_language_exists(dataset: Dataset) -> Iterator[Problem]:
    known = languages(dataset.folder)
    for key, review in dataset.reviews.items():
        if review.language and (review.language not in known or review.language == ENGLISH):
            right = "leave it empty for English, or name a language with a catalogue"
            wrong = f"'{review.language}' is not the language of a translation"
            yield dataset.records["reviews"][key].problem("language", wrong, right)


@rule
def a_review_has_been(dataset: Dataset) -> Iterator[Problem]:
    # east of Greenwich it may be tomorrow already
    latest = datetime.now(UTC).date() + timedelta(days=1)
    for key, review in dataset.reviews.items():
        record = dataset.records["reviews"][key]
        try:
            day = date.fromisoformat(review.date)
        except ValueError:
            yield record.problem("date", f"there is no day '{review.date}'", "write the day of the review")
            continue
        if day > latest:
            yield record.problem("date", f"'{review.date}' is in the future", "write the day of the review")
