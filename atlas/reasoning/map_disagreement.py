"""How far dermatome maps differ on a patch of skin, who says what there, and how much of a map was read.

Our own tally, the default map, is made from the others and has no voice here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from atlas.dataset.tables.dermatomes import Dermatome
from atlas.graph.nerve_graph import NerveGraph

READ, FEELING = "read", "feeling"
STEPS = 4
"""Steps of the scale on which disagreement is shown; agreement comes before the first."""


@dataclass(frozen=True)
class Tally:
    """How many maps speak, how many different answers they give, and how far these differ (None: fewer than two)."""

    maps: int
    answers: int
    degree: float | None

    @property
    def step(self) -> int | None:
        """The degree on the scale: 0 for agreement, then 1 to STEPS.

        >>> [Tally(2, 2, degree).step for degree in (0.0, 0.25, 0.26, 1.0)]
        [0, 1, 2, 4]
        """
        return None if self.degree is None else ceil(round(self.degree * STEPS, 6))


@dataclass(frozen=True)
class Answer:
    """One answer to which roots serve a patch, and the maps that give it, in their order."""

    roots: tuple[str, ...]
    maps: tuple[str, ...]


@dataclass(frozen=True)
class Disagreement:
    """What the maps say of one patch.

    `answers`: that of most maps first; `pain`: the same of the maps that show where pain is felt, which is another
    question. `blank`: maps that leave it open on purpose; `silent`: whole maps that say nothing, for of a single report
    no more is expected. `all` counts every map of feeling that draws there, `read` only those whose row was read at
    its source.
    """

    territory: str
    answers: tuple[Answer, ...]
    pain: tuple[Answer, ...]
    blank: tuple[str, ...]
    silent: tuple[str, ...]
    read: Tally
    all: Tally


def distance(one: Iterable[str], other: Iterable[str]) -> float:
    """How unlike two sets of roots are, 0 to 1: one minus the share that both hold of what either holds (Jaccard).

    >>> distance({"L5"}, {"L5", "S1"}), distance({"L4"}, {"L5"}), distance((), ())
    (0.5, 1.0, 0.0)
    """
    here, there = set(one), set(other)
    either = here | there
    return 1 - len(here & there) / len(either) if either else 0.0


def degree(answers: Sequence[Iterable[str]]) -> float | None:
    """How far answers differ: the mean distance over all pairs of them, 0 to 1; None for fewer than two.

    It is 0 just when all answers are the same, and 1 just when no two share a root.
    """
    sets = [frozenset(answer) for answer in answers]
    pairs = [distance(one, other) for one, other in combinations(sets, 2)]
    return sum(pairs) / len(pairs) if pairs else None


def tally(answers: Sequence[Iterable[str]]) -> Tally:
    """The tally of answers, one for each map that speaks."""
    return Tally(len(answers), len({frozenset(answer) for answer in answers}), degree(answers))


def _in_order(nerve_graph: NerveGraph, roots: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(roots, key=lambda root: nerve_graph.dataset["roots"][root].order))


def _answers(nerve_graph: NerveGraph, drawn: list[Dermatome]) -> tuple[Answer, ...]:
    said: dict[tuple[str, ...], list[str]] = {}
    for row in drawn:
        said.setdefault(_in_order(nerve_graph, row.roots), []).append(row.map)
    place = {root.id: root.order for root in nerve_graph.dataset["roots"].values()}
    ordered = sorted(said, key=lambda roots: (-len(said[roots]), [place[root] for root in roots]))
    return tuple(Answer(roots, tuple(said[roots])) for roots in ordered)


def map_order(nerve_graph: NerveGraph) -> list[str]:
    """All maps in their order, single reports too, without our own tally."""
    maps = nerve_graph.dataset["dermatome_maps"].values()
    return [one.id for one in sorted(maps, key=lambda one: one.order) if one.id != nerve_graph.default_map]


def disagreement(nerve_graph: NerveGraph, territory: str) -> Disagreement:
    """What the maps say of one patch of skin. Raises KeyError for an unknown patch."""
    known, maps = nerve_graph.dataset["dermatomes"], map_order(nerve_graph)
    if territory not in nerve_graph.dataset["territories"]:
        raise KeyError(territory)
    rows = [known[territory, map_id] for map_id in maps if (territory, map_id) in known]
    about = nerve_graph.dataset["dermatome_maps"]
    drawn = [row for row in rows if row.standing == "drawn"]
    felt = [row for row in drawn if about[row.map].shows == FEELING]
    blank = tuple(row.map for row in rows if row.standing == "blank")
    whole = [map_id for map_id in maps if about[map_id].selectable == "yes" and about[map_id].shows == FEELING]
    speaking = {row.map for row in drawn} | {*blank}
    return Disagreement(
        territory,
        _answers(nerve_graph, felt),
        _answers(nerve_graph, [row for row in drawn if row not in felt]),
        blank,
        tuple(map_id for map_id in whole if map_id not in speaking),
        tally([row.roots for row in felt if row.checked == READ]),
        tally([row.roots for row in felt]),
    )


def disagreements(nerve_graph: NerveGraph) -> dict[str, Disagreement]:
    """Every patch of skin → what the maps say of it, where they differ most first, by the rows that were read."""
    found = [disagreement(nerve_graph, territory) for territory in nerve_graph.dataset["territories"]]

    def rank(one: Disagreement) -> list[float]:
        return [-1 if tallied.degree is None else tallied.degree for tallied in (one.read, one.all)]

    return {one.territory: one for one in sorted(found, key=rank, reverse=True)}


def compare(nerve_graph: NerveGraph, one: str, other: str) -> dict[str, str]:
    """Each patch of skin → how two maps stand to each other there: `differ`, `same`, `only-a`, `only-b` or `neither`.

    Raises KeyError for an unknown map.
    """
    known = nerve_graph.dataset["dermatomes"]
    for map_id in (one, other):
        nerve_graph.dataset["dermatome_maps"][map_id]
    found = {}
    for territory in nerve_graph.dataset["territories"]:
        rows = [known.get((territory, map_id)) for map_id in (one, other)]
        a, b = (frozenset(row.roots) if row and row.standing == "drawn" else None for row in rows)
        if a is None or b is None:
            found[territory] = "only-a" if a else "only-b" if b else "neither"
        else:
            found[territory] = "same" if a == b else "differ"
    return found


def reading(nerve_graph: NerveGraph) -> dict[str, tuple[int, int]]:
    """Map → how many of its rows were read at their source, and how many it has."""
    rows = nerve_graph.dataset["dermatomes"].values()
    all_, read = Counter(row.map for row in rows), Counter(row.map for row in rows if row.checked == READ)
    return {map_id: (read[map_id], all_[map_id]) for map_id in nerve_graph.dataset["dermatome_maps"]}
