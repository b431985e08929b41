"""The article covers every claim, explains where it differs from the claim, and its sections are contiguous."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.validation import rule


@rule
def every_claim_is_in_a_passage(dataset: Dataset) -> Iterator[Problem]:
    covered = {number for passage in dataset.article.values() for number in passage.claims}
    for number in dataset.article_claims:
        if number not in covered:
            right = "name it in the column claims of the passage that covers it"
            record = dataset.records["article_claims"][number]
            yield record.problem("number", f"no passage covers claim {number}", right)


@rule
def a_claim_that_is_not_correct_is_reworded(dataset: Dataset) -> Iterator[Problem]:
    for number, claim in dataset.article_claims.items():
        if (claim.verdict == "correct") == bool(claim.here):
            wrong = f"the verdict is '{claim.verdict}'"
            right = "write what the atlas says instead, or leave it empty if the claim is correct"
            yield dataset.records["article_claims"][number].problem("here", wrong, right)


@rule
def sections_are_contiguous(dataset: Dataset) -> Iterator[Problem]:
    before, seen = None, set()
    for id_, passage in dataset.article.items():
        record = dataset.records["article"][id_]
        is_first = passage.section != before
        if is_first and passage.section in seen:
            wrong = f"the section '{passage.section}' appears in two places"
            yield record.problem("section", wrong, "put its passages one after the other")
        elif is_first != bool(passage.heading):
            wrong = "the heading is missing" if is_first else "only the first passage of a section has a heading"
            yield record.problem("heading", wrong, "give a heading to the first passage of each section, and no other")
        before = passage.section
        seen.add(passage.section)


@rule
def a_table_has_headings(dataset: Dataset) -> Iterator[Problem]:
    with_table = {row.passage for row in dataset.side_by_side.values()}
    for id_, passage in dataset.article.items():
        headings = (passage.caption, passage.corner, passage.first, passage.second)
        if {bool(heading) for heading in headings} != {id_ in with_table}:
            wrong = "the caption and headings do not match the rows of a table"
            right = "fill in all four for a passage with rows in teaching/side_by_side.csv, and none for any other"
            yield dataset.records["article"][id_].problem("caption", wrong, right)
