"""What reasoning rests on must hold together: site keys, weights, rival roots, clues' words and what tells apart."""

from __future__ import annotations

import networkx as nx

from atlas.facts.rules import rule
from atlas.facts.skeleton import arriving, root_bits, wiring
from atlas.facts.tables import ENDINGS

SIGNED = {"muscle", "reflex", "territory"}
"""The kinds of finding that a clue can soften."""


@rule
def site_keys_are_their_own(facts):
    holders: dict[str, str] = {}
    for site in facts["sites"].values():
        key = site.site_key or site.id
        holder = holders.setdefault(key, site.id)
        if holder != site.id:
            right = "give each site a key of its own"
            yield facts.records["sites"][site.id].problem("site_key", f"'{key}' is also the key of '{holder}'", right)


@rule
def a_site_on_the_nerves_names_its_nodes(facts):
    for site in facts["sites"].values():
        if (site.standing == "off-graph") == bool(site.on):
            wrong = "off-graph, but nodes stand here" if site.on else f"{site.standing}, but no node stands here"
            right = "a site on the nerves names segments or roots; one off the graph names none"
            yield facts.records["sites"][site.id].problem("on", wrong, right)


@rule
def a_weight_lies_between_its_limits(facts):
    for row in facts["weights"].values():
        if not row.low <= row.value <= row.high:
            wrong = f"{row.value:g} is not from {row.low:g} to {row.high:g}"
            yield facts.records["weights"][row.id].problem("value", wrong, "write low, value and high in rising order")


@rule
def rival_roots_can_arrive(facts):
    graph, bits = wiring(facts), root_bits(facts)
    if not nx.is_directed_acyclic_graph(graph):  # which another rule reports
        return
    up = arriving(graph, bits)
    arrives: dict[str, int] = {}
    for supply in facts["supply"].values():
        admitted = sum(bits.get(root, 0) for root in supply.roots) if supply.roots else -1
        arrives[supply.ending] = arrives.get(supply.ending, 0) | (up.get(supply.branch, 0) & admitted)
    for key, row in facts["rival_roots"].items():
        record = facts.records["rival_roots"][key]
        for root in row.roots:
            if root in bits and not arrives.get(row.ending, 0) & bits[root]:
                wrong = f"no branch of '{row.ending}' carries {root}"
                yield record.problem("roots", wrong, "correct the roots, or the branches in supply.csv")
        for root in set(row.main_roots) - set(row.roots):
            right = "a main root must stand in the column roots too"
            yield record.problem("main_roots", f"'{root}' is not among its roots", right)


@rule
def a_clue_can_be_met_and_softens_a_kind(facts):
    for row in facts["clues"].values():
        record = facts.records["clues"][row.id]
        if not row.phrases:
            yield record.problem("phrases", "no phrase stands here", "write at least one, in plain words")
        for kind in sorted(set(row.softens) - SIGNED):
            yield record.problem(
                "softens", f"'{kind}' is no kind of finding", f"it is one of {', '.join(sorted(SIGNED))}"
            )


@rule
def a_wording_means_several_of_one_kind(facts):
    for row in facts["wordings"].values():
        tables = {table for table in ENDINGS for ending in row.means if ending in facts[table]}
        if len(tables) > 1 or not row.means:
            wrong = f"these stand in {' and '.join(sorted(tables))}" if tables else "nothing stands here"
            right = "name muscles only, skin only or reflexes only"
            yield facts.records["wordings"][row.said].problem("means", wrong, right)


@rule
def what_tells_apart_has_two_sides(facts):
    for key, row in facts["discriminators"].items():
        record = facts.records["discriminators"][key]
        if row.a == row.b:
            yield record.problem("b", f"'{row.b}' is on both sides", "name two different places or conditions")
        if (row.b, row.a, row.finding) in facts["discriminators"]:
            yield record.problem("finding", "the same pair stands the other way round", "keep one of the two rows")
        for column in ("a_takes", "b_takes"):
            if getattr(row, column) and not row.endings:
                right = "name the muscles, skin or reflexes in endings, or leave this empty"
                yield record.problem(column, "no ending is named that could be taken", right)
