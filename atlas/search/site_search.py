"""Search over the whole site: things with names, and also emergencies, pages, tours, tests and glossary words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atlas.dataset.loader import Dataset
from atlas.dataset.tables.plain_text import RedFlag
from atlas.emergencies.recogniser import EmergencyRecogniser
from atlas.graph.nerve_graph import KIND_OF_TABLE
from atlas.lazy_property import cached_property
from atlas.search.names import Match, Names
from atlas.search.similarity import normalise
from atlas.search.word_index import EXACT, Hit, Spelling, WordIndex

WORD, PAGE, EMERGENCY = "word", "page", "emergency"
"""The kinds of entries that are not part of the anatomy."""
INEXACT_PENALTY = 3.0
"""Points that an inexact match with a word or page loses: a person who types part of a name usually means a thing."""
DESCRIBING = ("action", "weakness", "exit", "course", "where", "meaning", "note")
"""The columns of a thing's row in which search looks for a text that no name has."""
NEAREST = 3
"""The most things that are named as near."""
MOST_EMERGENCIES = 3
"""The most emergencies that come before the other results."""
_SENTENCE = re.compile(r"\s*(?:;|\.(?=\s|$))\s*")
_MODE_TITLE = re.compile(r"mode\.(\w+)\.title")
_HOME_MODE = "explore"


@dataclass(frozen=True)
class SearchEntry:
    """An emergency, page, tour, test or word. `state_change` holds the fields of the page's state that open it."""

    id: str
    kind: str
    name: str
    description: str
    spellings: tuple[str, ...]
    state_change: dict[str, str]


class SiteSearch:
    """Searches things, their descriptions, pages and words together."""

    def __init__(self, names: Names, dataset: Dataset):
        self.names, self.dataset = names, dataset

    @cached_property
    def entries(self) -> list[SearchEntry]:
        """Everything that is not part of the anatomy: emergencies by urgency, then pages, tours, tests and words."""
        tables = self.dataset
        return [*self._emergencies(), *_pages(tables), *_tours(tables), *_tests(tables), *_words(tables)]

    @cached_property
    def recogniser(self) -> EmergencyRecogniser:
        """Recognises emergencies in the words of a search."""
        return EmergencyRecogniser(self.dataset)

    def _emergencies(self) -> Iterator[SearchEntry]:
        for row in self.recogniser.rows:
            yield SearchEntry(_entry_id(row), EMERGENCY, row.name, row.text, (row.name, *row.synonyms), {})

    @cached_property
    def spellings(self) -> list[Spelling]:
        """All spellings of the entries."""
        return [
            Spelling(normalise(text), entry.id, text)
            for entry in self.entries
            for text in dict.fromkeys(entry.spellings)
        ]

    @cached_property
    def descriptions(self) -> list[Spelling]:
        """What the tables say about things, sentence by sentence: search finds these after all names."""
        found = []
        for table in KIND_OF_TABLE:
            for id_, row in self.dataset[table].items():
                if not isinstance(id_, str) or id_ not in self.names.names_of:
                    continue
                texts = (getattr(row, column, "") for column in DESCRIBING)
                sentences = dict.fromkeys(part for text in texts for part in _SENTENCE.split(text) if part)
                found += [Spelling(normalise(sentence), id_, sentence) for sentence in sentences]
        return found

    @cached_property
    def index(self) -> WordIndex:
        """Everything that search compares a query with."""
        return WordIndex([*self.names.spellings, *self.spellings], self.names.vocabulary, self.descriptions)

    @cached_property
    def _entry_of(self) -> dict[str, SearchEntry]:
        return {entry.id: entry for entry in self.entries}

    def search(self, text: str, limit: int) -> list[Match]:
        """What is called this, best first; among equal scores, things come before pages.

        The emergencies that the words may mean come before everything else.
        """
        urgent = [
            Match(_entry_id(row), row.name, EMERGENCY, row.name, EXACT, row.text)
            for row in self.recogniser.named_in(text)[:MOST_EMERGENCIES]
        ]
        first = {match.id for match in urgent}
        rest = self._matches(self.index.search(text), limit + len(urgent))
        return [*urgent, *(match for match in rest if match.id not in first)][:limit]

    def near(self, text: str, limit: int = NEAREST) -> list[Match]:
        """What is near a text that nothing is called, best first; often nothing."""
        return self._matches(self.index.near(text), limit)

    def _matches(self, hits: dict[str, Hit], limit: int) -> list[Match]:
        order = {id_: at for at, id_ in enumerate([*self.names.nerve_graph.order, *self._entry_of])}
        matches = [(self._match(id_, hit), hit.place, order[id_]) for id_, hit in hits.items()]
        matches.sort(key=lambda found: (-found[0].score, *found[1:]))
        return [match for match, _, _ in matches[:limit]]

    def _match(self, id_: str, hit: Hit) -> Match:
        entry = self._entry_of.get(id_)
        if entry is None:
            return Match(id_, self.names.names_of[id_][0], self.names.nerve_graph.kinds[id_], hit.text, hit.score)
        score = hit.score - (INEXACT_PENALTY if hit.score < EXACT else 0)
        text = entry.description if entry.kind == EMERGENCY else ""
        return Match(id_, entry.name, entry.kind, hit.text, score, text)


def _entry_id(row: RedFlag) -> str:
    return f"{EMERGENCY}:{row.id}"


def _pages(dataset: Dataset) -> Iterator[SearchEntry]:
    strings = dataset.strings
    for match in filter(None, map(_MODE_TITLE.fullmatch, strings)):
        mode = match[1]
        name, other_names = strings[f"mode.{mode}"], strings.get(f"find.page.{mode}", "")
        yield SearchEntry(
            id=f"{PAGE}:{mode}",
            kind=PAGE,
            name=name,
            description=strings[f"mode.{mode}.title"],
            spellings=(mode, name, *(other.strip() for other in other_names.split(";") if other.strip())),
            state_change={"mode": "" if mode == _HOME_MODE else mode, "select": "", "part": "", "tour": "", "step": ""},
        )


def _tours(dataset: Dataset) -> Iterator[SearchEntry]:
    tables = dataset
    for row in tables.tours.values():
        steps = [step for tour, step in tables.tour_steps if tour == row.id]
        if steps:
            state_change = {"mode": "tours", "tour": row.id, "step": str(min(steps))}
            yield SearchEntry(f"{PAGE}:{row.id}", PAGE, row.name, row.describe, (row.name,), state_change)


def _tests(dataset: Dataset) -> Iterator[SearchEntry]:
    """The tests. Where the glossary explains a test, its other names find the test as well, and first."""
    glossary = [(row.term, *row.forms) for row in dataset.glossary.values()]
    for row in dataset.exam_tests.values():
        name = normalise(row.name)
        others = [text for forms in glossary if name in map(normalise, forms) for text in forms]
        state_change = {"mode": "examination", "part": row.id, "select": ""}
        yield SearchEntry(
            f"{PAGE}:{row.id}", PAGE, row.name, row.positive, (row.name, *row.synonyms, *others), state_change
        )


def _words(dataset: Dataset) -> Iterator[SearchEntry]:
    for row in dataset.glossary.values():
        yield SearchEntry(f"{WORD}:{row.term}", WORD, row.term, row.meaning, (row.term, *row.forms), {})
