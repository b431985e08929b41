"""Questions in which names are dragged to their skin: one for each view and each set of names whose skin is apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.dataset.rows import Claim
from atlas.dataset.sides import RIGHT
from atlas.export.question_bank.outlines import Ring, has_skin, joined, outlines
from atlas.reasoning.quiz.eligibility import EligibleFacts
from atlas.reasoning.quiz.questions import CLICKED

ROOM = 7.0
"""A name is asked about in a view where one of its patches has this much room around its middle, in pixels."""
MOST_NAMES = 6
FEWEST_NAMES = 3
"""A question with fewer names that have a place gets others without one."""


@dataclass(frozen=True)
class MarkerQuestion:
    """Names to be dragged to a picture.

    kind: a kind of CLICKED. patches: name → the patches of skin in this view that are right for it. zones: name → the
    polygon of all these patches. others: names that have no place in this view. rows: what states the answers.
    """

    kind: str
    view: str
    number: int
    patches: dict[str, tuple[str, ...]]
    zones: dict[str, Ring]
    others: tuple[str, ...]
    rows: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """View and place in the order of the questions of that view; other names can shift it."""
        return f"{self.kind}.{self.view}.{self.number}"


@dataclass(frozen=True)
class _Bearer:
    """A root or nerve with its skin. right: every patch that is right for it. main: those by which it is asked about.
    rows: patch → the rows that state it."""

    id: str
    right: tuple[str, ...]
    main: frozenset[str]
    rows: dict[str, tuple[Claim, ...]]


def _roots(facts: EligibleFacts) -> Iterator[_Bearer]:
    """Roots by the default map alone, which the question names: maps differ, and all of them together leave no gap."""
    tables, map_id = facts.tables, facts.nerve_graph.default_map
    for root in facts.core_roots:
        found = {
            patch: row
            for patch in tables.territories
            if (row := tables.dermatomes.get((patch, map_id))) and root in row.roots
        }
        if found and all(row.checked == "read" for row in found.values()):
            yield _Bearer(root, tuple(found), frozenset(found), {patch: (row,) for patch, row in found.items()})


def _nerves(facts: EligibleFacts) -> Iterator[_Bearer]:
    tables, edges = facts.tables, facts.nerve_graph.innervation_by_target
    for nerve in facts.in_order(n for patch in tables.territories for n in facts.nerves_of(patch, main_only=True)):
        right = tuple(patch for patch in tables.territories if nerve in facts.nerves_of(patch, main_only=False))
        main = frozenset(patch for patch in right if nerve in facts.nerves_of(patch, main_only=True))
        if all(facts.innervation_was_read(patch) for patch in right):
            yield _Bearer(nerve, right, main, {patch: tuple(edge.row for edge in edges[patch]) for patch in right})


_BEARERS: dict[str, Callable[[EligibleFacts], Iterator[_Bearer]]] = dict(zip(CLICKED, (_roots, _nerves), strict=True))


def _groups(bearers: list[_Bearer], shown: set[str]) -> Iterator[list[_Bearer]]:
    """The names in groups in which no patch that is shown is right for two."""
    left = bearers
    while left:
        group, taken = list[_Bearer](), set[str]()
        for bearer in left:
            patches = shown & set(bearer.right)
            if len(group) < MOST_NAMES and not patches & taken:
                group.append(bearer)
                taken |= patches
        left = [bearer for bearer in left if bearer not in group]
        yield group


def marker_questions(atlas: Atlas, side: str = RIGHT) -> Iterator[MarkerQuestion]:
    """Every question of this kind, by view. Raises ValueError for an unknown side."""
    facts = EligibleFacts(atlas.nerve_graph)
    bearers = {kind: list(found(facts)) for kind, found in _BEARERS.items()}
    for view in atlas.dataset.views:
        if not has_skin(atlas, view):
            continue
        drawn = outlines(atlas, view, side).patches
        for kind, of_kind in bearers.items():
            clear = [one for one in of_kind if any(id_ in one.main and p.room >= ROOM for id_, p in drawn.items())]
            elsewhere = [one.id for one in of_kind if not set(one.right) & set(drawn)]
            for number, group in enumerate(_groups(clear, set(drawn)), 1):
                others = tuple(elsewhere[: max(0, FEWEST_NAMES - len(group))])
                if len(group) + len(others) < 2:
                    continue
                patches = {one.id: tuple(id_ for id_ in one.right if id_ in drawn) for one in group}
                zones = {
                    name: joined(ring for id_ in right for ring in drawn[id_].rings) for name, right in patches.items()
                }
                rows = tuple(row for one in group for id_ in patches[one.id] for row in one.rows[id_])
                yield MarkerQuestion(kind, view, number, patches, zones, others, rows)
