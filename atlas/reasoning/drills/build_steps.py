"""The steps in which a plexus or a nerve is built from its roots, computed from the graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.drills.nerve_tree import NerveTree
from atlas.reasoning.drills.wrong_choices import other_nerves, other_origins

PLEXUS = "plexus"
"""The kind of nerve with which the drill of the whole plexus begins, and the id of that drill."""
BIG = 3
"""A nerve is worth a drill if at least so many nerves come from it, directly or not."""


@dataclass(frozen=True)
class BuildStep:
    """One nerve that is added to what is built.

    kind: "join" asks what the nerve is made of, when it has several origins or comes from a root; "next" asks which
    nerve comes from another one. origins: what the question names.
    right: the right choice: the ids of all origins, or the nerve alone. wrong: choices that are not right, the most
    plausible first.
    """

    nerve: str
    kind: Literal["join", "next"]
    origins: tuple[str, ...]
    right: tuple[str, ...]
    wrong: tuple[tuple[str, ...], ...]


class Builds:
    """The drills of a limb: the whole plexus, and each big nerve."""

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.tree = NerveTree(nerve_graph)

    @property
    def plexuses(self) -> tuple[str, ...]:
        """The plexuses from which several nerves come."""
        kinds = self.tree.dataset.nerves
        return tuple(
            nerve for nerve in self.tree.nerves if kinds[nerve].kind == PLEXUS and len(self.tree.distal(nerve)) >= BIG
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The drills: that of the whole plexus, then the big nerves in anatomical order."""
        nerves = self.tree.dataset.nerves
        big = [id_ for id_ in nerves if nerves[id_].kind == "nerve" and len(self._beyond(id_)) >= BIG]
        return (*([PLEXUS] if self.plexuses else []), *big)

    def _beyond(self, nerve: str) -> set[str]:
        parts = self.tree.parts(nerve)
        return {one for part in parts for one in self.tree.distal(part)} - set(parts)

    def nerves(self, drill: str) -> tuple[str, ...]:
        """The nerves of a drill in the order in which they are built: each after its origins.

        They are the plexuses or the nerve, what comes directly from these, and all that is proximal.

        Raises ValueError if there is no such drill.
        """
        if drill not in self.ids:
            raise ValueError(f"there is no drill '{drill}'; the drills are {', '.join(self.ids)}")
        tree = self.tree
        parts = self.plexuses if drill == PLEXUS else tree.parts(drill)
        wanted = {*parts, *(branch for part in parts for branch in tree.branches(part))}
        wanted |= {one for nerve in wanted for one in tree.proximal(nerve) if not tree.is_root(one)}
        return self._in_order(wanted)

    def _in_order(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """The nerves in anatomical order, but each after its origins."""
        left, built = list(self.tree.sorted(wanted)), list[str]()
        while left:
            ready = next(n for n in left if all(o in built or self.tree.is_root(o) for o in self.tree.origins(n)))
            left.remove(ready)
            built.append(ready)
        return tuple(built)

    def steps(self, drill: str) -> tuple[BuildStep, ...]:
        """A step for each nerve of a drill, in order. Raises ValueError if there is no such drill."""
        return tuple(self._step(nerve) for nerve in self.nerves(drill))

    def _step(self, nerve: str) -> BuildStep:
        origins = self.tree.origins(nerve)
        nerves = [one for one in origins if not self.tree.is_root(one)]
        # where authors disagree which roots join a nerve, the roots are not asked for
        if len(nerves) == 1 and (len(origins) == 1 or self._is_disputed(nerve)):
            wrong = tuple((other,) for other in other_nerves(self.tree, nerve, nerves[0]))
            return BuildStep(nerve, "next", (nerves[0],), (nerve,), wrong)
        return BuildStep(nerve, "join", origins, origins, other_origins(self.tree, nerve))

    def _is_disputed(self, nerve: str) -> bool:
        segments = self.tree.dataset.segments
        return any(segments[one].confidence == "variable" for one in self.tree.nerve_graph.segments_of[nerve])
