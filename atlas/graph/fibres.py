"""A target's fibres: which share comes by which last branch from which root, by cited weights.

A target has one whole of fibres. It is split over the target's roots, a main root weighing more than another, and each
root's part equally over the branches that bring that root. What a lesion takes is the part that passes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.root_flow import RootFlow

READINGS = ("value", "low", "high")
"""The columns of a weight: the one used, and how far sources let it be doubted."""


class FibreShare(NamedTuple):
    """Fibres that reach a target by one branch from one root. `claimed`: the dermatome map names that root."""

    target: str
    root: int
    share: float
    claimed: bool = True


Fibres = dict[str, list[FibreShare]]
"""Each last branch → its strands."""


def weight(nerve_graph: NerveGraph, name: str, reading: str = READINGS[0], otherwise: float = 1.0) -> float:
    """A row of weights, or `otherwise` in a region that has none."""
    row = nerve_graph.dataset["weights"].get(name)
    return otherwise if row is None else getattr(row, reading)


def root_parts(nerve_graph: NerveGraph, roots: Iterable[str], chief: Iterable[str], reading: str) -> dict[int, float]:
    """How much of a target each of its roots (bits) brings. No chief root: all the same."""
    chief, other = set(chief), weight(nerve_graph, "other_root", reading)
    main = weight(nerve_graph, "main_root", reading)
    raw = {nerve_graph.bits[root]: main if root in chief else other for root in roots}
    whole = sum(raw.values())
    return {bit: each / whole for bit, each in raw.items()} if whole else {}


def fibre_shares(brought: dict[str, int], target: str, parts: dict[int, float], claimed: bool = True) -> Fibres:
    """Split a target's fibres: `brought` is branch → roots (bits), `parts` root → share.

    What nobody brings is left out, and the rest makes the whole.
    """
    split: list[tuple[str, int, float]] = []
    for bit, part in parts.items():
        branches = [branch for branch, roots in brought.items() if roots & bit]
        split += [(branch, bit, part / len(branches)) for branch in branches]
    whole = sum(share for _, _, share in split)
    fibres: Fibres = {}
    for branch, bit, share in split:
        fibres.setdefault(branch, []).append(FibreShare(target, bit, share / whole, claimed))
    return fibres


def arriving_by(carried: dict[tuple[str, str], int], nerve_graph: NerveGraph, target: str) -> dict[str, int]:
    """Each branch of a target → the roots that come by it."""
    return {h.branch: carried.get(h.key, 0) for h in nerve_graph.innervation_by_target.get(target, ())}


def join(into: Fibres, more: Fibres, share: float = 1.0) -> None:
    """Add fibres, scaled."""
    for branch, some in more.items():
        into.setdefault(branch, []).extend(
            fibre_share._replace(share=fibre_share.share * share) for fibre_share in some
        )


def fibres_of_map(nerve_graph: NerveGraph, map_id: str, reading: str = READINGS[0]) -> Fibres:
    """The fibres of every target, the skin read by one dermatome map, weights by one of their readings.

    Skin of which the map says nothing keeps its nerve's way but claims no root.
    """
    carried: RootFlow = nerve_graph.root_flow(map_id)
    found: Fibres = {}
    for table in ("muscles", "reflexes"):
        for id_, row in nerve_graph.dataset[table].items():
            parts = root_parts(nerve_graph, row.roots, row.main_roots, reading)
            join(found, fibre_shares(arriving_by(carried.claimed, nerve_graph, id_), id_, parts))
    for id_ in nerve_graph.dataset["territories"]:
        claimed = arriving_by(carried.claimed, nerve_graph, id_)
        ways = claimed if any(claimed.values()) else arriving_by(carried.routed, nerve_graph, id_)
        roots = nerve_graph.roots_in(sum_of(ways.values()))
        join(found, fibre_shares(ways, id_, root_parts(nerve_graph, roots, (), reading), any(claimed.values())))
    return found


def rival_fibres(nerve_graph: NerveGraph) -> list[tuple[str, Fibres]]:
    """Each target of which some source names other roots → its fibres by that source."""
    found = []
    for row in nerve_graph.dataset["rival_roots"].values():
        ways = {
            h.branch: nerve_graph.reaching_roots[h.branch] & h.admitted
            for h in nerve_graph.innervation_by_target.get(row.target, ())
            if h.main
        }
        parts = root_parts(nerve_graph, row.roots, row.main_roots, READINGS[0])
        found.append((row.target, fibre_shares(ways, row.target, parts)))
    return found


def sum_of(sets: Iterable[int]) -> int:
    """The union of sets of roots."""
    union = 0
    for roots in sets:
        union |= roots
    return union
