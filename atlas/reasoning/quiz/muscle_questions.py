"""Questions about muscles: which nerve moves one, and by which root."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.reasoning.quiz.eligibility import FEWEST, Question, QuizFacts


class MuscleQuestions:
    """Each method makes the questions of one kind."""

    def __init__(self, ground: QuizFacts):
        self.ground, self.dataset = ground, ground.dataset

    def nerve_of_muscle(self) -> Iterator[Question]:
        everywhere = {nerve for muscle in self.dataset["muscles"] for nerve in self.ground.nerves_of(muscle, main=True)}
        for muscle in self.dataset["muscles"]:
            right = self.ground.ordered(self.ground.nerves_of(muscle, main=False))
            if right and self.ground.known(muscle):
                wrong = self.ground.likest(right[0], everywhere - self.ground.on_the_way(muscle))
                yield Question("nerve_of_muscle", muscle, 1 if muscle in self.ground.key_muscles else 2, right, wrong)

    def root_of_muscle(self) -> Iterator[Question]:
        for muscle, row in self.dataset["muscles"].items():
            unread = {"roots", "main_roots", "all"} & set(row.unchecked)
            if row.checked != "read" or unread or not row.main_roots:
                continue
            rival = {root for one in self.dataset["rival_roots"].values() if one.target == muscle for root in one.roots}
            measured = {r for one in self.dataset["root_measures"].values() if one.muscle == muscle for r in one.root}
            wrong = self.ground.nearest_roots(row.main_roots, {*row.roots, *rival, *measured})
            if len(wrong) >= FEWEST:
                level = 1 if muscle in self.ground.key_muscles else 2
                yield Question("root_of_muscle", muscle, level, self.ground.ordered(row.main_roots), wrong)
