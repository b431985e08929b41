"""A target's fibres: which share comes through which branch from which root, by cited weights.

The fibres of a target add up to 1.

- A muscle or reflex: they are split over its roots, where a main root weighs more than another, and each root's part is
  split equally over the branches that bring that root.
- Skin below the roots: they are split over the branches by their share of the patch in words, and each branch's part
  over the roots that it brings, where a main root of the nerve weighs more. No dermatome map has a say in this.
- Skin at the roots: the roots that the dermatome map names bring equal parts, whatever nerve they run in.

A lesion removes the part that runs through it. Sets of roots are bits (see `atlas.graph.nerve_graph`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from atlas.dataset.tables.targets import Muscle, Reflex
from atlas.graph.nerve_graph import InnervationEdge, NerveGraph
from atlas.graph.root_flow import roots_on_map

READINGS = ("value", "low", "high")
"""The columns of a weight: the value used, and the lowest and highest that sources allow."""
SHARE_WEIGHTS = {"most": "most_of_field", "part": "part_of_field"}
"""A share in words → its weight. A branch that supplies all of a patch is alone, so its weight does not matter."""


class FibreShare(NamedTuple):
    """Fibres that reach a target through one node from one root (bit). `share`: 0 to 1 of the target's fibres."""

    target: str
    root: int
    share: float


Fibres = dict[str, list[FibreShare]]
"""Each segment → the fibres that leave it for a target; in `skin_by_map`, each root → the skin that a map gives it."""


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


def fibre_shares(brought: dict[str, int], target: str, parts: dict[int, float]) -> Fibres:
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
        fibres.setdefault(branch, []).append(FibreShare(target, bit, share / whole))
    return fibres


def join(into: Fibres, more: Fibres, share: float = 1.0) -> None:
    """Add fibres, scaled by `share`."""
    for branch, added in more.items():
        into.setdefault(branch, []).extend(fibres._replace(share=fibres.share * share) for fibres in added)


def muscle_fibres(nerve_graph: NerveGraph, reading: str = READINGS[0]) -> Fibres:
    """The fibres of every muscle and reflex."""
    carried = nerve_graph.root_flow(nerve_graph.default_map).carried  # muscles have the same on all maps
    found: Fibres = {}
    dataset = nerve_graph.dataset
    targets: list[Muscle | Reflex] = [*dataset.muscles.values(), *dataset.reflexes.values()]
    for row in targets:
        parts = root_parts(nerve_graph, row.roots, row.main_roots, reading)
        brought = {edge.branch: carried[edge.key] for edge in nerve_graph.innervation_by_target.get(row.id, ())}
        join(found, fibre_shares(brought, row.id, parts))
    return found


def _fibres_of_branch(nerve_graph: NerveGraph, edge: InnervationEdge, reading: str) -> Fibres:
    nerve = nerve_graph.dataset.nerves[nerve_graph.dataset.segments[edge.branch].nerve]
    roots = nerve_graph.roots_in(nerve_graph.reaching_roots[edge.branch] & edge.admitted)
    parts = root_parts(nerve_graph, roots, nerve.main_roots, reading)
    return {edge.branch: [FibreShare(edge.target, bit, part) for bit, part in parts.items()]}


def field_fibres(nerve_graph: NerveGraph, reading: str = READINGS[0]) -> Fibres:
    """The fibres of all skin by the fields of nerves, in the usual person."""
    found: Fibres = {}
    for territory in nerve_graph.dataset.territories:
        edges = [edge for edge in nerve_graph.innervation_by_target.get(territory, ()) if edge.main]
        usual = [edge for edge in edges if nerve_graph.reaching_roots[edge.branch] & edge.admitted]
        weights = [weight(nerve_graph, SHARE_WEIGHTS.get(edge.share, ""), reading) for edge in usual]
        for edge, each in zip(usual, weights, strict=True):
            join(found, _fibres_of_branch(nerve_graph, edge, reading), each / sum(weights))
    return found


def occasional_fibres(nerve_graph: NerveGraph) -> Fibres:
    """The fibres of skin that a branch supplies only in some people. Each branch's part of a patch adds up to 1."""
    found: Fibres = {}
    for territory in nerve_graph.dataset.territories:
        for edge in nerve_graph.innervation_by_target.get(territory, ()):
            if not edge.main:
                join(found, _fibres_of_branch(nerve_graph, edge, READINGS[0]))
    return found


def skin_by_map(nerve_graph: NerveGraph, map_id: str) -> Fibres:
    """The skin that one dermatome map gives to each root. Roots that share a patch bring equal parts."""
    found: Fibres = {}
    for territory in nerve_graph.dataset.territories:
        roots = nerve_graph.roots_in(roots_on_map(nerve_graph, territory, map_id))
        for root in roots:
            found.setdefault(root, []).append(FibreShare(territory, nerve_graph.bits[root], 1 / len(roots)))
    return found


def rival_fibres(nerve_graph: NerveGraph) -> list[tuple[str, Fibres]]:
    """Each target for which some source names other roots, with its fibres by that source."""
    found = []
    for row in nerve_graph.dataset.rival_roots.values():
        routes = {
            edge.branch: nerve_graph.connected_roots[edge.branch] & edge.admitted
            for edge in nerve_graph.innervation_by_target.get(row.target, ())
            if edge.main
        }
        parts = root_parts(nerve_graph, row.roots, row.main_roots, READINGS[0])
        found.append((row.target, fibre_shares(routes, row.target, parts)))
    return found
