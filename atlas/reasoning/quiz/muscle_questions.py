"""Questions about muscles: which nerve and which root supply one."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.reasoning.quiz.distractors import neighbouring_roots, similar_nerves
from atlas.reasoning.quiz.eligibility import EligibleFacts
from atlas.reasoning.quiz.question import MIN_WRONG_CHOICES, Question


class MuscleQuestions:
    """Each method makes the questions of the kind that it is named after."""

    def __init__(self, facts: EligibleFacts):
        self.facts, self.tables = facts, facts.tables

    def nerve_of_muscle(self) -> Iterator[Question]:
        """Which nerve supplies this muscle? A nerve on its path is never a wrong choice."""
        motor_nerves = {n for muscle in self.tables.muscles for n in self.facts.nerves_of(muscle, main_only=True)}
        for muscle in self.tables.muscles:
            right = self.facts.in_order(self.facts.nerves_of(muscle, main_only=False))
            if right and self.facts.innervation_was_read(muscle):
                wrong = similar_nerves(self.facts, right[0], motor_nerves - self.facts.nerves_on_path(muscle))
                yield Question("nerve_of_muscle", muscle, self._level(muscle), right, wrong)

    def root_of_muscle(self) -> Iterator[Question]:
        """Which root supplies this muscle mainly? A root that any source names is never a wrong choice."""
        for muscle, row in self.tables.muscles.items():
            unchecked = {"roots", "main_roots", "all"} & set(row.unchecked)
            if row.checked != "read" or unchecked or not row.main_roots:
                continue
            rivals = {
                root for rival in self.tables.rival_roots.values() if rival.target == muscle for root in rival.roots
            }
            measured = {root for m in self.tables.root_measures.values() if m.muscle == muscle for root in m.root}
            wrong = neighbouring_roots(self.facts, row.main_roots, {*row.roots, *rivals, *measured})
            if len(wrong) >= MIN_WRONG_CHOICES:
                right = self.facts.in_order(row.main_roots)
                yield Question("root_of_muscle", muscle, self._level(muscle), right, wrong)

    def _level(self, muscle: str) -> int:
        return 1 if muscle in self.facts.key_muscles else 2
