"""What questions may rest on: what was read, which answers any source would call right, which choices lie near."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import networkx as nx

from atlas.graph.nerve_graph import NerveGraph

FEWEST = 3
"""Wrong choices that a question needs."""


@dataclass(frozen=True)
class Question:
    """One question. Ids throughout; `right` in anatomical order, `wrong` with the likest first.

    `about` is what is asked about. `level` is 1 (what every beginner meets) to 3 (reasoning from several findings).
    `given` lists findings of a lesion: "weak", "numb" and "normal" → targets.
    """

    kind: str
    about: str
    level: int
    right: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Stays the same as long as the question asks the same."""
        return f"{self.kind}.{self.about}"


class QuizFacts:
    """What is known of one anatomy, as far as questions need it."""

    def __init__(self, nerve_graph: NerveGraph):
        self.nerve_graph, self.dataset = nerve_graph, nerve_graph.dataset
        roots = sorted(self.dataset["roots"].values(), key=lambda root: root.order)
        self.core = [root.id for root in roots if root.scope == "core"]
        self.key_muscles = {muscle for root in roots for muscle in root.key_muscles}
        self.key_points = {root.key_point for root in roots}

    def ordered(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids once each, in anatomical order."""
        return tuple(sorted(set(ids), key=self.nerve_graph.order.__getitem__))

    def said(self, territory: str, read: bool) -> set[str]:
        """The roots that maps name for a patch of skin: those that were read, or all."""
        rows = (self.dataset["dermatomes"].get((territory, map_id)) for map_id in self.dataset["dermatome_maps"])
        return {root for row in rows if row and (row.checked == "read" or not read) for root in row.roots}

    def nerves_of(self, target: str, main: bool) -> set[str]:
        """The nerves that innervation a target: the main ones, or all."""
        innervation = self.nerve_graph.innervation_by_target.get(target, ())
        return {self.dataset["segments"][row.branch].nerve for row in innervation if row.main or not main}

    def on_the_way(self, target: str) -> set[str]:
        """Every nerve that a target's innervation passes through: naming one of them is never wrong."""
        branches = {row.branch for row in self.nerve_graph.innervation_by_target.get(target, ())}
        passed = branches | {
            node for branch in branches for node in nx.ancestors(self.nerve_graph.segment_graph, branch)
        }
        return {
            nerve for node in passed if node not in self.nerve_graph.bits for nerve in self.nerve_graph.nerves_of(node)
        }

    def known(self, target: str) -> bool:
        """Whether all that supplies a target was read."""
        return all(
            self.dataset["innervation"][row.key].checked == "read"
            for row in self.nerve_graph.innervation_by_target.get(target, ())
        )

    def likest(self, nerve: str, others: Iterable[str]) -> tuple[str, ...]:
        """Other nerves, those first that share most roots with it and stand nearest in the order of the files."""
        own, place = set(self.dataset["nerves"][nerve].roots), self.nerve_graph.order
        roots = {other: set(self.dataset["nerves"][other].roots) for other in set(others)}
        return tuple(sorted(roots, key=lambda o: (-len(own & roots[o]), abs(place[o] - place[nerve]), place[o])))

    def nearest_roots(self, right: Iterable[str], barred: set[str]) -> tuple[str, ...]:
        """The core roots that are not barred, those first that stand next to a right one."""
        at = [self.core.index(root) for root in right if root in self.core] or [0]
        left = [root for root in self.core if root not in barred]
        return tuple(sorted(left, key=lambda root: (min(abs(self.core.index(root) - n) for n in at), root)))
