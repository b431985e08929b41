"""An ending's fibres: which share comes by which last branch from which root, by cited weights.

An ending has one whole of fibres. It is split over the ending's roots, a main root weighing more than another, and each
root's part equally over the branches that bring that root. What a lesion takes is the part that passes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from atlas.graph.anatomy import Anatomy
from atlas.graph.carrying import Carrying

READINGS = ("value", "low", "high")
"""The columns of a weight: the one used, and how far sources let it be doubted."""


class Strand(NamedTuple):
    """Fibres that reach an ending by one branch from one root. `claimed`: the dermatome map names that root."""

    ending: str
    root: int
    share: float
    claimed: bool = True


Fibres = dict[str, list[Strand]]
"""Each last branch → its strands."""


def weight(anatomy: Anatomy, name: str, reading: str = READINGS[0], otherwise: float = 1.0) -> float:
    """A row of weights, or `otherwise` in a region that has none."""
    row = anatomy.facts["weights"].get(name)
    return otherwise if row is None else getattr(row, reading)


def root_parts(anatomy: Anatomy, roots: Iterable[str], chief: Iterable[str], reading: str) -> dict[int, float]:
    """How much of an ending each of its roots (bits) brings. No chief root: all the same."""
    chief, other = set(chief), weight(anatomy, "other_root", reading)
    main = weight(anatomy, "main_root", reading)
    raw = {anatomy.bits[root]: main if root in chief else other for root in roots}
    whole = sum(raw.values())
    return {bit: each / whole for bit, each in raw.items()} if whole else {}


def strands(brought: dict[str, int], ending: str, parts: dict[int, float], claimed: bool = True) -> Fibres:
    """Split an ending's fibres: `brought` is branch → roots (bits), `parts` root → share.

    What nobody brings is left out, and the rest makes the whole.
    """
    split: list[tuple[str, int, float]] = []
    for bit, part in parts.items():
        branches = [branch for branch, roots in brought.items() if roots & bit]
        split += [(branch, bit, part / len(branches)) for branch in branches]
    whole = sum(share for _, _, share in split)
    fibres: Fibres = {}
    for branch, bit, share in split:
        fibres.setdefault(branch, []).append(Strand(ending, bit, share / whole, claimed))
    return fibres


def arriving_by(carried: dict[tuple[str, str], int], anatomy: Anatomy, ending: str) -> dict[str, int]:
    """Each branch of an ending → the roots that come by it."""
    return {h.branch: carried.get(h.key, 0) for h in anatomy.above.get(ending, ())}


def join(into: Fibres, more: Fibres, share: float = 1.0) -> None:
    """Add fibres, scaled."""
    for branch, some in more.items():
        into.setdefault(branch, []).extend(strand._replace(share=strand.share * share) for strand in some)


def fibres_of_map(anatomy: Anatomy, map_id: str, reading: str = READINGS[0]) -> Fibres:
    """The fibres of every ending, the skin read by one dermatome map, weights by one of their readings.

    Skin of which the map says nothing keeps its nerve's way but claims no root.
    """
    carried: Carrying = anatomy.carried(map_id)
    found: Fibres = {}
    for table in ("muscles", "reflexes"):
        for id_, row in anatomy.facts[table].items():
            parts = root_parts(anatomy, row.roots, row.main_roots, reading)
            join(found, strands(arriving_by(carried.brought, anatomy, id_), id_, parts))
    for id_ in anatomy.facts["territories"]:
        claimed = arriving_by(carried.brought, anatomy, id_)
        ways = claimed if any(claimed.values()) else arriving_by(carried.routed, anatomy, id_)
        roots = anatomy.roots_in(sum_of(ways.values()))
        join(found, strands(ways, id_, root_parts(anatomy, roots, (), reading), any(claimed.values())))
    return found


def rival_fibres(anatomy: Anatomy) -> list[tuple[str, Fibres]]:
    """Each ending of which some source names other roots → its fibres by that source."""
    found = []
    for row in anatomy.facts["rival_roots"].values():
        ways = {h.branch: anatomy.up[h.branch] & h.admitted for h in anatomy.above.get(row.ending, ()) if h.main}
        parts = root_parts(anatomy, row.roots, row.main_roots, READINGS[0])
        found.append((row.ending, strands(ways, row.ending, parts)))
    return found


def sum_of(sets: Iterable[int]) -> int:
    """The union of sets of roots."""
    union = 0
    for roots in sets:
        union |= roots
    return union
