"""A target's fibres: which share comes through which branch from which root, by cited weights.

The fibres of a target add up to 1. They are split over the target's roots, where a main root weighs more than another,
and each root's part is split equally over the branches that bring that root. A lesion removes the part that runs
through it. Sets of roots are bits (see `atlas.graph.nerve_graph`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from atlas.dataset.tables.targets import Muscle, Reflex
from atlas.graph.nerve_graph import NerveGraph

READINGS = ("value", "low", "high")
"""The columns of a weight: the value used, and the lowest and highest that sources allow."""


class FibreShare(NamedTuple):
    """Fibres that reach a target through one branch from one root (bit). `share`: 0 to 1 of the target's fibres.

    `claimed`: the dermatome map assigns that root to the target.
    """

    target: str
    root: int
    share: float
    claimed: bool = True


Fibres = dict[str, list[FibreShare]]
"""Each branch → the fibres that leave it for a target."""


def weight(nerve_graph: NerveGraph, name: str, reading: str = READINGS[0], otherwise: float = 1.0) -> float:
    """One weight by one of its readings, or `otherwise` if the data set does not state it."""
    row = nerve_graph.dataset.weights.get(name)
    return otherwise if row is None else float(getattr(row, reading))


def root_parts(
    nerve_graph: NerveGraph, roots: Iterable[str], main_roots: Iterable[str], reading: str
) -> dict[int, float]:
    """The share of a target that each of its roots (bits) brings. Without main roots, all bring the same."""
    main, other = set(main_roots), weight(nerve_graph, "other_root", reading)
    main_weight = weight(nerve_graph, "main_root", reading)
    raw = {nerve_graph.bits[root]: main_weight if root in main else other for root in roots}
    whole = sum(raw.values())
    return {bit: each / whole for bit, each in raw.items()} if whole else {}


def fibre_shares(brought: dict[str, int], target: str, parts: dict[int, float], claimed: bool = True) -> Fibres:
    """Split a target's fibres: `brought` is branch → roots (bits), `parts` root → share.

    A root that no branch brings is left out, and the shares of the others add up to 1.
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
    """Each branch of a target → the roots that it brings."""
    return {h.branch: carried.get(h.key, 0) for h in nerve_graph.innervation_by_target.get(target, ())}


def join(into: Fibres, more: Fibres, share: float = 1.0) -> None:
    """Add fibres, scaled by `share`."""
    for branch, added in more.items():
        into.setdefault(branch, []).extend(fibres._replace(share=fibres.share * share) for fibres in added)


def fibres_of_map(nerve_graph: NerveGraph, map_id: str, reading: str = READINGS[0]) -> Fibres:
    """The fibres of every target, with the skin assigned to roots by one dermatome map.

    `reading`: which reading of the weights to use. Skin about which the map is silent keeps the route of its nerve,
    but claims no root.
    """
    flow = nerve_graph.root_flow(map_id)
    found: Fibres = {}
    dataset = nerve_graph.dataset
    targets: list[Muscle | Reflex] = [*dataset.muscles.values(), *dataset.reflexes.values()]
    for row in targets:
        parts = root_parts(nerve_graph, row.roots, row.main_roots, reading)
        join(found, fibre_shares(arriving_by(flow.claimed, nerve_graph, row.id), row.id, parts))
    for territory in dataset.territories:
        claimed = arriving_by(flow.claimed, nerve_graph, territory)
        routes = claimed if any(claimed.values()) else arriving_by(flow.routed, nerve_graph, territory)
        roots = nerve_graph.roots_in(sum_of(routes.values()))
        parts = root_parts(nerve_graph, roots, (), reading)
        join(found, fibre_shares(routes, territory, parts, any(claimed.values())))
    return found


def rival_fibres(nerve_graph: NerveGraph) -> list[tuple[str, Fibres]]:
    """Each target for which some source names other roots, with its fibres by that source."""
    found = []
    for row in nerve_graph.dataset.rival_roots.values():
        routes = {
            h.branch: nerve_graph.reaching_roots[h.branch] & h.admitted
            for h in nerve_graph.innervation_by_target.get(row.target, ())
            if h.main
        }
        parts = root_parts(nerve_graph, row.roots, row.main_roots, READINGS[0])
        found.append((row.target, fibre_shares(routes, row.target, parts)))
    return found


def sum_of(sets: Iterable[int]) -> int:
    """The union of sets of roots (bits)."""
    union = 0
    for roots in sets:
        union |= roots
    return union
