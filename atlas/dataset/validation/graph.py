"""The nerves must form pathways: no cycle, no loose segment, and every target reached by the roots it names."""

from __future__ import annotations

import networkx as nx

from atlas.dataset.segment_graph import reaching_roots, root_bits, segment_graph
from atlas.dataset.tables import TARGETS
from atlas.dataset.validation import rule


def _sound(graph: nx.DiGraph) -> bool:
    return nx.is_directed_acyclic_graph(graph)


@rule
def no_cycle(dataset):
    graph = segment_graph(dataset)
    if not _sound(graph):
        loop = [edge[0] for edge in nx.find_cycle(graph)]
        record = dataset.records["segments"][loop[0]]
        shown = " → ".join([*loop, loop[0]])
        yield record.problem(
            "from", f"these segments run in a circle: {shown}", "a segment comes from what is proximal to it"
        )


@rule
def every_segment_starts_at_a_root_and_leads_somewhere(dataset):
    graph = segment_graph(dataset)
    if not _sound(graph):
        return
    up = reaching_roots(graph, root_bits(dataset))
    supplied = {innervation.branch for innervation in dataset["innervation"].values()}
    for id_ in dataset["segments"]:
        record = dataset.records["segments"][id_]
        if not up[id_]:
            yield record.problem("from", f"no root reaches '{id_}'", "trace it back to at least one root")
        if id_ not in supplied and not any(n in supplied for n in nx.descendants(graph, id_)):
            right = "let a segment continue it, or a row of innervation end on it"
            yield record.problem("id", f"'{id_}' leads nowhere", right)


@rule
def every_ending_is_supplied(dataset):
    main = {innervation.target for innervation in dataset["innervation"].values() if innervation.role == "main"}
    for table in TARGETS:
        for id_ in dataset[table]:
            if id_ not in main:
                right = "add a row to anatomy/innervation.csv with role main"
                yield dataset.records[table][id_].problem("id", f"no branch supplies '{id_}'", right)


@rule
def every_ending_is_reached_by_its_roots(dataset):
    graph = segment_graph(dataset)
    if not _sound(graph):
        return
    bits = root_bits(dataset)
    up = reaching_roots(graph, bits)
    brought: dict[str, int] = {}
    for innervation in dataset["innervation"].values():
        admitted = sum(bits.get(root, 0) for root in innervation.roots) if innervation.roots else -1
        brought[innervation.target] = brought.get(innervation.target, 0) | (up.get(innervation.branch, 0) & admitted)
    claims = [(t, key, row, key) for t in ("muscles", "reflexes") for key, row in dataset[t].items()]
    claims += [("dermatomes", key, row, row.territory) for key, row in dataset["dermatomes"].items()]
    for table, key, row, target in claims:
        for root in row.roots:
            if root in bits and not brought.get(target, 0) & bits[root]:
                right = "correct the roots, or add the branch that brings them to anatomy/innervation.csv"
                wrong = f"no branch of '{target}' carries {root}"
                yield dataset.records[table][key].problem("roots", wrong, right)


@rule
def a_nerve_has_its_segments_in_order(dataset):
    placed: dict[tuple[str, int], str] = {}
    for id_, segment in dataset["segments"].items():
        first = placed.setdefault((segment.nerve, segment.order), id_)
        if first != id_:
            wrong = f"'{first}' has the same place in '{segment.nerve}'"
            yield dataset.records["segments"][id_].problem(
                "order", wrong, "number a nerve's segments from proximal to distal"
            )
    held = {segment.nerve for segment in dataset["segments"].values()}
    held |= {nerve.part_of for nerve in dataset["nerves"].values()}
    for id_ in dataset["nerves"]:
        if id_ not in held:
            right = "add its segments, or a nerve that is part of it"
            yield dataset.records["nerves"][id_].problem("id", f"the nerve '{id_}' has no segment", right)
