"""What reasoning rests on must hold together: site keys, weights, rival roots, clues' words and what tells apart."""

from __future__ import annotations

import networkx as nx

from atlas.dataset.segment_graph import reaching_roots, root_bits, segment_graph
from atlas.dataset.tables import TARGETS
from atlas.dataset.validation import rule

SIGNED = {"muscle", "reflex", "territory"}
"""The kinds of finding that a clue can soften."""


@rule
def site_keys_are_their_own(dataset):
    holders: dict[str, str] = {}
    for site in dataset["sites"].values():
        key = site.site_key or site.id
        holder = holders.setdefault(key, site.id)
        if holder != site.id:
            right = "give each site a key of its own"
            yield dataset.records["sites"][site.id].problem("site_key", f"'{key}' is also the key of '{holder}'", right)


@rule
def a_site_on_the_nerves_names_its_nodes(dataset):
    for site in dataset["sites"].values():
        if (site.standing == "off-graph") == bool(site.on):
            wrong = "off-graph, but nodes stand here" if site.on else f"{site.standing}, but no node stands here"
            right = "a site on the nerves names segments or roots; one off the graph names none"
            yield dataset.records["sites"][site.id].problem("on", wrong, right)


@rule
def a_weight_lies_between_its_limits(dataset):
    for row in dataset["weights"].values():
        if not row.low <= row.value <= row.high:
            wrong = f"{row.value:g} is not from {row.low:g} to {row.high:g}"
            yield dataset.records["weights"][row.id].problem(
                "value", wrong, "write low, value and high in rising order"
            )


@rule
def rival_roots_can_arrive(dataset):
    graph, bits = segment_graph(dataset), root_bits(dataset)
    if not nx.is_directed_acyclic_graph(graph):  # which another rule reports
        return
    up = reaching_roots(graph, bits)
    arrives: dict[str, int] = {}
    for innervation in dataset["innervation"].values():
        admitted = sum(bits.get(root, 0) for root in innervation.roots) if innervation.roots else -1
        arrives[innervation.target] = arrives.get(innervation.target, 0) | (up.get(innervation.branch, 0) & admitted)
    for key, row in dataset["rival_roots"].items():
        record = dataset.records["rival_roots"][key]
        for root in row.roots:
            if root in bits and not arrives.get(row.target, 0) & bits[root]:
                wrong = f"no branch of '{row.target}' carries {root}"
                yield record.problem("roots", wrong, "correct the roots, or the branches in anatomy/innervation.csv")
        for root in set(row.main_roots) - set(row.roots):
            right = "a main root must stand in the column roots too"
            yield record.problem("main_roots", f"'{root}' is not among its roots", right)


@rule
def a_clue_can_be_met_and_softens_a_kind(dataset):
    for row in dataset["clues"].values():
        record = dataset.records["clues"][row.id]
        if not row.phrases:
            yield record.problem("phrases", "no phrase stands here", "write at least one, in plain words")
        for kind in sorted(set(row.softens) - SIGNED):
            yield record.problem(
                "softens", f"'{kind}' is no kind of finding", f"it is one of {', '.join(sorted(SIGNED))}"
            )


@rule
def a_wording_means_several_of_one_kind(dataset):
    for row in dataset["wordings"].values():
        tables = {table for table in TARGETS for target in row.means if target in dataset[table]}
        if len(tables) > 1 or not row.means:
            wrong = f"these stand in {' and '.join(sorted(tables))}" if tables else "nothing stands here"
            right = "name muscles only, skin only or reflexes only"
            yield dataset.records["wordings"][row.said].problem("means", wrong, right)


@rule
def what_tells_apart_has_two_sides(dataset):
    for key, row in dataset["discriminators"].items():
        record = dataset.records["discriminators"][key]
        if row.a == row.b:
            yield record.problem("b", f"'{row.b}' is on both sides", "name two different places or conditions")
        if (row.b, row.a, row.finding) in dataset["discriminators"]:
            yield record.problem("finding", "the same pair stands the other way round", "keep one of the two rows")
        for column in ("a_takes", "b_takes"):
            if getattr(row, column) and not row.targets:
                right = "name the muscles, skin or reflexes in endings, or leave this empty"
                yield record.problem(column, "no ending is named that could be taken", right)
