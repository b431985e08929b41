"""What every study and needle examination is expected to show after the loss of all axons at a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.nerve_studies.course import AXON_LOSS, GANGLION, USUAL_DAY, Course, Expected, stage_on
from atlas.reasoning.nerve_studies.studies import Studies
from atlas.reasoning.quiz.things import NEEDLE_STUDY

CHANGED: frozenset[Expected] = frozenset(("reduced", "absent", "slowed", "abnormal"))
"""What counts as abnormal; `uncertain` is neither this nor normal, so it is no answer and no wrong choice."""

MIXED = "mixed"
"""The kind of study whose response has motor fibres too."""


@dataclass(frozen=True)
class Result:
    """What is expected on the usual day, and why, as a sentence."""

    expected: Expected
    why: str


class Results:
    """The results of one anatomy, computed once for each place."""

    def __init__(self, nerve_graph: NerveGraph):
        self.tables = nerve_graph.dataset
        self._studies = Studies(nerve_graph)
        self._known: dict[tuple[str, ...], dict[str, Result]] = {}

    def of(self, on: Iterable[str]) -> Mapping[str, Result]:
        """Study, or needle examination of a muscle outside the back → its result after a lesion of the nodes `on`.

        The muscles of the back are left out: too many lesions of a root do not show there.
        """
        key = tuple(on)
        if key not in self._known:
            studies = {
                id_: self._result(self._studies.course(id_, key, AXON_LOSS), is_mixed=row.kind == MIXED)
                for id_, row in self.tables.studies.items()
            }
            needle = {
                NEEDLE_STUDY + row.id: self._result(self._studies.needle(row.id, key, AXON_LOSS))
                for row in self.tables.needle_muscles.values()
                if not row.root
            }
            self._known[key] = studies | needle
        return self._known[key]

    def _result(self, course: Course, *, is_mixed: bool = False) -> Result:
        stage = stage_on(course, USUAL_DAY)
        why = self._studies.reasons.sentence(stage)
        if stage.why == GANGLION:
            if is_mixed:  # its motor fibres degenerate, although the ganglion keeps the sensory ones
                return Result("uncertain", why)
            why += " " + self.tables.strings["quiz.lab.exceptions"]
        return Result(stage.expected, why)


def changed(results: Mapping[str, Result]) -> set[str]:
    """The studies that are expected to be abnormal."""
    return {id_ for id_, result in results.items() if result.expected in CHANGED}


def normal(results: Mapping[str, Result]) -> set[str]:
    """The studies that are expected to be normal."""
    return {id_ for id_, result in results.items() if result.expected == "normal"}
