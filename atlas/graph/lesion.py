"""What a lesion takes away: a place is removed, and what no longer arrives is lost. Nothing is listed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.dataset.tables import TARGETS
from atlas.graph.conduction import Conducted, Conduction
from atlas.graph.fibres import READINGS, Fibres, fibres_of_map, rival_fibres
from atlas.graph.nerve_graph import NerveGraph

NOTHING, ALL = 1e-9, 1 - 1e-9
"""Shares nearer to none or all than this are none or all."""
DIGITS = 4


@dataclass(frozen=True)
class Lesion:
    """What is gone when `site` is removed. Shares run from 0 to 1; ids stand in anatomical order.

    lost, reduced: muscles and skin. reflexes_lost, reflexes_reduced: reflexes. spared: everything else, reflexes too.
    between: for what is reduced, the least and the most that weights and rival sources leave open.
    """

    site: str
    on: tuple[str, ...]
    map: str
    lost: tuple[str, ...]
    reduced: dict[str, float]
    spared: tuple[str, ...]
    reflexes_lost: tuple[str, ...]
    reflexes_reduced: dict[str, float]
    between: dict[str, tuple[float, float]]
    could_not: tuple[str, ...]
    examine: dict[str, str]

    def as_dict(self) -> dict:
        """The lesion as plain lists and numbers, ready for JSON."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in {**vars(self), "between": {e: list(b) for e, b in self.between.items()}}.items()
        }


def losses(fibres: Fibres, arrives: Conducted, without_roots: Conducted | None = None) -> dict[str, float]:
    """Each target touched → the share that no longer arrives.

    `without_roots`: what arrives when only the removed nerves count, for skin to which no root is ascribed.
    """
    lost: dict[str, float] = {}
    fewer, more = (fibres, arrives) if len(fibres) < len(arrives) else (arrives, fibres)
    for node in fewer:
        if node not in more:
            continue
        here = arrives[node]
        for target, root, share, claimed in fibres[node]:
            source = here if claimed or without_roots is None else without_roots.get(node, {})
            gone = share * (1.0 - source.get(root, 1.0))
            if gone:
                lost[target] = lost.get(target, 0.0) + gone
    return lost


class Lesions:
    """Lesions of one anatomy. What every lesion needs is worked out once."""

    def __init__(self, nerve_graph: NerveGraph):
        self.nerve_graph = nerve_graph
        self.conduction = Conduction(nerve_graph)
        self.targets = [id_ for table in TARGETS for id_ in nerve_graph.dataset[table]]
        self._fibres: dict[tuple[str, str], Fibres] = {}
        self.rivals: dict[str, list[Fibres]] = {}
        for target, fibres in rival_fibres(nerve_graph):
            self.rivals.setdefault(target, []).append(fibres)

    def fibres(self, map_id: str, reading: str = READINGS[0]) -> Fibres:
        """The fibres by one dermatome map and one reading of the weights."""
        if (map_id, reading) not in self._fibres:
            self._fibres[map_id, reading] = fibres_of_map(self.nerve_graph, map_id, reading)
        return self._fibres[map_id, reading]

    def of(self, site: str, on: Iterable[str], map_id: str) -> Lesion:
        """The lesion that removes the nodes `on`, all together. `site` is what the answer calls it."""
        on = tuple(on)
        arrives = self.conduction.after_lesion(on)
        nerves = [node for node in on if node not in self.nerve_graph.bits]
        without_roots = arrives if len(nerves) == len(on) else self.conduction.after_lesion(nerves)
        by_reading = [losses(self.fibres(map_id, reading), arrives, without_roots) for reading in READINGS]
        share = by_reading[0]
        tables = {table: self.nerve_graph.dataset[table] for table in TARGETS}
        reflexes = tables["reflexes"]
        gone = [e for e in self.targets if share.get(e, 0.0) >= ALL]
        part = {e: share[e] for e in self.targets if NOTHING < share.get(e, 0.0) < ALL}
        touched = {*gone, *part}
        rows = {e: tables["muscles"][e] for e in (*gone, *part) if e in tables["muscles"]}
        return Lesion(
            site=site,
            on=on,
            map=map_id,
            lost=tuple(e for e in gone if e not in reflexes),
            reduced={e: round(x, DIGITS) for e, x in part.items() if e not in reflexes},
            spared=tuple(e for e in self.targets if e not in touched),
            reflexes_lost=tuple(e for e in gone if e in reflexes),
            reflexes_reduced={e: round(x, DIGITS) for e, x in part.items() if e in reflexes},
            between={e: self._between(e, by_reading, arrives) for e in part},
            could_not=tuple(dict.fromkeys(rows[e].weakness for e in gone if e in rows and self._shows(rows[e]))),
            examine={e: row.test for e, row in rows.items() if row.test},
        )

    def _shows(self, muscle) -> bool:
        """Whether the loss of a muscle shows by itself: what can hardly be examined alone is told by its neighbours."""
        own = self.nerve_graph.dataset["examinations"].get(muscle.id)
        return bool(muscle.weakness) and (own is None or own.ease != "hardly")

    def _between(self, target: str, by_reading: list[dict[str, float]], arrives: Conducted) -> tuple[float, float]:
        rival = [losses(fibres, arrives) for fibres in self.rivals.get(target, ())]
        shares = [min(1.0, share.get(target, 0.0)) for share in (*by_reading, *rival)]
        return round(min(shares), DIGITS), round(max(shares), DIGITS)
