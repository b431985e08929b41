"""Compares edge by edge, in both directions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from atlas import Atlas
from tests.oracle import Calling, Difference, Edge, Reference, edges_of


@dataclass(frozen=True)
class Comparison:
    """One reference against the atlas. verdicts: what became of each of our edges; theirs: of each of theirs.

    unnamed: what our edges lead to and the reference does not name. unplaced: what it names and places below nothing.
    """

    reference: Reference
    verdicts: Counter
    theirs: Counter
    differences: tuple[Difference, ...]
    unnamed: tuple[str, ...]
    unplaced: tuple[str, ...]


SAME, SILENT, DIFFER, WITHIN = "agree", "silent", "differ", "within one nerve"


def _ours(edge: Edge, reference: Reference) -> tuple[str, tuple[str, str] | None]:
    """What a reference makes of one of our edges; for a difference, the parent and child by their nearest known names."""
    if set(edge.child[1:]) & set(edge.parents) or edge.child[0] in edge.parents:
        return WITHIN, None
    child = next((one for one in edge.child if reference.meaning(one)), None)
    parent = next((one for one in edge.parents if reference.meaning(one)), None)
    if child is None or parent is None or not reference.over(child) or child == parent:
        return SILENT, None
    if reference.over(child) & set(edge.parents):
        return SAME, None
    return DIFFER, (parent, child)


def compare(atlas: Atlas, reference: Reference) -> Comparison:
    """Every edge of ours against theirs, and every edge of theirs against ours."""
    called, found = Calling(atlas), {}
    verdicts, theirs = Counter(), Counter()
    unnamed = set()
    for edge in edges_of(atlas):
        verdict, at = _ours(edge, reference)
        verdicts[verdict] += 1
        if verdict == SILENT and not any(reference.meaning(one) for one in edge.child):
            unnamed.add(edge.child[0])
        if at:
            key = (reference.name, *at)
            found[key] = Difference(key, f"not below {atlas.node(at[0]).name}", edge.row)
    for up, down in reference.edges:
        mine, below = reference.stands_for.get(up, ()), reference.stands_for.get(down, ())
        if not mine or not below or set(mine) & set(below):
            theirs[SILENT] += 1
            continue
        if all(set(mine) & called.over(one) for one in below):
            theirs[SAME] += 1
            continue
        theirs[DIFFER] += 1
        one = next(one for one in below if not set(mine) & called.over(one))
        key = (reference.name, mine[0], one)
        over = ", ".join(sorted(name for name in called.nearest(one)))
        found.setdefault(key, Difference(key, f"{reference.names[up]} → {reference.names[down]}", f"{over} → {one}"))
    named = {one for means in reference.stands_for.values() for one in means if reference.meaning(one)}
    tops = {*atlas.nerve_graph.bits, *(one for one in named if set(called.nearest(one)) <= set(atlas.nerve_graph.bits))}
    return Comparison(
        reference=reference,
        verdicts=verdicts,
        theirs=theirs,
        differences=tuple(found.values()),
        unnamed=tuple(sorted(unnamed)),
        unplaced=tuple(sorted(one for one in named - tops if not reference.over(one))),
    )
