"""Computes the deficits of a lesion: it removes nodes from the graph and finds the targets that lose their fibres.

A lesion of roots alone takes the skin that the chosen dermatome map gives them. A lesion below the roots takes the
fields of nerves, which are the same on every map.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from atlas.dataset.tables import TARGETS
from atlas.dataset.tables.targets import Muscle, Reflex
from atlas.graph.conduction import Conducted
from atlas.graph.fibres import (
    READINGS,
    Fibres,
    field_fibres,
    muscle_fibres,
    occasional_fibres,
    rival_fibres,
    skin_by_map,
    weight,
)
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.result import Result
from atlas.graph.severity import COMPLETE, Severity, in_words, share_of_fibres

if TYPE_CHECKING:
    import networkx as nx

NOTHING, ALL = 1e-9, 1 - 1e-9
"""A share below NOTHING counts as 0, one above ALL as 1."""
DIGITS = 4
_KEPT = 1024
"""Of how many lesions the shares are kept: those at all places, and on roots under all maps."""
_Shares = tuple[float, float, float]
"""A share, and the least and the greatest that sources allow."""


@dataclass(frozen=True, repr=False)
class Lesion(Result):
    """What is lost in a lesion of `site`. Shares run from 0 to 1; ids are in anatomical order.

    site: id of the place. on: the roots and segments that are removed. map: id of the dermatome map.
    severity: complete, partial or intermittent. Only a complete lesion loses anything completely.
    lost: muscles and patches of skin that lose all their fibres. reduced: those that lose a part → the share lost.
    reflexes_lost, reflexes_reduced: the same for reflexes. spared: every other target, reflexes included.
    sometimes: spared skin that only some people lose, because their nerves run differently.
    words: reduced target, reflexes included → "mostly", "partly" or "slightly" (an intermittent lesion).
    between: reduced target → the least and the greatest share lost that weights and rival sources allow.
    could_not: what the person can no longer do. examine: affected muscle → how to test it.
    """

    site: str
    on: tuple[str, ...]
    map: str
    severity: Severity
    lost: tuple[str, ...]
    reduced: dict[str, float]
    spared: tuple[str, ...]
    sometimes: tuple[str, ...]
    reflexes_lost: tuple[str, ...]
    reflexes_reduced: dict[str, float]
    words: dict[str, str]
    between: dict[str, tuple[float, float]]
    could_not: tuple[str, ...]
    examine: dict[str, str]
    nerve_graph: NerveGraph = field(compare=False, kw_only=True)

    def __repr__(self) -> str:
        lost, reduced = self.lost + self.reflexes_lost, self.reduced | self.reflexes_reduced
        return f"Lesion({self.site!r}, {self.severity}, map={self.map!r}: {len(lost)} lost, {len(reduced)} reduced)"

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
        complete = self.severity == COMPLETE
        lost = {*(found.lost_nodes if complete else ()), *self.lost, *self.reflexes_lost}
        nodes = {*found.lost_nodes, *found.reduced_nodes, *lost, *shares}
        lost_edges = set(found.lost_edges if complete else ())
        edges = [(a, b) for a, b in (*found.lost_edges, *found.reduced_edges) if a in nodes and b in nodes]
        graph = part_of_graph(self.nerve_graph, nodes, edges)
        for node, attributes in graph.nodes.items():
            attributes["state"] = "lost" if node in lost else "reduced"
            if node in shares:
                attributes["lost"] = shares[node]
        for edge, attributes in graph.edges.items():
            attributes["state"] = "lost" if edge in lost_edges else "reduced"
        return graph


def losses(fibres: Fibres, arrives: Conducted) -> dict[str, float]:
    """Each affected target → the share of its fibres that no longer arrives."""
    lost: dict[str, float] = {}
    nodes, others = (fibres, arrives) if len(fibres) < len(arrives) else (arrives, fibres)
    for node in nodes:
        if node not in others:
            continue
        for target, root, share in fibres[node]:
            gone = share * (1.0 - arrives[node].get(root, 1.0))
            if gone:
                lost[target] = lost.get(target, 0.0) + gone
    return lost


class Lesions:
    """Lesions of one anatomy. What every lesion needs is computed once."""

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph = nerve_graph
        self.conduction = nerve_graph.conduction
        self.targets = [id_ for table in TARGETS for id_ in nerve_graph.ids(table)]
        self._muscles = {reading: muscle_fibres(nerve_graph, reading) for reading in READINGS}
        self._fields = {reading: field_fibres(nerve_graph, reading) for reading in READINGS}
        self._occasional = occasional_fibres(nerve_graph)
        self._skin_by_map: dict[str, Fibres] = {}
        self._shares = nerve_graph.once("shares", lambda: lru_cache(_KEPT)(self._compute_shares))
        self.rivals: dict[str, list[Fibres]] = {}
        for target, fibres in rival_fibres(nerve_graph):
            self.rivals.setdefault(target, []).append(fibres)

    def is_of_roots(self, on: Iterable[str]) -> bool:
        """Whether a lesion removes roots only, so that the dermatome map decides which skin it takes."""
        return all(node in self.nerve_graph.bits for node in on)

    def skin_by_map(self, map_id: str) -> Fibres:
        """The skin that one dermatome map gives to each root."""
        if map_id not in self._skin_by_map:
            self._skin_by_map[map_id] = skin_by_map(self.nerve_graph, map_id)
        return self._skin_by_map[map_id]

    def complete_losses(self, on: Iterable[str], map_id: str, reading: str = READINGS[0]) -> dict[str, float]:
        """Each target → the share of its fibres that a complete lesion of the nodes takes in the usual person."""
        on = tuple(on)
        arrives = self.conduction.after_lesion(on)
        skin = self.skin_by_map(map_id) if self.is_of_roots(on) else self._fields[reading]
        return losses(self._muscles[reading], arrives) | losses(skin, arrives)

    def of(self, site: str, on: Iterable[str], map_id: str, severity: Severity = COMPLETE) -> Lesion:
        """The lesion that removes all the nodes `on` at once. `site` is the id that the result gets."""
        on = tuple(on)
        # below the roots the map has no effect
        shares = self._shares(on, map_id if self.is_of_roots(on) else "")
        value, low, high = (share_of_fibres(self.nerve_graph, severity, reading) for reading in READINGS)
        found = {
            target: (share * value, least * low, most * high)
            for target in self.targets
            for share, least, most in [shares.get(target, (0.0, 0.0, 0.0))]
            if share * value > NOTHING
        }
        gone = [target for target, (share, _, _) in found.items() if share >= ALL]
        part = {target: share for target, (share, _, _) in found.items() if share < ALL}
        reflexes = self.nerve_graph.dataset["reflexes"]
        all_muscles = self.nerve_graph.dataset.muscles
        muscles = {target: all_muscles[target] for target in (*gone, *part) if target in all_muscles}
        return Lesion(
            site=site,
            on=on,
            map=map_id,
            severity=severity,
            lost=tuple(target for target in gone if target not in reflexes),
            reduced={target: round(x, DIGITS) for target, x in part.items() if target not in reflexes},
            spared=tuple(target for target in self.targets if target not in found),
            sometimes=tuple(target for target in self._occasional_skin(on) if target not in found),
            reflexes_lost=tuple(target for target in gone if target in reflexes),
            reflexes_reduced={target: round(x, DIGITS) for target, x in part.items() if target in reflexes},
            words={target: in_words(share, severity) for target, share in part.items()},
            between={t: (round(found[t][1], DIGITS), round(found[t][2], DIGITS)) for t in part},
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

    def _compute_shares(self, on: tuple[str, ...], map_id: str) -> dict[str, _Shares]:
        """Target → the share that a complete lesion takes, and the least and the most that sources allow."""
        by_reading = [self.complete_losses(on, map_id, reading) for reading in READINGS]
        arrives = self.conduction.after_lesion(on)
        found = {}
        for target, share in by_reading[0].items():
            rival = [losses(fibres, arrives).get(target, 0.0) for fibres in self.rivals.get(target, ())]
            possible = [min(1.0, x) for x in (*(own.get(target, 0.0) for own in by_reading), *rival)]
            found[target] = (min(1.0, share), min(possible), max(possible))
        return self._with_other_side(on, found)

    def _with_other_side(self, on: tuple[str, ...], shares: dict[str, _Shares]) -> dict[str, _Shares]:
        """The shares with less taken from what the other side keeps, unless the lesion hits both sides."""
        hits_both = (
            site.sides == "both" and set(site.on) <= set(on) for site in self.nerve_graph.dataset.sites.values()
        )
        if any(hits_both):
            return shares
        value, low, high = (weight(self.nerve_graph, "one_side", reading, otherwise=0.5) for reading in READINGS)
        dataset = self.nerve_graph.dataset
        both: list[Muscle | Reflex] = [*dataset.muscles.values(), *dataset.reflexes.values()]
        kept = {row.id for row in both if row.sides == "both"}
        scaled = {
            t: (share * value, least * low, most * high) for t, (share, least, most) in shares.items() if t in kept
        }
        return shares | scaled

    def _occasional_skin(self, on: tuple[str, ...]) -> list[str]:
        """The skin that a lesion takes only in some people. A lesion of roots has none: the map decides."""
        if self.is_of_roots(on):
            return []
        lost = losses(self._occasional, self.conduction.after_lesion(on))
        return [target for target in self.targets if lost.get(target, 0.0) > NOTHING]

    def _loss_shows(self, muscle: Muscle) -> bool:
        """Whether the loss of a muscle shows by itself; it does not if the muscle can hardly be examined alone."""
        examination = self.nerve_graph.dataset.examinations.get(muscle.id)
        return bool(muscle.weakness) and (examination is None or examination.ease != "hardly")
