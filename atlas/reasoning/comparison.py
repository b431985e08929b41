"""Two places or conditions side by side: what both take away, what only one does, what sources say tells them apart.

What each takes is computed by removal. The discriminators are rows; where one of them and the graph disagree, both are
told. A condition that can sit at several sites takes from the least to the most that any of them does.
"""

from __future__ import annotations

from collections.abc import Callable

from atlas.dataset.tables.clinical import Discriminator
from atlas.graph.lesion import NOTHING, Lesions
from atlas.reasoning.comparison_result import Comparison, Side, Taken, Told
from atlas.search.lesion_places import LesionPlaces

SOME, CLEAR = 0.15, 1 / 3
"""A share below SOME is not a loss that a source would call one; from CLEAR on it is not what one would call normal."""
STRENGTHS = ("strong", "moderate", "weak", "none")
MEANS = ("examination", "history", "test")
"""What discriminates best comes first; of equals, what the fewest tools are needed for."""


class Comparisons:
    """Comparisons in one anatomy."""

    def __init__(self, places: LesionPlaces, lesions: Lesions):
        self.places, self.lesions, self.nerve_graph = places, lesions, lesions.nerve_graph
        self.rows: tuple[Discriminator, ...] = tuple(self.nerve_graph.dataset["discriminators"].values())

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs that the discriminators speak of, as ids, in the order of the file."""
        return tuple(dict.fromkeys((row.a, row.b) for row in self.rows))

    def of(self, one: str, other: str, map_id: str) -> Comparison:
        """Hold two together, by any of their names. Raises UnknownName, or ValueError for what is no place."""
        a, b = self._side(one), self._side(other)
        a_takes, b_takes = (self._takes(side, map_id) for side in (a, b))
        compared = [Taken(e, self.nerve_graph.kinds[e], a_takes(e), b_takes(e)) for e in self.lesions.targets]
        told = sorted(
            (self._told(row, turned, {t.target: t for t in compared}, a, b) for row, turned in self._speaking(a, b)),
            key=lambda t: (STRENGTHS.index(t.strength), bool(t.against), MEANS.index(t.by)),
        )
        return Comparison(
            a=a,
            b=b,
            map=map_id,
            both=tuple(t for t in compared if t.a[1] > NOTHING and t.b[1] > NOTHING),
            only_a=tuple(t for t in compared if t.a[1] > NOTHING >= t.b[1]),
            only_b=tuple(t for t in compared if t.b[1] > NOTHING >= t.a[1]),
            best=told[0].finding if told and told[0].strength != STRENGTHS[-1] else None,
            discriminators=tuple(told),
        )

    def _side(self, name: str) -> Side:
        id_, places = self.places.all_of(name)
        return Side(id_, self.places.names.by_id[id_][0], self.nerve_graph.kinds[id_], places)

    def _takes(self, side: Side, map_id: str) -> Callable[[str], tuple[float, float]]:
        each = []
        for place, on in side.places.items():
            found = self.lesions.of(place, on, map_id)
            whole = dict.fromkeys((*found.lost, *found.reflexes_lost), 1.0)
            each.append(whole | found.reduced | found.reflexes_reduced)

        def takes(target: str) -> tuple[float, float]:
            shares = [taken.get(target, 0.0) for taken in each]
            return min(shares, default=0.0), max(shares, default=0.0)

        return takes

    def _speaking(self, a: Side, b: Side) -> list[tuple[Discriminator, bool]]:
        """The rows of this pair, and whether they stand the other way round; rows of its like where it has none."""
        for same in (lambda row_id, side: row_id == side.id, self._sits_at):
            found = []
            for row in self.rows:
                here, turned = same(row.a, a) and same(row.b, b), same(row.a, b) and same(row.b, a)
                if here != turned:  # a row that fits both ways round tells nothing apart
                    found.append((row, turned))
            if found:
                return found
        return []

    def _sits_at(self, row_id: str, side: Side) -> bool:
        _, places = self.places.all_of(row_id)
        own = set(side.places.values())
        whole = set().union(*own) if side.kind == "nerve" else set()
        return any(on in own or set(on) <= whole for on in places.values())

    def _told(self, row: Discriminator, turned: bool, compared: dict[str, Taken], a: Side, b: Side) -> Told:
        shows, takes = (row.a_shows, row.b_shows), (row.a_takes, row.b_takes)
        if turned:
            shows, takes = shows[::-1], takes[::-1]
        graph = tuple(compared[e] for e in row.targets)
        sides = (("a", takes[0], a), ("b", takes[1], b))
        return Told(
            finding=row.finding,
            targets=row.targets,
            clues=row.clues,
            a_shows=shows[0],
            b_shows=shows[1],
            strength=row.strength,
            by=row.by,
            graph=graph,
            against=tuple(
                at for at, said, side in sides if side.places and _disagrees(said, [getattr(t, at) for t in graph])
            ),
            cites=tuple(map(str, row.cites)),
            confidence=row.confidence,
            checked=row.checked,
            note=row.note,
        )


def _disagrees(said: str, shares: list[tuple[float, float]]) -> bool:
    """Whether what a source says is taken (yes, may, no) is not what the graph takes of the targets named."""
    if not said:
        return False
    least, most = max(low for low, _ in shares), max(high for _, high in shares)
    return {"yes": most < SOME, "may": most <= NOTHING, "no": least >= CLEAR}[said]
