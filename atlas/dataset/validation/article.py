"""The article holds every claim it should, and says why where it puts one otherwise."""

from __future__ import annotations

from atlas.dataset.validation import rule


@rule
def every_claim_of_the_article_is_held(dataset):
    held = {number for passage in dataset["article"].values() for number in passage.claims}
    for number in dataset["article_claims"]:
        if number not in held:
            right = "name it in the column claims of the passage it belongs to"
            yield dataset.records["article_claims"][number].problem("number", f"no passage holds claim {number}", right)


@rule
def what_is_put_otherwise_says_how(dataset):
    for number, claim in dataset["article_claims"].items():
        if (claim.verdict == "correct") == bool(claim.here):
            wrong = f"the verdict is '{claim.verdict}'"
            right = "say here how it is put instead, or leave it empty where the claim is correct"
            yield dataset.records["article_claims"][number].problem("here", wrong, right)


@rule
def sections_stand_together(dataset):
    before, seen = None, set()
    for id_, passage in dataset["article"].items():
        record = dataset.records["article"][id_]
        opens = passage.section != before
        if opens and passage.section in seen:
            right = "put its passages one after the other"
            yield record.problem("section", f"the section '{passage.section}' stands in two places", right)
        elif opens != bool(passage.heading):
            right = "the first passage of a section has its heading, and no other"
            yield record.problem("heading", "a heading is missing or too many", right)
        before = passage.section
        seen.add(passage.section)


@rule
def a_table_has_its_headings(dataset):
    held = {row.passage for row in dataset["side_by_side"].values()}
    for id_, passage in dataset["article"].items():
        heads = (passage.caption, passage.corner, passage.first, passage.second)
        if {bool(head) for head in heads} != {id_ in held}:
            right = "fill in all four for a passage with rows in teaching/side_by_side.csv, and none for any other"
            record = dataset.records["article"][id_]
            yield record.problem("caption", "headings and rows of a table belong together", right)
