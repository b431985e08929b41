"""The article holds every claim it should, says why where it puts one otherwise, and lights what can be lit."""

from __future__ import annotations

from atlas.facts.rules import rule

KINDS_OF_LIGHT = ("select", "lesion", "pair")
LAYERS = ("dermatomes", "nerves")
SHOWS = ("nerves", "bones", "sites", "labels", "zones")
"""What the page can show of the skin, and lay over it."""


@rule
def every_claim_of_the_article_is_held(facts):
    held = {number for passage in facts["article"].values() for number in passage.claims}
    for number in facts["seed_claims"]:
        if number not in held:
            right = "name it in the column claims of the passage it belongs to"
            yield facts.records["seed_claims"][number].problem("number", f"no passage holds claim {number}", right)


@rule
def what_is_put_otherwise_says_how(facts):
    for number, claim in facts["seed_claims"].items():
        if (claim.verdict == "correct") == bool(claim.here):
            wrong = f"the verdict is '{claim.verdict}'"
            right = "say here how it is put instead, or leave it empty where the claim is correct"
            yield facts.records["seed_claims"][number].problem("here", wrong, right)


@rule
def sections_stand_together(facts):
    before, seen = None, set()
    for id_, passage in facts["article"].items():
        record = facts.records["article"][id_]
        opens = passage.section != before
        if opens and passage.section in seen:
            right = "put its passages one after the other"
            yield record.problem("section", f"the section '{passage.section}' stands in two places", right)
        elif opens != bool(passage.heading):
            right = "the first passage of a section has its heading, and no other"
            yield record.problem("heading", "a heading is missing or too many", right)
        before = passage.section
        seen.add(passage.section)


def _places(facts, id_: str) -> int:
    """In how many places a thing can sit."""
    sites, row = facts["sites"], facts["conditions"].get(id_)
    named = row.sites if row else (id_,) if id_ in sites else ()
    return sum(bool(site in sites and sites[site].on) for site in named) if row or id_ in sites else 1


@rule
def a_passage_lights_what_can_be_lit(facts):
    for id_, passage in facts["article"].items():
        record = facts.records["article"][id_]
        kinds = [kind for kind in KINDS_OF_LIGHT if getattr(passage, kind)]
        if len(kinds) > 1:
            right = "keep one of them; two passages can show two things"
            yield record.problem(kinds[1], f"it lights {' and '.join(kinds)}", right)
        if passage.lesion and _places(facts, passage.lesion) != 1:
            yield record.problem("lesion", f"'{passage.lesion}' is not one place on the nerves", "name one site")
        if passage.pair and (len(set(passage.pair)) != 2 or not all(_places(facts, one) for one in passage.pair)):
            yield record.problem("pair", "a pair is two places on the nerves", "name two, separated by ';'")


@rule
def figures_can_show_what_is_asked(facts):
    for id_, passage in facts["article"].items():
        for column, asked, known in (("layer", passage.layer, LAYERS), ("show", passage.show, SHOWS)):
            for one in (asked,) if isinstance(asked, str) else asked:
                if one and one not in known:
                    record = facts.records["article"][id_]
                    yield record.problem(column, f"'{one}' cannot be shown", f"it should be {' or '.join(known)}")


@rule
def a_table_has_its_headings(facts):
    held = {row.passage for row in facts["side_by_side"].values()}
    for id_, passage in facts["article"].items():
        heads = (passage.caption, passage.corner, passage.first, passage.second)
        if {bool(head) for head in heads} != {id_ in held}:
            right = "fill in all four for a passage with rows in side_by_side.csv, and none for any other"
            record = facts.records["article"][id_]
            yield record.problem("caption", "headings and rows of a table belong together", right)
