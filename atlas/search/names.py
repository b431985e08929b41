"""The index of names: every selectable thing by id, official name, synonym, Latin name, plain words or misspelling."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.graph.nerve_graph import KIND_OF_TABLE, NerveGraph
from atlas.search.similarity import Spelling, best_matches, normalise

MIN_SCORE = 72.0
"""The lowest score (0 to 100) at which a misspelling counts as a match."""


@dataclass(frozen=True)
class Match:
    """One search result: the thing, the spelling that matched, the score (0 to 100) and, for an emergency, its text."""

    id: str
    name: str
    kind: str
    matched: str
    score: float
    text: str = ""


class UnknownName(LookupError):
    """The name is unknown. `nearest` holds the three most similar names."""

    def __init__(self, name: str, nearest: tuple[str, ...]):
        self.name, self.nearest = name, nearest
        suggestions = f"; the nearest names are {', '.join(nearest)}" if nearest else ""
        super().__init__(
            f"no root, nerve, muscle, reflex, patch of skin, site or condition is called '{name}'{suggestions}"
        )


class Names:
    """All names of all selectable things.

    names_of: id → its names, the official name first.
    id_by_name: normalised name → id. Where two things share a name, an official name wins over a synonym, and then the
    order of the tables decides.
    spellings: everything that search compares a query with, including expressions that are not names.
    """

    def __init__(self, nerve_graph: NerveGraph):
        self.nerve_graph = nerve_graph
        self.names_of: dict[str, list[str]] = {}
        official: dict[str, str] = {}
        synonyms: dict[str, str] = {}
        latin = {row.id: row.latin for row in nerve_graph.dataset.latin_names.values()}
        for table, kind in KIND_OF_TABLE.items():
            for id_, row in nerve_graph.dataset[table].items():
                if not isinstance(id_, str) or nerve_graph.kinds[id_] != kind:
                    continue
                name, *others = self.names_of[id_] = self._names(id_, row, latin.get(id_))
                official.setdefault(normalise(id_), id_)
                official.setdefault(normalise(name), id_)
                for other in others:
                    synonyms.setdefault(normalise(other), id_)
        self.id_by_name = {**synonyms, **official}
        self.spellings = self._spellings()

    def _names(self, id_: str, row: object, latin: str | None) -> list[str]:
        names = [
            str(getattr(row, "name", id_)),
            *getattr(row, "synonyms", ()),
            *filter(None, [getattr(row, "plain", "")]),
        ]
        further = dict.fromkeys([*self.nerve_graph.dataset.called.get(id_, ()), *([latin] if latin else [])])
        return names + [name for name in further if name not in names]

    def _spellings(self) -> list[Spelling]:
        spellings = [
            Spelling(normalise(name), id_, name) for id_, names in self.names_of.items() for name in (id_, *names)
        ]
        tables = self.nerve_graph.dataset
        for said, means in (
            *((row.said, row.means) for row in tables.wordings.values()),
            *((row.said, row.means) for row in tables.everyday.values()),
        ):  # search finds things by these expressions, but they are not names
            spellings += [Spelling(normalise(said), id_, said) for id_ in means if id_ in self.names_of]
        return spellings

    def resolve(self, name: str) -> str:
        """The id that has this name.

        Raises:
            UnknownName: the name is unknown; the error holds the three most similar names.
        """
        if name in self.names_of:
            return name
        id_ = self.id_by_name.get(normalise(name))
        if id_ is None:
            raise UnknownName(name, self.nearest(name))
        return id_

    def nearest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The official names of the things that match best, however poor the match, best first."""
        return tuple(match.name for match in self._matches(name, limit, min_score=0.0))

    def search(self, text: str, limit: int = 8) -> list[Match]:
        """Things whose name is this text or similar to it, best first."""
        return self._matches(text, limit, MIN_SCORE)

    def _matches(self, text: str, limit: int, min_score: float) -> list[Match]:
        kinds, order = self.nerve_graph.kinds, self.nerve_graph.order
        matches = [
            Match(id_, self.names_of[id_][0], kinds[id_], spelling, score)
            for id_, (spelling, score) in best_matches(text, self.spellings, min_score).items()
        ]
        return sorted(matches, key=lambda match: (-match.score, order[match.id]))[:limit]
