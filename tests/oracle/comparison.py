"""The comparison, edge by edge in both directions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from atlas import Atlas
from tests.oracle import Difference, Edge, Hierarchy, Reference, edges_of


@dataclass(frozen=True)
class Comparison:
    """The result for one reference: the number of our edges and of its edges by verdict, and every difference.

    `unnamed`: children of our edges that the reference does not name. `unplaced`: nodes that it names, but places below
    nothing.
    """

    reference: Reference
    our_edges: Counter[str]
    their_edges: Counter[str]
    differences: tuple[Difference, ...]
    unnamed: tuple[str, ...]
    unplaced: tuple[str, ...]


AGREES, NOT_COVERED, DIFFERS, WITHIN_NERVE = "agrees", "not covered", "differs", "within one nerve"


def _verdict(edge: Edge, reference: Reference) -> tuple[str, tuple[str, str] | None]:
    """The verdict on one of our edges; for a difference also the ids of parent and child that the reference names."""
    if set(edge.child_ids[1:]) & set(edge.parent_ids) or edge.child_ids[0] in edge.parent_ids:
        return WITHIN_NERVE, None
    child = next((id_ for id_ in edge.child_ids if reference.terms_for(id_)), None)
    parent = next((id_ for id_ in edge.parent_ids if reference.terms_for(id_)), None)
    if child is None or parent is None or not reference.ancestors_of(child) or child == parent:
        return NOT_COVERED, None
    if reference.ancestors_of(child) & set(edge.parent_ids):
        return AGREES, None
    return DIFFERS, (parent, child)


def compare(atlas: Atlas, reference: Reference) -> Comparison:
    """Compare every edge of the atlas with a reference, and every edge of the reference with the atlas."""
    hierarchy = Hierarchy(atlas)
    found: dict[tuple[str, str, str], Difference] = {}
    our_edges: Counter[str] = Counter()
    their_edges: Counter[str] = Counter()
    unnamed = set()
    for edge in edges_of(atlas):
        verdict, ends = _verdict(edge, reference)
        our_edges[verdict] += 1
        if verdict == NOT_COVERED and not any(reference.terms_for(id_) for id_ in edge.child_ids):
            unnamed.add(edge.child_ids[0])
        if ends:
            key = (reference.name, *ends)
            found[key] = Difference(key, f"not below {atlas.node(ends[0]).name}", edge.description)
    for upper, lower in reference.edges:
        parents, children = reference.means.get(upper, ()), reference.means.get(lower, ())
        if not parents or not children or set(parents) & set(children):
            their_edges[NOT_COVERED] += 1
            continue
        elsewhere = [child for child in children if not set(parents) & hierarchy.ancestors_of(child)]
        if not elsewhere:
            their_edges[AGREES] += 1
            continue
        their_edges[DIFFERS] += 1
        child = elsewhere[0]
        key = (reference.name, parents[0], child)
        theirs = f"{reference.names[upper]} → {reference.names[lower]}"
        ours = f"{', '.join(sorted(hierarchy.parents_of(child)))} → {child}"
        found.setdefault(key, Difference(key, theirs, ours))
    roots = set(atlas.nerve_graph.bits)
    named = {node for nodes in reference.means.values() for node in nodes if reference.terms_for(node)}
    tops = roots | {node for node in named if set(hierarchy.parents_of(node)) <= roots}
    return Comparison(
        reference=reference,
        our_edges=our_edges,
        their_edges=their_edges,
        differences=tuple(found.values()),
        unnamed=tuple(sorted(unnamed)),
        unplaced=tuple(sorted(node for node in named - tops if not reference.ancestors_of(node))),
    )
