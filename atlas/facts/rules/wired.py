"""The nerves must form pathways: no cycle, no loose segment, and every ending reached by the roots it names."""

from __future__ import annotations

import networkx as nx

from atlas.facts.rules import rule
from atlas.facts.skeleton import arriving, root_bits, wiring
from atlas.facts.tables import ENDINGS


def _sound(graph: nx.DiGraph) -> bool:
    return nx.is_directed_acyclic_graph(graph)


@rule
def no_cycle(facts):
    graph = wiring(facts)
    if not _sound(graph):
        loop = [edge[0] for edge in nx.find_cycle(graph)]
        record = facts.records["segments"][loop[0]]
        shown = " → ".join([*loop, loop[0]])
        yield record.problem(
            "from", f"these segments run in a circle: {shown}", "a segment comes from what is proximal to it"
        )


@rule
def every_segment_starts_at_a_root_and_leads_somewhere(facts):
    graph = wiring(facts)
    if not _sound(graph):
        return
    up = arriving(graph, root_bits(facts))
    supplied = {supply.branch for supply in facts["supply"].values()}
    for id_ in facts["segments"]:
        record = facts.records["segments"][id_]
        if not up[id_]:
            yield record.problem("from", f"no root reaches '{id_}'", "trace it back to at least one root")
        if id_ not in supplied and not any(n in supplied for n in nx.descendants(graph, id_)):
            right = "let a segment continue it, or a row of supply end on it"
            yield record.problem("id", f"'{id_}' leads nowhere", right)


@rule
def every_ending_is_supplied(facts):
    main = {supply.ending for supply in facts["supply"].values() if supply.role == "main"}
    for table in ENDINGS:
        for id_ in facts[table]:
            if id_ not in main:
                right = "add a row to supply.csv with role main"
                yield facts.records[table][id_].problem("id", f"no branch supplies '{id_}'", right)


@rule
def every_ending_is_reached_by_its_roots(facts):
    graph = wiring(facts)
    if not _sound(graph):
        return
    bits = root_bits(facts)
    up = arriving(graph, bits)
    brought: dict[str, int] = {}
    for supply in facts["supply"].values():
        admitted = sum(bits.get(root, 0) for root in supply.roots) if supply.roots else -1
        brought[supply.ending] = brought.get(supply.ending, 0) | (up.get(supply.branch, 0) & admitted)
    claims = [(t, key, row, key) for t in ("muscles", "reflexes") for key, row in facts[t].items()]
    claims += [("dermatomes", key, row, row.territory) for key, row in facts["dermatomes"].items()]
    for table, key, row, ending in claims:
        for root in row.roots:
            if root in bits and not brought.get(ending, 0) & bits[root]:
                right = "correct the roots, or add the branch that brings them to supply.csv"
                wrong = f"no branch of '{ending}' carries {root}"
                yield facts.records[table][key].problem("roots", wrong, right)


@rule
def a_nerve_has_its_segments_in_order(facts):
    placed: dict[tuple[str, int], str] = {}
    for id_, segment in facts["segments"].items():
        first = placed.setdefault((segment.nerve, segment.order), id_)
        if first != id_:
            wrong = f"'{first}' has the same place in '{segment.nerve}'"
            yield facts.records["segments"][id_].problem(
                "order", wrong, "number a nerve's segments from proximal to distal"
            )
    held = {segment.nerve for segment in facts["segments"].values()}
    held |= {nerve.part_of for nerve in facts["nerves"].values()}
    for id_ in facts["nerves"]:
        if id_ not in held:
            right = "add its segments, or a nerve that is part of it"
            yield facts.records["nerves"][id_].problem("id", f"the nerve '{id_}' has no segment", right)
