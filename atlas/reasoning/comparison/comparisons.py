"""Compares two places or conditions: what both remove, what only one removes, and what distinguishes them."""

from __future__ import annotations

from atlas.dataset.tables.clinical import Discriminator
from atlas.graph.lesion import NOTHING, Lesions
from atlas.reasoning.comparison.result import (
    CitedDiscriminator,
    ComparedLesion,
    Comparison,
    ShareRange,
    TargetLoss,
)
from atlas.search.lesion_places import LesionPlaces

NOTICEABLE_LOSS, CLEAR_LOSS = 0.15, 1 / 3
"""Sources do not report a loss below the first share; from the second on, they would not call a target normal."""
STRENGTHS = ("strong", "moderate", "weak", "none")
METHODS = ("examination", "history", "test")
"""The order of discriminators: by strength, then by how few tools the method needs."""


class Comparisons:
    """Comparisons in one anatomy."""

    def __init__(self, places: LesionPlaces, lesions: Lesions):
        self.places, self.lesions, self.nerve_graph = places, lesions, lesions.nerve_graph
        tables = self.nerve_graph.dataset
        self.rows = tuple(tables.discriminators.values())
        self.targets = [*tables.muscles, *tables.territories, *tables.reflexes]

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of ids that have discriminators, in the order of the file."""
        return tuple(dict.fromkeys((row.a, row.b) for row in self.rows))

    def compare(self, first: str, second: str, map_id: str) -> Comparison:
        """Compare two places or conditions, by any of their names, under one dermatome map.

        Raises:
            UnknownName: one of the names is unknown.
            ValueError: a name belongs to a muscle, a reflex or a patch of skin.
        """
        a, b = self._lesion(first), self._lesion(second)
        a_losses, b_losses = self._losses(a, map_id), self._losses(b, map_id)
        kinds = self.nerve_graph.kinds
        losses = {
            target: TargetLoss(target, kinds[target], a_losses[target], b_losses[target]) for target in self.targets
        }
        discriminators = sorted(
            (_cited(row, swapped, losses, a, b) for row, swapped in self._rows_for(a, b)), key=_preference
        )
        return Comparison(
            a=a,
            b=b,
            map=map_id,
            both=tuple(loss for loss in losses.values() if _lost(loss.a) and _lost(loss.b)),
            only_a=tuple(loss for loss in losses.values() if _lost(loss.a) and not _lost(loss.b)),
            only_b=tuple(loss for loss in losses.values() if _lost(loss.b) and not _lost(loss.a)),
            best=next((d.finding for d in discriminators[:1] if d.strength != "none"), None),
            discriminators=tuple(discriminators),
        )

    def _lesion(self, name: str) -> ComparedLesion:
        id_, places = self.places.find_all(name)
        return ComparedLesion(id_, self.places.names.names_of[id_][0], self.nerve_graph.kinds[id_], places)

    def _losses(self, compared: ComparedLesion, map_id: str) -> dict[str, ShareRange]:
        """Every target → the least and the most that a lesion at one of the places removes."""
        on_roots = any(map(self.lesions.is_of_roots, compared.places.values()))  # elsewhere the map has no effect
        key = ("losses", compared.id, map_id if on_roots else "")
        return self.nerve_graph.once(key, lambda: self._compute_losses(compared, map_id))

    def _compute_losses(self, compared: ComparedLesion, map_id: str) -> dict[str, ShareRange]:
        by_place: list[dict[str, float]] = []
        for place, nodes in compared.places.items():
            lesion = self.lesions.of(place, nodes, map_id)
            complete = dict.fromkeys((*lesion.lost, *lesion.reflexes_lost), 1.0)
            by_place.append({**complete, **lesion.reduced, **lesion.reflexes_reduced})
        ranges = {}
        for target in self.targets:
            shares = [losses.get(target, 0.0) for losses in by_place]
            ranges[target] = (min(shares, default=0.0), max(shares, default=0.0))
        return ranges

    def _rows_for(self, a: ComparedLesion, b: ComparedLesion) -> list[tuple[Discriminator, bool]]:
        """The discriminators of this pair, or else of equivalent places. The flag: the row names the sides swapped."""
        for matches in (_is_same, self._is_equivalent):
            rows = []
            for row in self.rows:
                straight = matches(row.a, a) and matches(row.b, b)
                swapped = matches(row.a, b) and matches(row.b, a)
                if straight != swapped:  # a row that matches both ways cannot distinguish the sides
                    rows.append((row, swapped))
            if rows:
                return rows
        return []

    def _is_equivalent(self, row_id: str, compared: ComparedLesion) -> bool:
        """Whether what a row names can be at a place of this lesion, or anywhere along it when it is a nerve."""
        _, row_places = self.places.find_all(row_id)
        places = set(compared.places.values())
        nerve = {node for nodes in places for node in nodes} if compared.kind == "nerve" else set()
        return any(nodes in places or set(nodes) <= nerve for nodes in row_places.values())


def _is_same(row_id: str, compared: ComparedLesion) -> bool:
    return row_id == compared.id


def _lost(share: ShareRange) -> bool:
    return share[1] > NOTHING


def _preference(discriminator: CitedDiscriminator) -> tuple[int, bool, int]:
    return (
        STRENGTHS.index(discriminator.strength),
        bool(discriminator.against),
        METHODS.index(discriminator.by),
    )


def _cited(
    row: Discriminator, swapped: bool, losses: dict[str, TargetLoss], a: ComparedLesion, b: ComparedLesion
) -> CitedDiscriminator:
    shows, takes = (row.a_shows, row.b_shows), (row.a_takes, row.b_takes)
    if swapped:
        shows, takes = shows[::-1], takes[::-1]
    graph = tuple(losses[target] for target in row.targets)
    against_a = bool(a.places) and _disagrees(takes[0], [loss.a for loss in graph])
    against_b = bool(b.places) and _disagrees(takes[1], [loss.b for loss in graph])
    return CitedDiscriminator(
        finding=row.finding,
        targets=row.targets,
        clues=row.clues,
        a_shows=shows[0],
        b_shows=shows[1],
        strength=row.strength,
        by=row.by,
        graph=graph,
        against=("a",) * against_a + ("b",) * against_b,
        cites=tuple(map(str, row.cites)),
        confidence=row.confidence,
        checked=row.checked,
        note=row.note,
    )


def _disagrees(source: str, shares: list[ShareRange]) -> bool:
    """Whether the graph disagrees with a source that says the targets are lost ("yes"), can be ("may") or are not
    ("no"); a source that says nothing ("") cannot be contradicted."""
    if not source:
        return False
    least, most = max(low for low, _ in shares), max(high for _, high in shares)
    return {"yes": most < NOTICEABLE_LOSS, "may": most <= NOTHING, "no": least >= CLEAR_LOSS}[source]
