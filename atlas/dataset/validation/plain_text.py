"""Plain texts are easy to read and explain their hard words, no text has a banned phrase, and red flags come first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from atlas.dataset.csv_reader import Record
from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import STRINGS_FILE, table_file
from atlas.dataset.problems import Problem
from atlas.dataset.readability import grade, hard_words, longest
from atlas.dataset.tables.plain_text import PARTS, BannedPhrase, PlainText
from atlas.dataset.translation.texts import cells
from atlas.dataset.validation import rule

EASY, HARDEST = 6.0, 8.0
"""The reading grade that a card must not exceed without a reason, and the grade that it must never exceed."""
LONGEST = 20
"""The number of words of the longest sentence in plain words."""
FLAGS = PARTS[-1]
QUOTED = {("everyday", "said"), ("wordings", "said"), ("article_claims", "claim")}
"""Columns that quote other people. No other text may contain a banned phrase."""


class PlainCard(NamedTuple):
    """A text in plain words. `reason`: why it needs a higher reading grade than usual."""

    record: Record
    column: str
    text: str
    reason: str = ""


def plain_cards(dataset: Dataset) -> Iterator[PlainCard]:
    """Everything written in plain words; the parts of a card are one text."""
    cards: dict[str, list[tuple[Record, PlainText]]] = defaultdict(list)
    for key, row in dataset.plain_text.items():
        cards[row.of].append((dataset.records["plain_text"][key], row))
    for rows in cards.values():
        reason = next((row.reason for _, row in rows if row.reason), "")
        yield PlainCard(rows[0][0], "text", " ".join(row.text for _, row in rows), reason)
    yield from _plain_texts(dataset)


def _plain_texts(dataset: Dataset) -> Iterator[PlainCard]:
    records = dataset.records
    for id_, passage in dataset.article.items():
        yield PlainCard(records["article"][id_], "plain", passage.plain)
    for root, story in dataset.stories.items():
        yield PlainCard(records["stories"][root], "first", " ".join(story.sentences))
    for id_, pose in dataset.poses.items():
        yield PlainCard(records["poses"][id_], "shows", f"{pose.shows} {pose.weak}")
    for moment, frame in dataset.pose_frames.items():
        yield PlainCard(records["pose_frames"][moment], "says", frame.says)
    for id_, flag in dataset.red_flags.items():
        yield PlainCard(records["red_flags"][id_], "plain", flag.plain)
    for id_, joint in dataset.supplied_joints.items():
        yield PlainCard(records["supplied_joints"][id_], "plain", joint.plain)
    for id_, reason in dataset.map_reasons.items():
        yield PlainCard(records["map_reasons"][id_], "plain", reason.plain)
    for id_, finding in dataset.pain_findings.items():
        yield PlainCard(records["pain_findings"][id_], "plain", finding.plain)
    for key, step in dataset.tour_steps.items():
        yield PlainCard(records["tour_steps"][key], "plain", step.plain)
    for id_, tour in dataset.tours.items():
        yield PlainCard(records["tours"][id_], "describe", tour.describe)
    for id_, study in dataset.studies.items():
        yield PlainCard(records["studies"][id_], "plain", study.plain)
    for id_, pitfall in dataset.study_pitfalls.items():
        yield PlainCard(records["study_pitfalls"][id_], "plain", pitfall.plain)
    for id_, test in dataset.exam_tests.items():
        yield PlainCard(records["exam_tests"][id_], "plain", test.plain)
    for term, row in dataset.glossary.items():
        yield PlainCard(records["glossary"][term], "meaning", row.meaning)


@rule
def plain_texts_are_easy_to_read(dataset: Dataset) -> Iterator[Problem]:
    for record, column, text, reason in plain_cards(dataset):
        found = round(grade(text), 1)
        if found > HARDEST or (found > EASY and not reason):
            right = f"use shorter words and sentences, to grade {EASY:g}; with a reason, to at most {HARDEST:g}"
            yield record.problem(column, f"the reading grade of the text is {found:g}", right)


@rule
def plain_sentences_are_short(dataset: Dataset) -> Iterator[Problem]:
    parts = (PlainCard(dataset.records["plain_text"][key], "text", row.text) for key, row in dataset.plain_text.items())
    for record, column, text, _ in (*parts, *_plain_texts(dataset)):
        if (found := longest(text)) > LONGEST:
            yield record.problem(column, f"a sentence has {found} words", f"make two sentences, of at most {LONGEST}")


def glossary_pattern(dataset: Dataset) -> re.Pattern[str] | None:
    """Matches every form of every word that the glossary explains; longer forms win."""
    forms = sorted({form for row in dataset.glossary.values() for form in row.forms}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.I) if forms else None


@rule
def hard_words_are_explained(dataset: Dataset) -> Iterator[Problem]:
    glossary = glossary_pattern(dataset)
    forms = {form.casefold() for row in dataset.glossary.values() for form in row.forms}
    known = forms | dataset.known_words.keys()

    def unknown(text: str) -> list[str]:
        return [word for word in hard_words(text) if word.removesuffix("'s").removesuffix("’s") not in known]

    for record, column, text, _ in plain_cards(dataset):
        # The pattern of the glossary is slow. It is needed only for words that a form of several words explains.
        if column == "meaning" or not unknown(text):
            continue
        for word in unknown(glossary.sub(" ", text) if glossary else text):
            right = f"write a plainer word, or explain it in {table_file('glossary')}"
            yield record.problem(column, f"'{word}' is a hard word without an explanation", right)


def _banned_in(dataset: Dataset, texts: Iterable[str]) -> list[tuple[re.Pattern[str], BannedPhrase]]:
    """The banned phrases that may occur in one of the texts; almost always none.

    One search in a long lower-case text is several times faster than thousands of case-insensitive searches.
    """
    everything = "\n".join(texts).lower()
    found = []
    for row in dataset.banned.values():
        is_lower_case = row.phrase == row.phrase.lower()
        try:
            if not is_lower_case or re.search(row.phrase, everything, re.M):
                found.append((re.compile(row.phrase, re.I), row))
        except re.error:  # `banned_phrases_are_patterns` reports it
            continue
    return found


@rule
def no_text_has_a_banned_phrase(dataset: Dataset) -> Iterator[Problem]:
    own = [cell for cell in cells(dataset) if (cell[0], cell[2]) not in QUOTED]
    for pattern, banned in _banned_in(dataset, (text.english for _, _, _, text in own)):
        for table, key, column, text in own:
            if match := pattern.search(text.english):
                wrong = f"'{match.group()}' is banned: {banned.why}"
                yield dataset.records[table][key].problem(column, wrong, banned.instead)


@rule
def no_interface_text_has_a_banned_phrase(dataset: Dataset) -> Iterator[Problem]:
    path = dataset.folder / STRINGS_FILE
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    for pattern, banned in _banned_in(dataset, lines):
        for number, line in enumerate(lines, 1):
            key, _, text = line.partition(":")
            if match := pattern.search(text):
                wrong = f"'{match.group()}' is banned: {banned.why}"
                yield Problem(STRINGS_FILE, number, len(key) + 2 + match.start(), wrong, banned.instead)


@rule
def banned_phrases_are_patterns(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.banned.items():
        try:
            re.compile(row.phrase)
        except re.error as error:
            wrong = f"the regular expression is broken ({error})"
            yield dataset.records["banned"][key].problem("phrase", wrong, "correct the regular expression")


@rule
def red_flags_come_first(dataset: Dataset) -> Iterator[Problem]:
    """Wherever there is plain text there are red flags, an emergency first, and each condition has its own."""
    if not dataset.plain_text:
        return
    flags = sorted(dataset.red_flags.values(), key=lambda flag: flag.order)
    if not flags or flags[0].urgency != "now" or not flags[0].condition:
        records = dataset.records
        record = records["red_flags"][flags[0].id] if flags else next(iter(records["plain_text"].values()))
        wrong = "the red flags are missing, or do not start with the emergency"
        right = f"put an emergency with its condition first in {table_file('red_flags')}"
        yield record.problem("order", wrong, right)
    described = {of for of, _ in dataset.plain_text}
    flagged = {of for of, part in dataset.plain_text if part == FLAGS}
    for id_, condition in dataset.conditions.items():
        if condition.red_flags and id_ in described - flagged:
            right = f"add a row with the part '{FLAGS}' to {table_file('plain_text')}"
            yield dataset.records["conditions"][id_].problem(
                "red_flags", "there are no red flags in plain words", right
            )
