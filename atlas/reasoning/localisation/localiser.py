"""From findings back to sites, for teaching cases: an order of explanations, without probabilities or a diagnosis."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypedDict

from atlas.emergencies.recogniser import EmergencyRecogniser
from atlas.graph.nerve_graph import NerveGraph
from atlas.lazy_property import cached_property
from atlas.reasoning.localisation.clues import ClueMatch, ClueMatcher
from atlas.reasoning.localisation.combinations import combinations_in
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.named_places import named_places
from atlas.reasoning.localisation.next_examination import Examination, NextExamination
from atlas.reasoning.localisation.next_study import NextStudy, StudySuggestion
from atlas.reasoning.localisation.ranking import COST_DIGITS, CandidateRanking
from atlas.reasoning.localisation.scoring import DEFAULT_PARAMETERS, PREDICTED_SHARE, ScoringParameters
from atlas.reasoning.localisation.site_scoring import Candidate
from atlas.reasoning.localisation.variant_deficits import variant_deficits
from atlas.reasoning.nerve_studies.course import AXON_LOSS, USUAL_DAY, injury_of
from atlas.search.lesion_places import LesionPlaces

MAX_CANDIDATES = 10
NEAREST_COUNT = 3
"""The number of candidates listed when none of them fits."""
FITTING_PART, FITTING_COST = 0.35, 1.5
"""A candidate fits if its cost for what is known is at most this part of the cost that the findings have without any
lesion. A cost that is low in itself also fits, because a few findings cost little without a lesion."""
INDISTINCT_BELOW = 1.5
"""Candidates with the same verdict on every finding are indistinguishable if their evidence costs differ by less."""


class RedFlag(TypedDict):
    """A warning that comes before the candidates: an emergency that the findings may mean.

    `clue`: the words and targets that show it. `urgency`: `now` or `soon` (on the same day). `says` and `text`: the
    same text, for clinicians.
    """

    id: str
    urgency: str
    clue: str
    name: str
    says: str
    text: str


class ComparedStudy(TypedDict):
    """One result of a nerve study beside what a candidate predicts. `study`: as in findings.

    `fits`: whether the result is as expected; None where nothing certain is expected. `expected` and `why` are empty
    for a site off the nerves, for which no study is predicted.
    """

    study: str
    result: str
    expected: str
    fits: bool | None
    why: str


class RankedSite(TypedDict):
    """One candidate of the answer. `alike`: the keys of the candidates that the findings do not separate from it.

    `variant`: the id of the variant of the anatomy that it needs to fit, or None if it fits the usual person.
    `studies`: the results of nerve studies. `injury`: the one with which they were compared; None without studies.
    """

    site: str
    site_key: str
    explained: list[str]
    unexplained: list[str]
    contradicted: list[str]
    would_also_predict: list[str]
    alike: list[str]
    variant: str | None
    injury: str | None
    studies: list[ComparedStudy]


@dataclass(frozen=True)
class Localisation:
    """The answer to a set of findings.

    candidates: the best explanation first. fits: whether the first one explains enough; if not, the candidates are
    only the nearest, and nothing that the atlas knows fits.
    """

    red_flags: tuple[RedFlag, ...]
    unrecognised: tuple[str, ...]
    candidates: tuple[RankedSite, ...]
    next_examination: Examination | None
    fits: bool
    suggest_study: Callable[[], StudySuggestion | None] = field(default=lambda: None, repr=False, compare=False)

    @cached_property
    def next_study(self) -> StudySuggestion | None:
        """The nerve study, not yet made, that separates the leading candidates best; worked out when asked for."""
        return self.suggest_study()

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain lists, ready for JSON. Red flags come first."""
        return {
            "red_flags": list(self.red_flags),
            "unrecognised": list(self.unrecognised),
            "candidates": list(self.candidates),
            "next_examination": self.next_examination,
            "next_study": self.next_study,
            "fits": self.fits,
        }


class Localiser:
    """Localises findings in one anatomy. Everything that does not depend on the findings is computed once."""

    def __init__(
        self,
        nerve_graph: NerveGraph,
        places: LesionPlaces,
        expected: ExpectedDeficits,
        parameters: ScoringParameters = DEFAULT_PARAMETERS,
        known_variants: Iterable[str] = (),
    ):
        self.nerve_graph, self.places, self.expected, self.parameters = nerve_graph, places, expected, parameters
        tables = nerve_graph.dataset
        self.sites = tables.sites
        self.combinations = list(tables.combinations.values())
        self.clue_matcher = ClueMatcher(tables.clues.values(), named_places(nerve_graph), tables.clue_words.values())
        self.emergencies = EmergencyRecogniser(tables)
        variants = variant_deficits(nerve_graph, expected, known_variants)
        self.ranking = CandidateRanking(nerve_graph, expected, parameters, variants)
        self.next_examination = NextExamination(nerve_graph, expected)
        self.predictions = self.ranking.scorer.predictions
        self.next_study = NextStudy(tables, self.predictions)

    def localise(self, findings: Findings, limit: int = MAX_CANDIDATES) -> Localisation:
        """The sites that the findings point to, in order of explanation; at most `limit` of them.

        Raises ValueError for an injury that does not exist.
        """
        clues, unrecognised = self._recognise(findings.clues)
        together = [*clues, *combinations_in(self.combinations, findings, clues)]
        ranked = self.ranking.rank(findings, together) if findings.signs or findings.studies or clues else []
        fits = self._fits(ranked, findings, together)
        if not fits:
            ranked = ranked[:NEAREST_COUNT]
        examined, keys = findings.examined(), [self._key(candidate) for candidate in ranked]
        return Localisation(
            red_flags=self._red_flags(findings),
            unrecognised=tuple(dict.fromkeys((*findings.unrecognised, *unrecognised))),
            candidates=tuple(self._answer(candidate, ranked, findings) for candidate in ranked[:limit]),
            next_examination=self.next_examination.choose(ranked, keys, examined),
            fits=fits,
            suggest_study=lambda: self._suggest_study(ranked, keys, findings),
        )

    def _suggest_study(self, ranked: list[Candidate], keys: list[str], findings: Findings) -> StudySuggestion | None:
        injury = injury_of(findings.injury) if findings.injury else AXON_LOSS
        done = {study for study, _ in findings.studies}
        return self.next_study.choose(ranked, keys, done, injury, _day(findings))

    def _fits(self, ranked: list[Candidate], findings: Findings, clues: list[ClueMatch]) -> bool:
        """Whether the best candidate costs clearly less than the findings do without any lesion."""
        if not ranked:
            return False
        null_cost = self.ranking.scorer.evidence(findings, clues).null_cost
        limit = max(FITTING_COST, FITTING_PART * null_cost)
        return round(ranked[0].known_cost - limit, COST_DIGITS) <= 0

    def _recognise(self, texts: list[str]) -> tuple[list[ClueMatch], list[str]]:
        """The clues that the texts mean, each one once, and the texts that mean none.

        Where one text denies a clue and another has it, as of two signs of one kind, it is present.
        """
        clues: dict[str, ClueMatch] = {}
        unrecognised = []
        for text in texts:
            matches = self.clue_matcher.match(text)
            for match in matches:
                known = clues.get(match.row.id)
                if known is None or (known.denied and not match.denied):
                    clues[match.row.id] = match
            if not matches and not self.emergencies.matcher.in_text(text):
                unrecognised.append(text)
        return list(clues.values()), unrecognised

    def _red_flags(self, findings: Findings) -> tuple[RedFlag, ...]:
        """The emergencies that the findings and the words given may mean, the most urgent first."""
        return tuple(
            {
                "id": found.row.id,
                "urgency": found.row.urgency,
                "clue": "; ".join(found.shown_by),
                "name": found.row.name,
                "says": found.row.text,
                "text": found.row.text,
            }
            for found in self.emergencies.recognise((*findings.clues, *findings.said), findings.signs)
        )

    def _answer(self, candidate: Candidate, ranked: list[Candidate], findings: Findings) -> RankedSite:
        shares, examined = candidate.lost_shares, findings.examined()
        return {
            "site": " + ".join(self.sites[site].name for site in candidate.sites),
            "site_key": self._key(candidate),
            "explained": list(candidate.explained),
            "unexplained": list(candidate.unexplained),
            "contradicted": list(candidate.contradicted),
            "would_also_predict": [
                target
                for target in self.expected.targets
                if shares.get(target, 0.0) >= PREDICTED_SHARE and target not in examined
            ],
            "alike": [self._key(other) for other in ranked if other is not candidate and _indistinct(candidate, other)],
            "variant": candidate.variant or None,
            "injury": candidate.injury or None,
            "studies": self._compared_studies(candidate, findings),
        }

    def _compared_studies(self, candidate: Candidate, findings: Findings) -> list[ComparedStudy]:
        """The results of nerve studies beside what the candidate predicts."""
        rows: list[ComparedStudy] = []
        verdicts = candidate.study_fit.verdicts if candidate.study_fit else ()
        for (study, result), fits in zip(dict.fromkeys(findings.studies), verdicts, strict=False):
            expected = why = ""
            if injury := candidate.injury:
                stage = self.predictions.joint_stage(study, candidate.sites, injury, _day(findings))
                expected, why = stage.expected, self.predictions.sentence(stage)
            rows.append({"study": study, "result": result, "expected": expected, "fits": fits, "why": why})
        return rows

    def _key(self, candidate: Candidate) -> str:
        return " + ".join(self.places.site_key(site) for site in candidate.sites)


def _day(findings: Findings) -> int:
    return USUAL_DAY if findings.days is None else findings.days


def _indistinct(a: Candidate, b: Candidate) -> bool:
    same_verdicts = all(
        set(getattr(a, verdict)) == set(getattr(b, verdict)) for verdict in ("explained", "unexplained", "contradicted")
    )
    return same_verdicts and round(abs(a.evidence_cost - b.evidence_cost), COST_DIGITS) < INDISTINCT_BELOW
