"""How well the results of nerve studies fit what is expected after a lesion at a site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log
from typing import Literal

from atlas.dataset.tables.nerve_studies import NORMAL_RESULT
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.study_predictions import LIMB, PARASPINAL, StudyPredictions
from atlas.reasoning.nerve_studies.course import INJURIES, USUAL_DAY, Expected, Injury, injury_of

LOSSES = ("reduced", "absent")
FIBRILLATIONS = "fibrillations"
EXPECTED_OF_RESULT = {FIBRILLATIONS: "abnormal"}
"""What a result is called as an expectation, where that differs."""
TESTS = {"sensory": "territory", "mixed": "territory", "h_reflex": "reflex"} | dict.fromkeys(
    ("motor", "f_wave", LIMB, PARASPINAL), "muscle"
)
"""The kind of a study → the kind of target whose fibres it tests."""
DIGITS = 6


@dataclass(frozen=True)
class StudyParameters:
    """General parameters of the costs of study results; none refers to a particular study, site or case.

    false_positive: kind of study → how often it is abnormal where no tested fibre is lost (0 to 1). Mixed responses and
    late responses are often missing in old age; fibrillations of the back are met in healthy people as well.
    sensitivity: kind of study → how reliably it is abnormal where a change is expected (0 to 1).
    degree_cost: the cost of a response that is absent where a small one is expected.
    other_change_cost: the cost of slowing where a loss is expected, or the other way round.
    injury_cost: the cost of assuming a conduction block or demyelination that nobody has named.
    """

    false_positive: Mapping[str, float] = field(
        default_factory=lambda: (
            {"motor": 0.05, "sensory": 0.05, "mixed": 0.15, "h_reflex": 0.15, "f_wave": 0.1}
            | {LIMB: 0.04, PARASPINAL: 0.1}
        )
    )
    sensitivity: Mapping[str, float] = field(
        default_factory=lambda: (
            {"motor": 0.8, "sensory": 0.85, "mixed": 0.7, "h_reflex": 0.75, "f_wave": 0.4}
            | {LIMB: 0.8, PARASPINAL: 0.5}
        )
    )
    degree_cost: float = 0.4
    other_change_cost: float = 1.2
    injury_cost: float = 1.0


STUDY_PARAMETERS = StudyParameters()


@dataclass(frozen=True)
class StudyFit:
    """How study results fit a candidate.

    injury: the injury that it was compared with; "" for a site off the nerves.
    cost: of the results. injury_cost: of assuming that injury. verdicts: of each result: whether it fits what is
    expected, or None where nothing can be said.
    """

    injury: Injury | Literal[""]
    cost: float
    injury_cost: float
    verdicts: tuple[bool | None, ...]


def compared(
    kind: str, result: str, expected: Expected, parameters: StudyParameters = STUDY_PARAMETERS
) -> tuple[bool | None, float]:
    """Whether a result fits what is expected (None if that is uncertain), and what it costs.

    >>> compared("sensory", "normal", "normal"), compared("sensory", "absent", "uncertain")
    ((True, 0.0), (None, 0.0))
    """
    if expected == "uncertain":
        return None, 0.0
    if result == NORMAL_RESULT:
        is_fitting = expected == NORMAL_RESULT
        return is_fitting, 0.0 if is_fitting else -log(1 - parameters.sensitivity[kind])
    if expected == NORMAL_RESULT:
        return False, -log(parameters.false_positive[kind])
    if result in (expected, FIBRILLATIONS):
        return True, 0.0
    if result in LOSSES and expected in LOSSES:  # a lesion is often less than complete, and seldom more
        return True, parameters.degree_cost if result == "absent" else 0.0
    return False, parameters.other_change_cost


class StudyEvidence:
    """The results of nerve studies, ready to be compared with sites.

    Results that every site predicts alike are one observation, so n of them weigh 1/√n each; for a site off the nerves
    that is true of all results of one kind. If no injury is named, each candidate is compared with the one that fits
    its results best: axon loss, or at a cost one of the others.
    """

    def __init__(
        self,
        findings: Findings,
        predictions: StudyPredictions,
        sites: Iterable[str],
        parameters: StudyParameters = STUDY_PARAMETERS,
    ):
        self.predictions, self.parameters = predictions, parameters
        self.results = list(dict.fromkeys(findings.studies))
        self.day = USUAL_DAY if findings.days is None else findings.days
        self.injuries: tuple[Injury, ...] = (injury_of(findings.injury),) if findings.injury else INJURIES
        self._fits: dict[tuple[str, ...], StudyFit] = {}
        sites = list(sites)
        profiles = [(result, *self._profile(study, sites)) for study, result in self.results]
        sizes, counts = Counter(profiles), Counter(self._kind_found(*one) for one in self.results)
        self.weights: list[float] = [sizes[profile] ** -0.5 for profile in profiles]
        self.weights_off: list[float] = [counts[self._kind_found(*one)] ** -0.5 for one in self.results]

    def _profile(self, study: str, sites: list[str]) -> tuple[Expected, ...]:
        return tuple(
            self.predictions.stage(study, site, injury, self.day).expected for site in sites for injury in self.injuries
        )

    def _kind_found(self, study: str, result: str) -> tuple[str, bool]:
        return TESTS[self.predictions.kind[study]], result == NORMAL_RESULT

    @property
    def null_cost(self) -> float:
        """The cost of the results if no lesion explained any of them."""
        kind = self.predictions.kind
        costs = (compared(kind[study], result, NORMAL_RESULT, self.parameters)[1] for study, result in self.results)
        return sum(weight * cost for weight, cost in zip(self.weights, costs, strict=True))

    def fit(self, sites: tuple[str, ...]) -> StudyFit:
        """How the results fit lesions of sites on the nerves, with the injury that fits best."""
        if sites not in self._fits:
            fits = [self._with(sites, injury) for injury in self.injuries]
            self._fits[sites] = min(fits, key=lambda fit: round(fit.cost + fit.injury_cost, DIGITS))
        return self._fits[sites]

    def _with(self, sites: tuple[str, ...], injury: Injury) -> StudyFit:
        cost, verdicts = 0.0, []
        for (study, result), weight in zip(self.results, self.weights, strict=True):
            expected = self.predictions.joint_stage(study, sites, injury, self.day).expected
            fits, worth = compared(self.predictions.kind[study], result, expected, self.parameters)
            cost += weight * worth
            verdicts.append(fits)
        return StudyFit(injury, cost, self._injury_cost(injury), tuple(verdicts))

    def _injury_cost(self, injury: Injury) -> float:
        return self.parameters.injury_cost if injury != self.injuries[0] else 0.0

    def fit_off(self, share: float, normal_share: float, spared: frozenset[str]) -> StudyFit:
        """How the results fit a cause off the nerves, which takes `share` of what is abnormal.

        `normal_share`: of what is normal. `spared`: the kinds of target that the cause leaves alone.
        """
        cost, verdicts = 0.0, list[bool | None]()
        for (study, result), weight in zip(self.results, self.weights_off, strict=True):
            kind = self.predictions.kind[study]
            is_spared, false_positive = TESTS[kind] in spared, self.parameters.false_positive[kind]
            if result == NORMAL_RESULT:
                taken = 0.0 if is_spared else normal_share
                cost -= weight * log(1 - self.parameters.sensitivity[kind] * taken)
                verdicts.append(True if is_spared else None)
            else:
                cost -= weight * log(false_positive + (1 - false_positive) * (0.0 if is_spared else share))
                verdicts.append(not is_spared)
        return StudyFit("", cost, 0.0, tuple(verdicts))
