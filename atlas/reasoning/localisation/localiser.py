"""From findings back to sites, for teaching cases: an order by explanation, no probability and no diagnosis."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.dataset.tables import TARGETS
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.localisation.candidates import PLACES, Candidate, Candidates
from atlas.reasoning.localisation.clues import ClueMatch, Clues
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.scoring import PREDICTS, USUAL, ScoringParameters
from atlas.search.lesion_places import LesionPlaces

SHOWN = 10
"""More candidates than this are not read."""
ALIKE = 1.5
"""Candidates of one verdict on every finding, whose costs for the findings differ by less, cannot be told apart."""
LEADING = 4
WITHIN = 4.0
"""The candidates that the next examination should separate: the first few, no further behind than this."""
WORTH = 0.3
"""An examination that separates less than this is not worth naming."""
SURENESS = {"muscle": 1.0, "reflex": 0.9, "territory": 0.8}
"""How much an examination of each kind can be trusted: feeling varies more than power."""
EASE = {"further": 0.6, "hardly": 0.2}
"""What an examination is worth that is not simple."""


@dataclass(frozen=True)
class Localisation:
    """The answer to findings. `candidates` are plain dicts, best explanation first."""

    red_flags: tuple[dict, ...]
    unrecognised: tuple[str, ...]
    candidates: tuple[dict, ...]
    next_examination: dict | None

    def as_dict(self) -> dict:
        """The answer as plain lists, ready for JSON."""
        return {
            "red_flags": list(self.red_flags),
            "unrecognised": list(self.unrecognised),
            "candidates": list(self.candidates),
            "next_examination": self.next_examination,
        }


class Localiser:
    """Reasons back in one anatomy. What does not depend on the findings is worked out once."""

    def __init__(
        self,
        nerve_graph: NerveGraph,
        places: LesionPlaces,
        expected: ExpectedDeficits,
        parameters: ScoringParameters = USUAL,
    ):
        self.nerve_graph, self.places, self.expected = nerve_graph, places, expected
        self.clues = Clues(nerve_graph.dataset["clues"].values())
        self.ease = {row.target: EASE[row.ease] for row in nerve_graph.dataset["examinations"].values()}
        self.candidates = Candidates(nerve_graph, expected, parameters)

    def of(self, findings: Findings, shown: int = SHOWN) -> Localisation:
        """The sites that findings point to, in order of explanation."""
        heard: list[ClueMatch] = []
        unrecognised = list(findings.unrecognised)
        for said in dict.fromkeys(findings.clues):
            meant = self.clues.match_clues(said)
            heard += meant
            if not meant:
                unrecognised.append(said)
        once = {clue.row.id: clue for clue in reversed(heard)}
        heard = [clue for clue in heard if once[clue.row.id] is clue]
        flags = {clue.row.id: clue for clue in (*self._seen(findings), *heard) if clue.row.red_flag and not clue.denied}
        ranked = self.candidates.ranked(findings, heard) if findings.signs or heard else []
        told = [self._told(one, ranked, findings.examined()) for one in ranked[:shown]]
        return Localisation(
            red_flags=tuple(_flag(clue) for clue in flags.values()),
            unrecognised=tuple(dict.fromkeys(unrecognised)),
            candidates=tuple(told),
            next_examination=self._next(ranked, findings.examined()),
        )

    def _seen(self, findings: Findings) -> list[ClueMatch]:
        """The clues that findings are by themselves. They only warn: as findings they are weighed already."""
        wrong = {e for sign, e in findings.signs if sign in ("weak", "numb", "reduced_reflex")}
        return [ClueMatch(e, row, False) for row in self.clues.rows for e in row.seen_in if e in wrong]

    def _told(self, one: Candidate, ranked: list[Candidate], examined: set[str]) -> dict:
        names = [self.nerve_graph.dataset["sites"][s].name for s in one.sites]
        return {
            "site": " + ".join(names),
            "site_key": self._key(one),
            "explained": list(one.explained),
            "unexplained": list(one.unexplained),
            "contradicted": list(one.contradicted),
            "would_also_predict": [
                e for e in self.expected.targets if one.taken.get(e, 0.0) >= PREDICTS and e not in examined
            ],
            "alike": [self._key(other) for other in ranked if other is not one and _alike(one, other)],
        }

    def _key(self, one: Candidate) -> str:
        return " + ".join(self.places.key(s) for s in one.sites)

    def _next(self, ranked: list[Candidate], examined: set[str]) -> dict | None:
        """The one examination not yet made on which the leading candidates differ most."""
        if not ranked:
            return None
        leading = [
            one for one in ranked[:LEADING] if round(one.total - ranked[0].total, PLACES) <= WITHIN and one.taken
        ]
        best, worth = None, WORTH
        for target in self.expected.targets:
            if target in examined:
                continue
            shares = [one.taken.get(target, 0.0) for one in leading]
            apart = sum(abs(shares[0] - other) / at for at, other in enumerate(shares[1:], 1))
            apart *= SURENESS[self.nerve_graph.kinds[target]] * self.ease.get(target, 1.0)
            if apart > worth + 1e-9:
                best, worth = target, apart
        if best is None:
            return None
        row = next(
            self.nerve_graph.dataset[table][best] for table in TARGETS if best in self.nerve_graph.dataset[table]
        )
        return {
            "id": best,
            "name": row.name,
            "kind": self.nerve_graph.kinds[best],
            "how": getattr(row, "test", ""),
            "expected": {self._key(one): round(one.taken.get(best, 0.0), 2) for one in leading},
        }


def _flag(clue: ClueMatch) -> dict:
    return {"clue": clue.said, "name": clue.row.name, "says": clue.row.red_flag}


def _alike(one: Candidate, other: Candidate) -> bool:
    verdicts = [(set(each.explained), set(each.unexplained), set(each.contradicted)) for each in (one, other)]
    return verdicts[0] == verdicts[1] and round(abs(sum(one.costs) - sum(other.costs)), PLACES) < ALIKE
