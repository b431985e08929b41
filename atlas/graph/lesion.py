"""Computes the deficits of a lesion: it removes nodes from the graph and finds the targets that lose their fibres."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from atlas.dataset.tables import TARGETS
from atlas.dataset.tables.targets import Muscle
from atlas.graph.conduction import Conducted
from atlas.graph.fibres import READINGS, Fibres, fibres_of_map, rival_fibres
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.result import Result

if TYPE_CHECKING:
    import networkx as nx

NOTHING, ALL = 1e-9, 1 - 1e-9
"""A share below NOTHING counts as 0, one above ALL as 1."""
DIGITS = 4


@dataclass(frozen=True, repr=False)
class Lesion(Result):
    """What is lost when `site` is removed. Shares run from 0 to 1; ids are in anatomical order.

    site: id of the place. on: the roots and segments that are removed. map: id of the dermatome map.
    lost: muscles and patches of skin that lose all their fibres. reduced: those that lose a part → the share lost.
    reflexes_lost, reflexes_reduced: the same for reflexes. spared: every other target, reflexes included.
    between: reduced target → the least and the greatest share lost that weights and rival sources allow.
    could_not: what the person can no longer do. examine: affected muscle → how to test it.
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
    nerve_graph: NerveGraph = field(compare=False, kw_only=True)

    def __repr__(self) -> str:
        lost, reduced = self.lost + self.reflexes_lost, self.reduced | self.reflexes_reduced
        return f"Lesion({self.site!r}, map={self.map!r}: {len(lost)} lost, {len(reduced)} reduced)"

    def as_dict(self) -> dict[str, Any]:
        """The lesion as plain lists, dicts and numbers, ready for JSON."""
        values = {f.name: getattr(self, f.name) for f in fields(self) if f.compare}
        values["between"] = {target: list(limits) for target, limits in self.between.items()}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

    @property
    def about(self) -> str:
        """The id of the place."""
        return self.site

    @property
    def listed_roots(self) -> tuple[str, ...]:
        """Every root: a lesion affects all fibres that run through it."""
        return tuple(self.nerve_graph.bits)

    def subgraph(self) -> nx.DiGraph[str]:
        """The part of the graph that the lesion affects: what is removed, and what lies below with fewer fibres.

        Nodes and edges have the attributes of `Atlas.graph` and a `state`, "lost" or "reduced". Targets also have
        `lost`, the share of their fibres that is lost (0 to 1).
        """
        from atlas.graph.denervation import denervated
        from atlas.graph.public_graph import part_of_graph

        found = denervated(self.nerve_graph, self.on, self.map)
        shares = dict.fromkeys((*self.lost, *self.reflexes_lost), 1.0) | self.reduced | self.reflexes_reduced
        lost = {*found.lost_nodes, *self.lost, *self.reflexes_lost}
        nodes = {*lost, *found.reduced_nodes, *shares}
        lost_edges = set(found.lost_edges)
        edges = [(a, b) for a, b in (*found.lost_edges, *found.reduced_edges) if a in nodes and b in nodes]
        graph = part_of_graph(self.nerve_graph, nodes, edges)
        for node, attributes in graph.nodes.items():
            attributes["state"] = "lost" if node in lost else "reduced"
            if node in shares:
                attributes["lost"] = shares[node]
        for edge, attributes in graph.edges.items():
            attributes["state"] = "lost" if edge in lost_edges else "reduced"
        return graph


def losses(fibres: Fibres, arrives: Conducted, arrives_by_nerve: Conducted | None = None) -> dict[str, float]:
    """Each affected target → the share of its fibres that no longer arrives.

    `arrives_by_nerve`: what arrives when only the removed segments count, not the removed roots. It is used for skin
    to which the dermatome map assigns no root.
    """
    lost: dict[str, float] = {}
    nodes, others = (fibres, arrives) if len(fibres) < len(arrives) else (arrives, fibres)
    for node in nodes:
        if node not in others:
            continue
        for target, root, share, claimed in fibres[node]:
            by_nerve = not claimed and arrives_by_nerve is not None
            source = (arrives_by_nerve or {}).get(node, {}) if by_nerve else arrives[node]
            gone = share * (1.0 - source.get(root, 1.0))
            if gone:
                lost[target] = lost.get(target, 0.0) + gone
    return lost


class Lesions:
    """Lesions of one anatomy. What every lesion needs is computed once."""

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph = nerve_graph
        self.conduction = nerve_graph.conduction
        self.targets = [id_ for table in TARGETS for id_ in nerve_graph.ids(table)]
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
        """The lesion that removes all the nodes `on` at once. `site` is the id that the result gets."""
        on = tuple(on)
        arrives = self.conduction.after_lesion(on)
        segments = [node for node in on if node not in self.nerve_graph.bits]
        arrives_by_nerve = arrives if len(segments) == len(on) else self.conduction.after_lesion(segments)
        by_reading = [losses(self.fibres(map_id, reading), arrives, arrives_by_nerve) for reading in READINGS]
        share = by_reading[0]
        gone = [target for target in self.targets if share.get(target, 0.0) >= ALL]
        part = {target: share[target] for target in self.targets if NOTHING < share.get(target, 0.0) < ALL}
        affected = {*gone, *part}
        reflexes = self.nerve_graph.dataset["reflexes"]
        all_muscles = self.nerve_graph.dataset.muscles
        muscles = {target: all_muscles[target] for target in (*gone, *part) if target in all_muscles}
        return Lesion(
            site=site,
            on=on,
            map=map_id,
            lost=tuple(target for target in gone if target not in reflexes),
            reduced={target: round(x, DIGITS) for target, x in part.items() if target not in reflexes},
            spared=tuple(target for target in self.targets if target not in affected),
            reflexes_lost=tuple(target for target in gone if target in reflexes),
            reflexes_reduced={target: round(x, DIGITS) for target, x in part.items() if target in reflexes},
            between={target: self._between(target, by_reading, arrives) for target in part},
            could_not=tuple(
                dict.fromkeys(
                    muscles[target].weakness
                    for target in gone
                    if target in muscles and self._loss_shows(muscles[target])
                )
            ),
            examine={target: row.test for target, row in muscles.items() if row.test},
            nerve_graph=self.nerve_graph,
        )

    def _loss_shows(self, muscle: Muscle) -> bool:
        """Whether the loss of a muscle shows by itself; it does not if the muscle can hardly be examined alone."""
        examination = self.nerve_graph.dataset.examinations.get(muscle.id)
        return bool(muscle.weakness) and (examination is None or examination.ease != "hardly")

    def _between(self, target: str, by_reading: list[dict[str, float]], arrives: Conducted) -> tuple[float, float]:
        rival = [losses(fibres, arrives) for fibres in self.rivals.get(target, ())]
        shares = [min(1.0, share.get(target, 0.0)) for share in (*by_reading, *rival)]
        return round(min(shares), DIGITS), round(max(shares), DIGITS)
