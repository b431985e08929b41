"""The fibres that a study tests, and which of them run through a lesion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from atlas.dataset.tables.nerve_studies import NeedleMuscle, Study
from atlas.graph.conduction import Conducted
from atlas.graph.fibres import FibreShare, muscle_fibres, root_parts
from atlas.graph.lesion import ALL, NOTHING
from atlas.graph.nerve_graph import NerveGraph

HALF = 0.5
"""From this share of lost fibres on, a response is expected to lie outside the limits of healthy people."""


@dataclass(frozen=True)
class TestedFibres:
    """What a lesion does to the fibres of one study.

    share: 0 to 1, of the fibres that run through the lesion. main: whether all fibres of a main root do.
    between: for each stimulus, distal first, whether the lesion lies between it and the recording.
    central: the roots that the lesion interrupts proximal to the ganglion, where no tested fibre is lost beyond it.
    beyond: whether the lesion lies distal to the recording.
    """

    __test__ = False  # not a test, whatever its name
    share: float
    main: bool = False
    between: tuple[bool, ...] = ()
    central: tuple[str, ...] = ()
    beyond: bool = False

    @property
    def all(self) -> bool:
        """Whether all tested fibres run through the lesion."""
        return self.share >= ALL

    @property
    def none(self) -> bool:
        """Whether no tested fibre runs through the lesion."""
        return self.share <= NOTHING

    @property
    def much(self) -> bool:
        """Whether enough fibres run through the lesion for the response to change."""
        return self.share >= HALF - NOTHING or self.main

    def scaled(self, share: float, *, keeps_main: bool = False) -> TestedFibres:
        """The same for a lesion that takes only a share of the fibres at its place; then no root is lost as a whole.

        keeps_main: whether a main root still counts as affected.
        """
        if share >= ALL:
            return self
        return replace(self, share=self.share * share, main=self.main and keeps_main)


class FibreFinder:
    """Finds the tested fibres of one anatomy."""

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph = nerve_graph
        self._muscles: dict[str, list[tuple[str, FibreShare]]] = {}
        for node, shares in muscle_fibres(nerve_graph).items():
            for share in shares:
                self._muscles.setdefault(share.target, []).append((node, share))
        self._arrives: dict[tuple[str, ...], Conducted] = {}
        self._below: dict[str, frozenset[str]] = {}
        self._points: dict[str, list[str]] = {}
        for row in nerve_graph.dataset.study_points.values():
            self._points.setdefault(row.study, []).append(row.first)

    def of_study(self, study: Study, on: Iterable[str]) -> TestedFibres:
        """The fibres that a study tests: sensory ones from the ganglion on, motor ones from the cord on."""
        return self._sensory(study, on) if study.segments else self._motor(study, on)

    def of_needle(self, row: NeedleMuscle, on: Iterable[str]) -> TestedFibres:
        """The motor fibres of a muscle, or those of one root to the muscles of the back."""
        on = tuple(on)
        if not row.root:
            return TestedFibres(*self.of_muscle(row.muscle, on))
        bit = self.nerve_graph.bits[row.root]
        share, _ = self.of_muscle(row.muscle, on, bit)
        return TestedFibres(share, central=tuple(node for node in on if node in self.nerve_graph.bits))

    def _motor(self, study: Study, on: Iterable[str]) -> TestedFibres:
        """The motor fibres of a muscle, from the cord to the recording."""
        on = tuple(on)
        branches = {node for node, _ in self._muscles.get(study.muscle, ())}
        share, main = self.of_muscle(study.muscle, on)
        path = {node for node in on if branches & self._from(node)}
        between = tuple(bool(first and path & self._from(first)) for first in self._points.get(study.id, ()))
        return TestedFibres(share, main, between)

    def of_muscle(self, muscle: str, on: Iterable[str], only: int = -1) -> tuple[float, bool]:
        """The share (0 to 1) of a muscle's fibres through the lesion, and whether one of its main roots is all lost.

        only: the roots (bits) that count.
        """
        lost, whole = self._lost_by_root(muscle, tuple(on), only)
        total = sum(whole.values())
        row = self.nerve_graph.dataset.muscles[muscle]
        main = [bit for root in row.main_roots if (bit := self.nerve_graph.bits[root]) in whole]
        return (sum(lost.values()) / total if total else 0.0), any(lost[bit] >= ALL * whole[bit] for bit in main)

    def _lost_by_root(self, muscle: str, on: tuple[str, ...], only: int) -> tuple[dict[int, float], dict[int, float]]:
        arrives = self._after(on)
        lost: dict[int, float] = {}
        whole: dict[int, float] = {}
        for node, (_, bit, share) in self._muscles.get(muscle, ()):
            if bit & only:
                whole[bit] = whole.get(bit, 0.0) + share
                lost[bit] = lost.get(bit, 0.0) + share * (1.0 - arrives.get(node, {}).get(bit, 1.0))
        return lost, whole

    def _sensory(self, study: Study, on: Iterable[str]) -> TestedFibres:
        """The sensory fibres between the ganglion and the distal electrode."""
        graph, on = self.nerve_graph, tuple(on)
        distal = study.segments[0]
        nerve = graph.dataset.nerves[graph.dataset.segments[distal].nerve]
        roots = graph.roots_in(graph.reaching_roots[distal])
        parts = root_parts(graph, roots, nerve.main_roots, "value")
        peripheral = tuple(node for node in on if node not in graph.bits)
        arrives = self._after(peripheral).get(distal, {})
        lost = {bit: 1.0 - arrives.get(bit, 1.0) for bit in parts}
        main = any(lost.get(graph.bits[root], 0.0) >= ALL for root in nerve.main_roots)
        share = sum(parts[bit] * lost[bit] for bit in parts)
        central = tuple(root for root in roots if root in on) if share <= NOTHING else ()
        on_path = [node for node in peripheral if distal in self._from(node)]
        between = (any(node in study.segments for node in on_path),)
        beyond = share <= NOTHING and any(node in self._from(distal) and node != distal for node in peripheral)
        return TestedFibres(share, main, between, central, beyond)

    def main_roots(self, muscle: str) -> tuple[str, ...]:
        """The roots that a reflex of the muscle runs through."""
        row = self.nerve_graph.dataset.muscles[muscle]
        return row.main_roots or row.roots

    def _after(self, on: tuple[str, ...]) -> Conducted:
        if on not in self._arrives:
            self._arrives[on] = self.nerve_graph.conduction.after_lesion(on)
        return self._arrives[on]

    def _from(self, node: str) -> frozenset[str]:
        """A node and all below it."""
        if node not in self._below:
            self._below[node] = frozenset(self.nerve_graph.conduction.distal_to((node,)))
        return self._below[node]


def roots_of(nerve_graph: NerveGraph, study: Study) -> tuple[str, ...]:
    """The roots of the fibres that a study tests, in anatomical order."""
    if study.segments:
        return tuple(nerve_graph.roots_in(nerve_graph.reaching_roots[study.segments[0]]))
    return nerve_graph.dataset.muscles[study.muscle].roots
