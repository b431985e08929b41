"""Questions about lesions: what one takes, and where it sits when only findings are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from atlas.graph.lesion import Lesion, Lesions
from atlas.reasoning.quiz.eligibility import FEWEST, Question, QuizFacts

CLEAR = 0.5
"""From this share on, a reduced target counts as weak or dulled in a question."""
SIGNS = 3
"""The most findings of one sign that a question tells."""


class LesionQuestions:
    """Each method makes the questions of one kind."""

    def __init__(self, ground: QuizFacts, lesions: Lesions):
        self.ground, self.lesions, self.dataset, self.nerve_graph = ground, lesions, ground.dataset, ground.nerve_graph

    def _focal(self) -> Iterator[tuple[str, Lesion]]:
        for site in self.dataset["sites"].values():
            if site.standing == "focal" and site.checked == "read":
                yield site.id, self.lesions.of(site.id, site.on, self.nerve_graph.default_map)

    def _testable(self, muscles: Iterable[str]) -> list[str]:
        barred = {row.target for row in self.dataset["examinations"].values() if row.ease == "hardly"}
        return [
            m for m in muscles if m in self.dataset["muscles"] and self.dataset["muscles"][m].test and m not in barred
        ]

    def muscle_weak(self) -> Iterator[Question]:
        for site, lesion in self._focal():
            right, wrong = self._testable(lesion.lost), self._testable(lesion.spared)
            level = 2 if len(wrong) > 2 * len(right) else 3
            if right and len(wrong) >= FEWEST:
                yield Question("muscle_weak", site, level, self.ground.ordered(right), self._by_roots(right, wrong))

    def _by_roots(self, right: list[str], wrong: list[str]) -> tuple[str, ...]:
        """Muscles, those first whose roots are likest to those of the right ones."""
        muscles = self.dataset["muscles"]
        own = {root for muscle in right for root in muscles[muscle].roots}
        like = {muscle: len(own & set(muscles[muscle].roots)) for muscle in wrong}
        return tuple(sorted(wrong, key=lambda muscle: (-like[muscle], self.nerve_graph.order[muscle])))

    def reflex_lost(self) -> Iterator[Question]:
        for site, lesion in self._focal():
            dulled = [e for e, share in lesion.reflexes_reduced.items() if share >= CLEAR]
            right = self.ground.ordered([*lesion.reflexes_lost, *dulled])
            wrong = self.ground.ordered(e for e in lesion.spared if e in self.dataset["reflexes"])
            if right and len(wrong) >= FEWEST:
                yield Question("reflex_lost", site, 2, right, wrong)

    def place_of_lesion(self) -> Iterator[Question]:
        lesions = dict(self._focal())
        gone = {site: {*lesion.lost, *lesion.reflexes_lost} for site, lesion in lesions.items()}
        touched = {site: gone[site] | {*lesion.reduced, *lesion.reflexes_reduced} for site, lesion in lesions.items()}
        for site, lesion in lesions.items():
            near = [other for other in lesions if other != site and gone[site] & touched[other]]
            weak, numb = self._testable(lesion.lost), [e for e in lesion.lost if e in self.dataset["territories"]]
            spared = [*self._testable(lesion.spared), *(e for e in lesion.spared if e in self.dataset["territories"])]
            given = {
                "weak": tuple(islice(self._telling(weak, near, touched, lost=True), SIGNS)),
                "numb": tuple(islice(self._telling(numb, near, touched, lost=True), SIGNS)),
            }
            told = {target for targets in given.values() for target in targets}
            open_ = [other for other in near if told <= touched[other]]
            given["normal"] = tuple(islice(self._telling(spared, open_, gone, lost=False), SIGNS))
            wrong = [o for o in near if not told <= touched[o] or gone[o] & set(given["normal"])]
            wrong.sort(key=lambda o: (-len(touched[o] & touched[site]), self.nerve_graph.order[o]))
            if told and len(wrong) >= FEWEST:
                yield Question("place_of_lesion", site, 3, (site,), tuple(wrong), {k: v for k, v in given.items() if v})

    def _telling(self, targets: list[str], others: list[str], taken: dict[str, set[str]], lost: bool) -> Iterator[str]:
        """Targets, each time the one that rules out most of the other places; while it rules out any, or is the first.

        `taken`: what each place takes. A lost target rules out a place that leaves it; a spared one, a place that
        takes it.
        """
        left, open_ = list(targets), list(others)
        first = True
        while left:
            ruled = {e: sum((e in taken[o]) != lost for o in open_) for e in left}
            best = max(left, key=lambda e: (ruled[e], -self.nerve_graph.order[e]))
            if not ruled[best] and not (first and lost):
                return
            yield best
            first = False
            left.remove(best)
            open_ = [o for o in open_ if (best in taken[o]) == lost]
