"""The best next nerve study: the one whose expected results separate the leading candidates best."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.nerve_studies import NEEDLE, NORMAL_RESULT
from atlas.reasoning.localisation.next_examination import LEADING_COUNT, LEADING_MARGIN, MIN_SEPARATION
from atlas.reasoning.localisation.ranking import COST_DIGITS
from atlas.reasoning.localisation.site_scoring import Candidate
from atlas.reasoning.localisation.study_predictions import LIMB, PARASPINAL, StudyPredictions
from atlas.reasoning.localisation.study_scoring import LOSSES
from atlas.reasoning.nerve_studies.course import Expected, Injury

RELIABILITY: Mapping[str, float] = {"motor": 0.85, "sensory": 0.9, "mixed": 0.6, "h_reflex": 0.7, "f_wave": 0.4} | {
    LIMB: 0.9,
    PARASPINAL: 0.6,
}
"""How far a study of each kind can be trusted: mixed and late responses are often missing in old age, and the back is
often normal in a lesion of a root."""
DEGREE, OTHER_CHANGE = 0.2, 0.4
"""How far two abnormal results are apart: a small response and none; a slow response and a small one."""
_TIE = 1e-9


class StudySuggestion(TypedDict):
    """The suggested study. `id`: as in findings. `kind`: motor, sensory, mixed, h_reflex, f_wave, needle or paraspinal.

    `expected`: key of each leading candidate → what it is expected to show. `why`: one sentence.
    """

    id: str
    name: str
    kind: str
    expected: dict[str, str]
    why: str


def apart(one: Expected, other: Expected) -> float:
    """How far two expected results are apart, from 0 to 1. What is uncertain separates nothing.

    >>> apart("normal", "absent"), apart("reduced", "absent"), apart("uncertain", "absent")
    (1.0, 0.2, 0.0)
    """
    if "uncertain" in (one, other) or one == other:
        return 0.0
    if NORMAL_RESULT in (one, other):
        return 1.0
    return DEGREE if one in LOSSES and other in LOSSES else OTHER_CHANGE


class NextStudy:
    """Chooses nerve studies and needle muscles in one anatomy."""

    def __init__(self, dataset: Dataset, predictions: StudyPredictions):
        self.dataset, self.predictions = dataset, predictions

    def choose(
        self, ranked: list[Candidate], keys: list[str], done: set[str], injury: Injury, day: int
    ) -> StudySuggestion | None:
        """The study to make next, or None when none separates the candidates. `keys`: of the ranked candidates.

        done: the studies that were made. injury, day: what is assumed of a candidate that was not compared with
        studies yet.
        """
        leading = [
            (candidate, key)
            for candidate, key in zip(ranked[:LEADING_COUNT], keys, strict=False)
            if round(candidate.total - ranked[0].total, COST_DIGITS) <= LEADING_MARGIN and candidate.lost_shares
        ]
        best: tuple[str, list[Expected]] | None = None
        highest = MIN_SEPARATION
        for study, kind in self.predictions.kind.items():
            if study in done or not leading:
                continue
            expected = [self._expected(study, candidate, injury, day) for candidate, _ in leading]
            separation = RELIABILITY[kind] * sum(
                apart(expected[0], other) / place for place, other in enumerate(expected[1:], 1)
            )
            if separation > highest + _TIE:
                best, highest = (study, expected), separation
        if best is None:
            return None
        study, expected = best
        gaps = [apart(expected[0], other) for other in expected]
        farthest = gaps.index(max(gaps))
        return {
            "id": study,
            "name": self.name(study),
            "kind": self.predictions.kind[study],
            "expected": {key: one for (_, key), one in zip(leading, expected, strict=True)},
            "why": self._why(leading[0][0], leading[farthest][0], expected[0], expected[farthest]),
        }

    def _expected(self, study: str, candidate: Candidate, injury: Injury, day: int) -> Expected:
        return self.predictions.joint_stage(study, candidate.sites, candidate.injury or injury, day).expected

    def name(self, study: str) -> str:
        """The name of a study or of the needle EMG of a muscle, in the language of the data set."""
        if not study.startswith(NEEDLE):
            return self.dataset.studies[study].name
        muscle = self.dataset.needle_muscles[study.removeprefix(NEEDLE)].name
        return self.dataset.strings["cases.study.needle"].format(muscle=muscle)

    def _why(self, first: Candidate, other: Candidate, expected: Expected, differing: Expected) -> str:
        words = self.dataset.strings
        return words["cases.study.why"].format(
            site=self._site_names(first),
            expected=words[f"cases.study.expected.{expected}"],
            other=self._site_names(other),
            differing=words[f"cases.study.expected.{differing}"],
        )

    def _site_names(self, candidate: Candidate) -> str:
        return " + ".join(self.dataset.sites[site].name for site in candidate.sites)
