"""The index of names: every selectable thing by id, official name, synonym, Latin name, plain words or misspelling."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from atlas.dataset.dataset import Dataset
from atlas.graph.nerve_graph import KIND_OF_TABLE, NerveGraph
from atlas.lazy_property import cached_property
from atlas.search.canonical_words import CanonicalWords
from atlas.search.similarity import normalise
from atlas.search.word_index import NAMED, RESOLVED, WHOLE, Hit, Spelling, Vocabulary, WordIndex


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
    """The name is unknown. `nearest` holds up to three names that are near, none if nothing is."""

    def __init__(self, name: str, nearest: tuple[str, ...]):
        self.name, self.nearest = name, nearest
        suggestions = f"; the nearest names are {', '.join(nearest)}" if nearest else ""
        super().__init__(
            f"no root, nerve, muscle, reflex, patch of skin, site or condition is called '{name}'{suggestions}"
        )


class AmbiguousName(ValueError):
    """The name means several things and none in particular. `ids` are the things."""

    def __init__(self, name: str, choices: dict[str, str]):
        self.name, self.ids = name, tuple(choices)
        listed = "; ".join(f"{official} ({id_})" for id_, official in choices.items())
        super().__init__(f"'{name}' means more than one thing; name one of these: {listed}")


class Names:
    """All names of all selectable things.

    names_of: id → its names, the official name first.
    id_by_name: normalised name → id. Where two things share a name, an official name wins over a synonym, and then the
    order of the tables decides, sites last: what a site and a condition share is the condition's, which says more.
    spellings: everything that search compares a query with, including expressions that are not names.
    """

    def __init__(self, nerve_graph: NerveGraph):
        self.nerve_graph = nerve_graph
        self.names_of: dict[str, list[str]] = {}
        official: dict[str, str] = {}
        synonyms: dict[str, str] = {}
        latin = {row.id: row.latin for row in nerve_graph.dataset.latin_names.values()}
        for table in sorted(KIND_OF_TABLE, key=lambda table: table == "sites"):
            kind = KIND_OF_TABLE[table]
            for id_, row in nerve_graph.dataset[table].items():
                if not isinstance(id_, str) or nerve_graph.kinds[id_] != kind:
                    continue
                name, *others = self.names_of[id_] = self._names(id_, row, latin.get(id_))
                official.setdefault(normalise(id_), id_)
                official.setdefault(normalise(name), id_)
                for other in others:
                    synonyms.setdefault(normalise(other), id_)
        self.id_by_name = {**synonyms, **official}

    def _names(self, id_: str, row: object, latin: str | None) -> list[str]:
        names = [
            str(getattr(row, "name", id_)),
            *getattr(row, "synonyms", ()),
            *filter(None, [getattr(row, "plain", "")]),
        ]
        further = dict.fromkeys([*self.nerve_graph.dataset.called.get(id_, ()), *([latin] if latin else [])])
        return names + [name for name in further if name not in names]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """How search and the commands read texts in the language of the dataset."""
        return _vocabulary(self.nerve_graph.dataset)

    @cached_property
    def spellings(self) -> list[Spelling]:
        """Ids, names, and the expressions by which search finds things but which are not names."""
        spellings = []
        for id_, names in self.names_of.items():
            spellings.append(Spelling(normalise(id_), id_, id_, WHOLE))
            for name, normalised in ((name, normalise(name)) for name in names):
                place = RESOLVED if self.id_by_name[normalised] == id_ else NAMED
                spellings.append(Spelling(normalised, id_, name, place))
        tables = self.nerve_graph.dataset
        for said, means in (
            *((row.said, row.means) for row in tables.wordings.values()),
            *((row.said, row.means) for row in tables.everyday.values()),
        ):
            known = [id_ for id_ in means if id_ in self.names_of]
            spellings += [Spelling(normalise(said), id_, said, min(at, RESOLVED - 1)) for at, id_ in enumerate(known)]
        return spellings

    @cached_property
    def index(self) -> WordIndex:
        """The names and expressions, for search."""
        return WordIndex(self.spellings, self.vocabulary)

    @cached_property
    def _ids_by_words(self) -> dict[str, dict[frozenset[str], tuple[str, ...]]]:
        """For official names, wordings and synonyms: canonical words → the ids that they mean."""
        sources: dict[str, Iterable[tuple[Iterable[str], Iterable[str]]]] = {
            "official": ((names[:1], (id_,)) for id_, names in self.names_of.items()),
            "synonym": ((names[1:], (id_,)) for id_, names in self.names_of.items()),
            "wording": (([row.said], row.means) for row in self.nerve_graph.dataset.wordings.values()),
        }
        found: dict[str, dict[frozenset[str], dict[str, None]]] = {source: {} for source in sources}
        for source, entries in sources.items():
            for names, ids in entries:
                for name in names:
                    found[source].setdefault(self.key(name), {}).update(dict.fromkeys(ids))
        return {source: {key: tuple(ids) for key, ids in by_words.items()} for source, by_words in found.items()}

    def key(self, text: str) -> frozenset[str]:
        """The canonical words of a text: two texts with the same words mean the same."""
        return frozenset(self.vocabulary.words.of(normalise(text)))

    def is_of_elsewhere(self, text: str) -> bool:
        """Whether a text names another region of the body."""
        return not self.vocabulary.elsewhere.isdisjoint(self.key(text))

    def meanings(self, text: str, kinds: Collection[str] = (), wordings_first: bool = False) -> tuple[str, ...]:
        """The ids of one kind that everyday words mean: one if a name has the same words, several, or none.

        kinds: only these kinds count; by default, all. wordings_first: prefer everything that an expression means to
        the one thing that has it as a synonym.
        """
        key, order = self.key(text), ["official", "synonym", "wording"]
        for source in [order[0], *reversed(order[1:])] if wordings_first else order:
            ids = [id_ for id_ in self._ids_by_words[source].get(key, ()) if id_ in self.names_of]
            ids = [id_ for id_ in ids if not kinds or self.nerve_graph.kinds[id_] in kinds]
            if ids:
                return tuple(id_ for id_ in ids if self.nerve_graph.kinds[id_] == self.nerve_graph.kinds[ids[0]])
        return ()

    def other_meanings(self, name: str, id_: str) -> tuple[str, ...]:
        """What an expression for several things means besides the one that it resolves to."""
        key = self.key(name)
        rows = self.nerve_graph.dataset.wordings.values()
        means = next((row.means for row in rows if id_ in row.means and self.key(row.said) == key), ())
        return tuple(other for other in means if other != id_)

    def resolve(self, name: str) -> str:
        """The id that has this name, or that these everyday words mean.

        Raises:
            UnknownName: the name is unknown; the error holds up to three names that are near.
            AmbiguousName: the words mean several things.
        """
        if name in self.names_of:
            return name
        id_ = self.id_by_name.get(normalise(name))
        if id_ is not None:
            return id_
        ids = self.meanings(name) if normalise(name) else ()
        if not ids:
            raise UnknownName(name, self.nearest(name))
        if len(ids) > 1:
            raise AmbiguousName(name, {id_: self.names_of[id_][0] for id_ in ids})
        return ids[0]

    def nearest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The official names of the things that match or are near, best first; none if nothing is near."""
        found = self.search(name, limit) or self._matches(self.index.near(name), limit)
        return tuple(match.name for match in found)

    def search(self, text: str, limit: int = 8) -> list[Match]:
        """Things whose name has all words of this text, complete, begun or misspelt; best first."""
        return self._matches(self.index.search(text), limit)

    def _matches(self, hits: dict[str, Hit], limit: int) -> list[Match]:
        kinds, order = self.nerve_graph.kinds, self.nerve_graph.order
        ranked = sorted(hits, key=lambda id_: (-hits[id_].score, hits[id_].place, order[id_]))
        found = ((id_, hits[id_]) for id_ in ranked[:limit])
        return [Match(id_, self.names_of[id_][0], kinds[id_], hit.text, hit.score) for id_, hit in found]


def expressions(text: str) -> Iterator[str]:
    """The expressions that a text lists, separated by `;`, each normalised."""
    return filter(None, map(normalise, text.split(";")))


def equivalents(dataset: Dataset) -> list[list[str]]:
    """The groups of expressions with the same meaning, each normalised; the first stands for all."""
    return [[normalise(text) for text in row.same] for row in dataset.equivalents.values()]


def _vocabulary(dataset: Dataset) -> Vocabulary:
    strings = dataset.strings
    words = CanonicalWords(equivalents(dataset), expressions(strings["find.ignored"]))

    def canonical(texts: str) -> frozenset[str]:
        return frozenset(word for text in expressions(texts) for word in words.of(text))

    return Vocabulary(words, *(canonical(strings[f"find.{part}"]) for part in ("optional", "common", "elsewhere")))
