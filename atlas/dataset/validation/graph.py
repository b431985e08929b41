"""The nerves form pathways: no cycle, no loose segment, and each target is reached by the roots that it names."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.segment_graph import (
    find_cycle,
    nerve_roots,
    proximal_to_distal,
    reaching_roots,
    root_bits,
    segment_parents,
)
from atlas.dataset.validation import rule


@rule
def no_cycle(dataset: Dataset) -> Iterator[Problem]:
    cycle = find_cycle(segment_parents(dataset))
    if cycle:
        first = next(at for at, id_ in enumerate(dataset.segments) if id_ in cycle)
        start = cycle.index(list(dataset.segments)[first])
        cycle = cycle[start:] + cycle[:start]
        wrong = f"these segments form a cycle: {' → '.join([*cycle, cycle[0]])}"
        record = dataset.records["segments"][cycle[0]]
        yield record.problem("from", wrong, "a segment comes only from what is proximal to it")


@rule
def every_segment_has_a_start_and_an_end(dataset: Dataset) -> Iterator[Problem]:
    parents = segment_parents(dataset)
    order = proximal_to_distal(parents)
    if order is None:  # `no_cycle` reports it
        return
    reach = reaching_roots(parents, root_bits(dataset), nerve_roots(dataset))
    useful = {row.branch for row in dataset.innervation.values()} | {row.segment for row in dataset.fields.values()}
    for node in reversed(order):
        if node in useful:
            useful.update(parents[node])
    for id_ in dataset.segments:
        record = dataset.records["segments"][id_]
        if not reach[id_]:
            yield record.problem("from", f"no root reaches '{id_}'", "connect it to at least one root")
        if id_ not in useful:
            right = "let another segment continue it, or add a row of innervation or of fields for it"
            yield record.problem("id", f"'{id_}' does not lead to any target", right)


@rule
def every_muscle_and_reflex_has_a_main_branch(dataset: Dataset) -> Iterator[Problem]:
    main = {innervation.target for innervation in dataset.innervation.values() if innervation.role == "main"}
    for table in ("muscles", "reflexes"):
        for id_, record in dataset.records[table].items():
            if id_ not in main:
                right = f"add a row to {table_file('innervation')} with the role main"
                yield record.problem("id", f"no main branch supplies '{id_}'", right)


def arriving_roots(dataset: Dataset, limited: bool = True) -> dict[str, int] | None:
    """Muscle or reflex → the set of roots that its branches bring, as bits; None if the segments form a cycle.

    `limited`: a nerve brings only roots of its own row.
    """
    parents, bits = segment_parents(dataset), root_bits(dataset)
    if proximal_to_distal(parents) is None:
        return None
    reach = reaching_roots(parents, bits, nerve_roots(dataset) if limited else None)
    found: dict[str, int] = {}
    for innervation in dataset.innervation.values():
        admitted = sum(bits.get(root, 0) for root in innervation.roots) if innervation.roots else -1
        found[innervation.target] = found.get(innervation.target, 0) | (reach.get(innervation.branch, 0) & admitted)
    return found


@rule
def every_muscle_and_reflex_is_reached_by_its_roots(dataset: Dataset) -> Iterator[Problem]:
    bits, arriving = root_bits(dataset), arriving_roots(dataset)
    if arriving is None:
        return
    for table, rows in (("muscles", dataset.muscles), ("reflexes", dataset.reflexes)):
        for id_, row in rows.items():
            for root in row.roots:
                if root in bits and not arriving.get(id_, 0) & bits[root]:
                    wrong = f"no branch of '{id_}' carries {root}"
                    right = f"correct the roots, or add the branch that carries them to {table_file('innervation')}"
                    yield dataset.records[table][id_].problem("roots", wrong, right)


@rule
def the_segments_of_a_nerve_are_in_order(dataset: Dataset) -> Iterator[Problem]:
    placed: dict[tuple[str, int], str] = {}
    for id_, segment in dataset.segments.items():
        first = placed.setdefault((segment.nerve, segment.order), id_)
        if first != id_:
            wrong = f"'{first}' has the same position in '{segment.nerve}'"
            right = "number the segments of a nerve from proximal to distal"
            yield dataset.records["segments"][id_].problem("order", wrong, right)
    with_segments = {segment.nerve for segment in dataset.segments.values()}
    with_segments |= {nerve.part_of for nerve in dataset.nerves.values()}
    for id_ in dataset.nerves:
        if id_ not in with_segments:
            wrong, right = f"the nerve '{id_}' has no segment", "add its segments, or a nerve that is part of it"
            yield dataset.records["nerves"][id_].problem("id", wrong, right)
