"""Questions about skin: where the skin of a root or a nerve is, and which root or nerve supplies a patch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from atlas.reasoning.quiz.distractors import neighbouring_roots, similar_nerves
from atlas.reasoning.quiz.eligibility import EligibleFacts
from atlas.reasoning.quiz.question import MIN_WRONG_CHOICES, Question


class SkinQuestions:
    """Each method makes the questions of the kind that it is named after."""

    def __init__(self, facts: EligibleFacts):
        self.facts, self.tables = facts, facts.tables

    def skin_of_root(self) -> Iterator[Question]:
        """Where is the skin of this root? Every patch that a map which was read gives it is right."""
        for root in self.facts.core_roots:
            right = [t for t in self.tables.territories if root in self.facts.roots_on_maps(t, read_only=True)]
            if right:
                yield Question("skin_of_root", root, 1, self.facts.in_order(right))

    def skin_of_nerve(self) -> Iterator[Question]:
        """Where is the skin of this nerve? Asked of nerves that are the main nerve of some patch."""
        main_patches = Counter(n for t in self.tables.territories for n in self.facts.nerves_of(t, main_only=True))
        for nerve in self.facts.in_order(main_patches):
            right = [t for t in self.tables.territories if nerve in self.facts.nerves_of(t, main_only=False)]
            if all(self.facts.innervation_was_read(territory) for territory in right):
                level = 1 if main_patches[nerve] > 1 else 2
                yield Question("skin_of_nerve", nerve, level, self.facts.in_order(right))

    def root_of_skin(self) -> Iterator[Question]:
        """Which root supplies this patch, by the default map? A root that any map gives it is never a wrong choice."""
        for territory in self.tables.territories:
            row = self.tables.dermatomes.get((territory, self.facts.nerve_graph.default_map))
            if row is None or row.checked != "read" or not row.roots:
                continue
            wrong = neighbouring_roots(self.facts, row.roots, self.facts.roots_on_maps(territory, read_only=False))
            maps_agree = len(row.roots) == 1 and self.facts.roots_on_maps(territory, read_only=True) == set(row.roots)
            level = 1 if territory in self.facts.key_points else 2 if maps_agree else 3
            if len(wrong) >= MIN_WRONG_CHOICES:
                yield Question("root_of_skin", territory, level, self.facts.in_order(row.roots), wrong)

    def nerve_of_skin(self) -> Iterator[Question]:
        """Which nerve supplies this patch? A nerve on its path is never a wrong choice."""
        skin_nerves = {n for t in self.tables.territories for n in self.facts.nerves_of(t, main_only=True)}
        for territory in self.tables.territories:
            right = self.facts.in_order(self.facts.nerves_of(territory, main_only=True))
            if right and self.facts.innervation_was_read(territory):
                wrong = similar_nerves(self.facts, right[0], skin_nerves - self.facts.nerves_on_path(territory))
                level = 1 if territory in self.facts.key_points else 2
                yield Question("nerve_of_skin", territory, level, right, wrong)
