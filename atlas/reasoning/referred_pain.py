"""Where pain that comes from joints, discs and muscles is felt, how often studies found it, and what is drawn of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas.dataset.dataset import Dataset
from atlas.dataset.suggestions import id_by_name
from atlas.dataset.tables.referred_pain import PainOrigin, ReferredPain
from atlas.reasoning.pooled_rates import pooled_rate

A_THIRD = 33.3
"""Per cent of people, as studies round 5 of 15. An area in which fewer feel the pain is drawn faintly."""
OFTEN, SOMETIMES = "often", "sometimes"


@dataclass(frozen=True)
class PainArea:
    """An area in which the pain of an origin is felt, with a row for each study that names it."""

    area: str
    place: str
    territories: tuple[str, ...]
    studies: tuple[ReferredPain, ...]

    @property
    def often(self) -> str:
        """ "often" or "sometimes"; empty if nobody felt the pain here."""
        return how_often(self.studies)


def how_often(rows: Sequence[ReferredPain]) -> str:
    """ "often" if at least a third of the people felt the pain, "sometimes" if fewer did, empty if nobody did.

    Studies are pooled by how many people they had. Words count only where there is no rate.
    """
    rates = [(row.rate, row.n) for row in rows if row.rate is not None]
    if not rates:
        return OFTEN if any(row.often == OFTEN for row in rows) else SOMETIMES
    share = pooled_rate(rates)
    return "" if share == 0 else OFTEN if share >= A_THIRD else SOMETIMES


def referred_pain(dataset: Dataset) -> dict[str, tuple[PainArea, ...]]:
    """Origin → its areas: origins by their order, areas as in the file."""
    found: dict[str, dict[str, list[ReferredPain]]] = {origin.id: {} for origin in _in_order(dataset)}
    for row in dataset.referred_pain.values():
        found[row.origin].setdefault(row.area, []).append(row)
    return {origin: tuple(_area(rows) for rows in areas.values()) for origin, areas in found.items()}


def _area(rows: Sequence[ReferredPain]) -> PainArea:
    territories = dict.fromkeys(territory for row in rows for territory in row.territories)
    return PainArea(rows[0].area, rows[0].place, tuple(territories), tuple(rows))


def pain_patches(areas: Iterable[PainArea]) -> dict[str, str]:
    """Patch of skin → "often" or "sometimes", by all rows that draw it."""
    rows: Mapping[str, list[ReferredPain]] = defaultdict(list)
    for area in areas:
        for row in area.studies:
            for territory in row.territories:
                rows[territory].append(row)
    return {territory: how_often(found) for territory, found in rows.items()}


def origins_of(dataset: Dataset, condition: str) -> list[str]:
    """The origins that are drawn on the page of a condition, in order."""
    return [row.id for row in _in_order(dataset) if condition in row.conditions]


def _in_order(dataset: Dataset) -> list[PainOrigin]:
    return sorted(dataset.pain_origins.values(), key=lambda row: row.order)


def find_origin(dataset: Dataset, name: str) -> str:
    """The id of an origin by its id or name, whatever the case. Raises ValueError, which says what is near."""
    names = {id_: (row.name,) for id_, row in dataset.pain_origins.items()}
    return id_by_name(names, name, "origin of pain", "the origins")
