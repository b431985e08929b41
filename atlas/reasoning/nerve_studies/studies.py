"""Every study and every needle muscle after a lesion: the stages of each, and what is expected on one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from atlas.dataset.rows import Claim
from atlas.dataset.tables.nerve_studies import GanglionException, Study
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.severity import COMPLETE, INTERMITTENT, Severity, share_of_fibres
from atlas.lazy_property import cached_property
from atlas.reasoning.nerve_studies.course import GANGLION, Course, Expected, Injury, Stage, stage_on
from atlas.reasoning.nerve_studies.late_responses import f_wave_course, h_reflex_course
from atlas.reasoning.nerve_studies.motor_course import motor_course
from atlas.reasoning.nerve_studies.needle_course import needle_course
from atlas.reasoning.nerve_studies.reasons import Reasons
from atlas.reasoning.nerve_studies.regrowth import Regrowth
from atlas.reasoning.nerve_studies.sensory_course import sensory_course
from atlas.reasoning.nerve_studies.tested_fibres import FibreFinder, TestedFibres
from atlas.reasoning.nerve_studies.times import Times, times


@dataclass(frozen=True)
class StudyResult:
    """What one study, or needle EMG of one muscle, is expected to show, and why, in a sentence.

    cites: of the study or muscle, of the days, and of the exceptions. exceptions: what published series counted
    against the ganglion rule.
    """

    id: str
    expected: Expected
    why: str
    cites: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class StudyResults:
    """What all studies are expected to show after a lesion of `site`, on a day after its onset.

    tested: whether any of them tests fibres that run through the lesion.
    """

    site: str
    days: int
    injury: Injury
    severity: Severity
    tested: bool
    studies: tuple[StudyResult, ...]
    emg: tuple[StudyResult, ...]

    def as_dict(self) -> dict[str, Any]:
        """The results as plain lists and dicts, ready for JSON."""
        studies = [
            {"id": row.id, "expected": row.expected, "why": row.why, "cites": list(row.cites)}
            | ({"exceptions": list(row.exceptions)} if row.exceptions else {})
            for row in self.studies
        ]
        emg = [
            {"muscle": row.id, "expected": row.expected, "why": row.why, "cites": list(row.cites)} for row in self.emg
        ]
        head = {name: getattr(self, name) for name in ("site", "days", "injury", "severity", "tested")}
        return head | {"studies": studies, "emg": emg}


class Studies:
    """Predicts nerve studies in one anatomy."""

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph, self.dataset = nerve_graph, nerve_graph.dataset
        self.fibres, self.regrowth = FibreFinder(nerve_graph), Regrowth(nerve_graph)
        self.reasons = Reasons(nerve_graph.dataset)

    @cached_property
    def _times(self) -> Times:
        return times(self.dataset)

    def course(self, study: str, on: Iterable[str], injury: Injury, severity: Severity = COMPLETE) -> Course:
        """The stages of a study after a lesion of the nodes `on`."""
        row, on = self.dataset.studies[study], tuple(on)
        if row.segments:
            fibres = self._scaled(self.fibres.of_study(row, on), severity)
            regrown = self.regrowth.day_in_segment(row.segments[0], on, self._times.regrowth)
            return sensory_course(fibres, injury, self._times, regrown)
        if row.kind == "h_reflex":
            roots = self.fibres.main_roots(row.muscle)
            bits = sum(self.nerve_graph.bits[root] for root in roots)
            loop = TestedFibres(*self.fibres.of_muscle(row.muscle, on, bits))
            return h_reflex_course(self._scaled(loop, severity), injury, roots, self._times)
        motor = self._scaled(self.fibres.of_study(row, on), severity)
        if row.kind == "f_wave":
            roots = self.dataset.muscles[row.muscle].roots
            return f_wave_course(motor, injury, roots, self._times, self._regrown(row.muscle, on))
        return motor_course(motor, injury, self._times, self._regrown(row.muscle, on))

    def needle(self, muscle: str, on: Iterable[str], injury: Injury, severity: Severity = COMPLETE) -> Course:
        """The stages of needle EMG in a muscle after a lesion of the nodes `on`."""
        row, on = self.dataset.needle_muscles[muscle], tuple(on)
        fibres = self.fibres.of_needle(row, on)
        # a needle finds the loss of few fibres, so a partial lesion of a main root shows too
        scaled = self._scaled(fibres, severity, keeps_main=severity != INTERMITTENT)
        distance, regrown = self._distance_to_region(row.region, on), self._regrown(row.muscle, on)
        return needle_course(row, scaled, injury, self._times, distance, regrown)

    def is_tested(self, on: Iterable[str]) -> bool:
        """Whether any study or needle muscle has fibres that run through the nodes `on`."""
        on = tuple(on)
        tested = (
            *(self.fibres.of_study(row, on) for row in self.dataset.studies.values()),
            *(self.fibres.of_needle(row, on) for row in self.dataset.needle_muscles.values()),
        )
        return any(not fibres.none for fibres in tested)

    def results(self, site: str, on: Iterable[str], day: int, injury: Injury, severity: Severity) -> StudyResults:
        """What all studies are expected to show on a day."""
        on = tuple(on)
        studies = []
        for id_, row in self.dataset.studies.items():
            stage = stage_on(self.course(id_, on, injury, severity), day)
            against = self.exceptions(row, stage)
            said = tuple(self.reasons.exception(claim) for claim in against)
            cites = _cited(row, *self.rests_on(stage), *against)
            studies.append(StudyResult(id_, stage.expected, self.reasons.sentence(stage), cites, said))
        emg = []
        for id_, muscle in self.dataset.needle_muscles.items():
            stage = stage_on(self.needle(id_, on, injury, severity), day)
            cites = _cited(muscle, *self.rests_on(stage))
            emg.append(StudyResult(id_, stage.expected, self.reasons.sentence(stage), cites))
        return StudyResults(site, day, injury, severity, self.is_tested(on), tuple(studies), tuple(emg))

    def _distance_to_region(self, region: str, on: tuple[str, ...]) -> int | None:
        """Millimetres from a lesion to the farthest muscle of a region: all its muscles get one answer."""
        rows = self.dataset.needle_muscles.values()
        found = [self.regrowth.to_muscle(row.muscle, on) for row in rows if row.region == region]
        return max((distance for distance in found if distance is not None), default=None)

    def _scaled(self, fibres: TestedFibres, severity: Severity, *, keeps_main: bool = False) -> TestedFibres:
        return fibres.scaled(share_of_fibres(self.nerve_graph, severity), keeps_main=keeps_main)

    def _regrown(self, muscle: str, on: tuple[str, ...]) -> int:
        return self.regrowth.day_in_muscle(muscle, on, self._times.regrowth)

    def rests_on(self, stage: Stage) -> list[Claim]:
        """The rows that the days of a stage come from."""
        rows = {**self.dataset.injury_times, **self.dataset.needle_regions}
        return [rows[id_] for id_ in stage.rests_on]

    def exceptions(self, row: Study, stage: Stage) -> list[GanglionException]:
        """What published series counted of a sensory response in a lesion of the roots that a stage names."""
        if stage.why != GANGLION:
            return []
        rows = self.dataset.ganglion_exceptions.values()
        return [
            claim
            for claim in rows
            if claim.study == row.id and claim.root in stage.values["roots"] and claim.rate is not None
        ]


def _cited(*claims: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cite.key for claim in claims for cite in claim.cites))
