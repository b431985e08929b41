"""Questions about skin: where the skin of a root or a nerve lies, and what serves a patch."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.reasoning.quiz.eligibility import FEWEST, Question, QuizFacts


class SkinQuestions:
    """Each method makes the questions of one kind."""

    def __init__(self, ground: QuizFacts):
        self.ground, self.dataset, self.nerve_graph = ground, ground.dataset, ground.nerve_graph

    def skin_of_root(self) -> Iterator[Question]:
        for root in self.ground.core:
            right = [
                territory for territory in self.dataset["territories"] if root in self.ground.said(territory, read=True)
            ]
            if right:
                yield Question("skin_of_root", root, 1, self.ground.ordered(right))

    def skin_of_nerve(self) -> Iterator[Question]:
        mains: dict[str, int] = {}
        for territory in self.dataset["territories"]:
            for nerve in self.ground.nerves_of(territory, main=True):
                mains[nerve] = mains.get(nerve, 0) + 1
        for nerve in self.ground.ordered(mains):
            right = [t for t in self.dataset["territories"] if nerve in self.ground.nerves_of(t, main=False)]
            if all(self.ground.known(territory) for territory in right):
                yield Question("skin_of_nerve", nerve, 1 if mains[nerve] > 1 else 2, self.ground.ordered(right))

    def root_of_skin(self) -> Iterator[Question]:
        for territory in self.dataset["territories"]:
            row = self.dataset["dermatomes"].get((territory, self.nerve_graph.default_map))
            if row is None or row.checked != "read" or not row.roots:
                continue
            wrong = self.ground.nearest_roots(row.roots, self.ground.said(territory, read=False))
            settled = len(row.roots) == 1 and self.ground.said(territory, read=True) == set(row.roots)
            level = 1 if territory in self.ground.key_points else 2 if settled else 3
            if len(wrong) >= FEWEST:
                yield Question("root_of_skin", territory, level, self.ground.ordered(row.roots), wrong)

    def nerve_of_skin(self) -> Iterator[Question]:
        everywhere = {nerve for t in self.dataset["territories"] for nerve in self.ground.nerves_of(t, main=True)}
        for territory in self.dataset["territories"]:
            right = self.ground.ordered(self.ground.nerves_of(territory, main=True))
            if not right or not self.ground.known(territory):
                continue
            wrong = self.ground.likest(right[0], everywhere - self.ground.on_the_way(territory))
            yield Question("nerve_of_skin", territory, 1 if territory in self.ground.key_points else 2, right, wrong)
