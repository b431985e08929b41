"""Questions about nerve studies: which stays normal, where a lesion is, which muscle tells two places apart, and when.

Nothing that is expected to be `uncertain` is right or wrong here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from atlas.reasoning.nerve_studies.tested_fibres import roots_of
from atlas.reasoning.quiz.eligibility import EligibleFacts
from atlas.reasoning.quiz.informative import most_informative
from atlas.reasoning.quiz.predicted_results import Result, Results, changed, normal
from atlas.reasoning.quiz.question import MIN_WRONG_CHOICES, Question
from atlas.reasoning.quiz.things import DAYS, NEEDLE_STUDY, PAIR, days, pairs, place_name, place_of

MOST_WRONG = 8
"""So many wrong choices are offered, and explained, at most."""


class StudyQuestions:
    """Each public method makes the questions of the kind that it is named after."""

    def __init__(self, facts: EligibleFacts):
        self.facts, self.tables, self.words = facts, facts.tables, facts.tables.strings
        self.results = Results(facts.nerve_graph)
        self.places = {
            site.id: site.on
            for site in self.tables.sites.values()
            if site.standing == "focal" and site.checked == "read"
        }
        items = (*self.tables.studies, *(NEEDLE_STUDY + id_ for id_ in self.tables.needle_muscles))
        self._order = {id_: place for place, id_ in enumerate(items)}

    def study_normal(self) -> Iterator[Question]:
        """Which study stays normal although the fibres of its roots are lost?"""
        for site, on in self.places.items():
            found = self.results.of(on)
            roots = {root for node in on for root in self.facts.nerve_graph.roots_in(self._reaching(node))}
            right = [id_ for id_ in self._sorted(normal(found)) if roots & set(self._roots(id_))]
            wrong = self._sorted(changed(found))[:MOST_WRONG]
            if right and len(wrong) >= MIN_WRONG_CHOICES:
                reasons = {id_: self._said(self._name(id_), found[id_]) for id_ in (*right, *wrong)}
                yield Question("study_normal", site, 3, tuple(right), tuple(wrong), reasons=reasons)

    def place_of_studies(self) -> Iterator[Question]:
        """Where is the lesion with these results? Every wrong choice contradicts at least one of them."""
        found = {site: self.results.of(on) for site, on in self.places.items()}
        abnormal = {site: changed(results) for site, results in found.items()}
        possible = {site: set(results) - normal(results) for site, results in found.items()}
        for site, results in found.items():
            similar = [other for other in found if other != site and abnormal[site] & abnormal[other]]
            lost = most_informative(abnormal[site], similar, possible, self._order, lost=True)
            left = [other for other in similar if set(lost) <= possible[other]]
            kept = most_informative(normal(results), left, abnormal, self._order, lost=False)
            wrong = [o for o in similar if not set(lost) <= possible[o] or abnormal[o] & set(kept)]
            wrong.sort(key=lambda other: (-len(abnormal[other] & abnormal[site]), self.facts.nerve_graph.order[other]))
            if lost and len(wrong) >= MIN_WRONG_CHOICES:
                given = {sign: ids for sign, ids in (("abnormal", lost), ("normal", kept)) if ids}
                reasons = {other: self._against(found[other], lost, kept) for other in wrong[:MOST_WRONG]}
                reasons[site] = self.words["quiz.lab.fits"]
                yield Question(
                    "place_of_studies", site, 3, (site,), tuple(wrong[:MOST_WRONG]), given=given, reasons=reasons
                )

    def needle_tells(self) -> Iterator[Question]:
        """Needle EMG of which muscle tells two places apart? A wrong choice shows the same at both."""
        for pair in pairs(self.tables):
            one, other = (self.results.of(place_of(self.tables, id_)) for id_ in pair)
            both_changed, both_normal = changed(one) & changed(other), normal(one) & normal(other)
            apart = (changed(one) & normal(other)) | (normal(one) & changed(other))
            right = [id_ for id_ in self._sorted(apart) if id_.startswith(NEEDLE_STUDY)]
            # what both lesions take is the trap; what neither takes comes after it
            wrong = [
                id_ for ids in (both_changed, both_normal) for id_ in self._sorted(ids) if id_.startswith(NEEDLE_STUDY)
            ][:MOST_WRONG]
            if right and len(wrong) >= MIN_WRONG_CHOICES:
                names = [place_name(self.tables, id_) for id_ in pair]
                reasons = {
                    self._muscle(id_): f"{self._said(names[0], one[id_])} {self._said(names[1], other[id_])}"
                    for id_ in (*right, *wrong)
                }
                muscles, others = (tuple(map(self._muscle, ids)) for ids in (right, wrong))
                yield Question("needle_tells", PAIR.join(pair), 3, muscles, others, reasons=reasons)

    def fibrillation_day(self) -> Iterator[Question]:
        """From which day are fibrillations to be expected in a region? Wrong days lie outside what sources give."""
        known = days(self.tables)
        for region in self.tables.needle_regions.values():
            first, _, last = known[region.id]
            outside = {id_: at for id_, at in known.items() if at[2] < first or at[0] > last}
            nearest = sorted(outside, key=lambda id_: (abs(outside[id_][1] - region.day), id_))
            wrong = tuple({outside[id_]: DAYS + id_ for id_ in reversed(nearest)}.values())[::-1]
            if region.checked == "read" and len(wrong) >= MIN_WRONG_CHOICES:
                reasons = {id_: self._dated(id_.removeprefix(DAYS)) for id_ in (DAYS + region.id, *wrong)}
                yield Question("fibrillation_day", region.id, 2, (DAYS + region.id,), wrong, reasons=reasons)

    def _dated(self, row: str) -> str:
        first, day, last = days(self.tables)[row]
        regions, times = self.tables.needle_regions, self.tables.injury_times
        event = (
            self.words["quiz.lab.fibrillations"].format(name=regions[row].name) if row in regions else times[row].name
        )
        return self.words["quiz.lab.dated"].format(event=event, day=day, first=first, last=last)

    def _against(self, results: Mapping[str, Result], lost: tuple[str, ...], kept: tuple[str, ...]) -> str:
        """What a lesion elsewhere would show that contradicts a result."""
        wrong = [id_ for id_ in lost if results[id_].expected == "normal"]
        wrong += [id_ for id_ in kept if id_ in changed(results)]
        return " ".join(self._said(self._name(id_), results[id_]) for id_ in wrong)

    def _said(self, name: str, result: Result) -> str:
        expected = self.words[f"studies.{result.expected}"]
        return self.words["quiz.lab.shows"].format(name=name, expected=expected, why=result.why)

    def _name(self, id_: str) -> str:
        needle, studies = self.tables.needle_muscles, self.tables.studies
        if id_ in studies:
            return studies[id_].name
        return self.words["quiz.lab.needle"].format(name=needle[id_.removeprefix(NEEDLE_STUDY)].name)

    def _muscle(self, id_: str) -> str:
        return self.tables.needle_muscles[id_.removeprefix(NEEDLE_STUDY)].muscle

    def _sorted(self, ids: set[str]) -> list[str]:
        return sorted(ids, key=self._order.__getitem__)

    def _reaching(self, node: str) -> int:
        return self.facts.nerve_graph.reaching_roots[node]

    def _roots(self, id_: str) -> tuple[str, ...]:
        """The roots of the fibres that a conduction study tests; none for the needle, which is never a right answer."""
        row = self.tables.studies.get(id_)
        return roots_of(self.facts.nerve_graph, row) if row else ()
