"""What all dermatome maps say about a patch of skin, and how far they disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.dataset.tables.dermatomes import Dermatome
from atlas.dataset.typed_tables import typed_tables
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.map_disagreement.distance import MapAgreement, agreement

READ, SENSATION = "read", "feeling"


@dataclass(frozen=True)
class RootAnswer:
    """The roots that some maps give a patch of skin, and those maps in their order."""

    roots: tuple[str, ...]
    maps: tuple[str, ...]


@dataclass(frozen=True)
class Disagreement:
    """What the maps say about one patch of skin.

    answers: by maps of sensation; the answer that most maps give comes first.
    pain: the same by maps that show where pain is felt, which is another question.
    blank: maps that leave the patch open on purpose.
    silent: complete maps that say nothing about it (a report of single areas is not expected to).
    in_read_maps, in_all_maps: the agreement of the maps of sensation whose row was read at its source, and of all.
    """

    territory: str
    answers: tuple[RootAnswer, ...]
    pain: tuple[RootAnswer, ...]
    blank: tuple[str, ...]
    silent: tuple[str, ...]
    in_read_maps: MapAgreement
    in_all_maps: MapAgreement


def disagreement(nerve_graph: NerveGraph, territory: str) -> Disagreement:
    """What the maps say about one patch of skin.

    Raises:
        KeyError: there is no such patch.
    """
    tables = typed_tables(nerve_graph.dataset)
    if territory not in tables.territories:
        raise KeyError(territory)
    map_rows, map_ids = tables.dermatome_maps, _map_order(nerve_graph)
    rows = [tables.dermatomes[territory, map_id] for map_id in map_ids if (territory, map_id) in tables.dermatomes]
    drawn = [row for row in rows if row.standing == "drawn"]
    sensation = [row for row in drawn if map_rows[row.map].shows == SENSATION]
    blank = tuple(row.map for row in rows if row.standing == "blank")
    complete = [m for m in map_ids if map_rows[m].selectable == "yes" and map_rows[m].shows == SENSATION]
    answering = {*blank, *(row.map for row in drawn)}
    return Disagreement(
        territory,
        answers=_answers(nerve_graph, sensation),
        pain=_answers(nerve_graph, [row for row in drawn if map_rows[row.map].shows != SENSATION]),
        blank=blank,
        silent=tuple(map_id for map_id in complete if map_id not in answering),
        in_read_maps=agreement([row.roots for row in sensation if row.checked == READ]),
        in_all_maps=agreement([row.roots for row in sensation]),
    )


def disagreements(nerve_graph: NerveGraph) -> dict[str, Disagreement]:
    """Every patch of skin → what the maps say about it.

    The patches on which the read maps disagree most come first, and of these the ones on which all maps do.
    """
    found = [disagreement(nerve_graph, territory) for territory in typed_tables(nerve_graph.dataset).territories]

    def degrees(patch: Disagreement) -> list[float]:
        return [-1 if maps.degree is None else maps.degree for maps in (patch.in_read_maps, patch.in_all_maps)]

    return {patch.territory: patch for patch in sorted(found, key=degrees, reverse=True)}


def _map_order(nerve_graph: NerveGraph) -> list[str]:
    maps = typed_tables(nerve_graph.dataset).dermatome_maps.values()
    return [row.id for row in sorted(maps, key=lambda row: row.order) if row.id != nerve_graph.default_map]


def _answers(nerve_graph: NerveGraph, rows: Iterable[Dermatome]) -> tuple[RootAnswer, ...]:
    """The rows grouped by their roots; the answer that most maps give comes first, then the more proximal one."""
    order = {root.id: root.order for root in typed_tables(nerve_graph.dataset).roots.values()}
    maps_by_roots: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        roots = tuple(sorted(row.roots, key=order.__getitem__))
        maps_by_roots.setdefault(roots, []).append(row.map)
    answers = [RootAnswer(roots, tuple(maps)) for roots, maps in maps_by_roots.items()]
    return tuple(sorted(answers, key=lambda answer: (-len(answer.maps), [order[root] for root in answer.roots])))
