"""Questions about lesions: what one removes, and where it is when only the findings are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.graph.lesion import Lesion, Lesions
from atlas.reasoning.quiz.distractors import similar_muscles
from atlas.reasoning.quiz.eligibility import EligibleFacts
from atlas.reasoning.quiz.informative import most_informative
from atlas.reasoning.quiz.question import MIN_WRONG_CHOICES, Question

CLEAR_LOSS = 0.5
"""From this share on, a reduced reflex counts as lost in a question."""


class LesionQuestions:
    """Each public method makes the questions of the kind that it is named after.

    Questions are asked only about focal sites whose row was read.
    """

    def __init__(self, facts: EligibleFacts, lesions: Lesions):
        self.facts, self.tables = facts, facts.tables
        self.order = facts.nerve_graph.order
        default_map = facts.nerve_graph.default_map
        self.lesions: dict[str, Lesion] = {
            site.id: lesions.of(site.id, site.on, default_map)
            for site in self.tables.sites.values()
            if site.standing == "focal" and site.checked == "read"
        }
        self._hard_to_examine = {row.target for row in self.tables.examinations.values() if row.ease == "hardly"}

    def muscle_weak(self) -> Iterator[Question]:
        """Which muscle does this lesion paralyse?"""
        for site, lesion in self.lesions.items():
            right, wrong = self._testable(lesion.lost), self._testable(lesion.spared)
            level = 2 if len(wrong) > 2 * len(right) else 3
            if right and len(wrong) >= MIN_WRONG_CHOICES:
                choices = similar_muscles(self.facts, right, wrong)
                yield Question("muscle_weak", site, level, self.facts.in_order(right), choices)

    def reflex_lost(self) -> Iterator[Question]:
        """Which reflex does this lesion reduce or abolish?"""
        for site, lesion in self.lesions.items():
            reduced = [reflex for reflex, share in lesion.reflexes_reduced.items() if share >= CLEAR_LOSS]
            right = self.facts.in_order([*lesion.reflexes_lost, *reduced])
            wrong = self.facts.in_order(target for target in lesion.spared if target in self.tables.reflexes)
            if right and len(wrong) >= MIN_WRONG_CHOICES:
                yield Question("reflex_lost", site, 2, right, wrong)

    def place_of_lesion(self) -> Iterator[Question]:
        """Where is the lesion that causes these findings? Every wrong choice contradicts at least one of them."""
        lost = {site: {*lesion.lost, *lesion.reflexes_lost} for site, lesion in self.lesions.items()}
        affected = {
            site: lost[site] | {*lesion.reduced, *lesion.reflexes_reduced} for site, lesion in self.lesions.items()
        }
        for site, lesion in self.lesions.items():
            similar = [other for other in self.lesions if other != site and lost[site] & affected[other]]
            given = {
                "weak": most_informative(self._testable(lesion.lost), similar, affected, self.order, lost=True),
                "numb": most_informative(self._skin(lesion.lost), similar, affected, self.order, lost=True),
            }
            abnormal = {*given["weak"], *given["numb"]}
            remaining = [other for other in similar if abnormal <= affected[other]]
            spared = [*self._testable(lesion.spared), *self._skin(lesion.spared)]
            given["normal"] = most_informative(spared, remaining, lost, self.order, lost=False)
            wrong = [o for o in similar if not abnormal <= affected[o] or lost[o] & set(given["normal"])]
            wrong.sort(key=lambda other: (-len(affected[other] & affected[site]), self.order[other]))
            if abnormal and len(wrong) >= MIN_WRONG_CHOICES:
                findings = {sign: targets for sign, targets in given.items() if targets}
                yield Question("place_of_lesion", site, 3, (site,), tuple(wrong), findings)

    def _testable(self, targets: Iterable[str]) -> list[str]:
        """The muscles among targets that can be tested on their own."""
        muscles = self.tables.muscles
        return [t for t in targets if t in muscles and muscles[t].test and t not in self._hard_to_examine]

    def _skin(self, targets: Iterable[str]) -> list[str]:
        return [target for target in targets if target in self.tables.territories]
