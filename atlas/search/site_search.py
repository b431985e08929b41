"""Search over the whole site: things with names, and also emergencies, pages, tours and words of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from atlas.dataset.loader import Dataset
from atlas.dataset.tables.plain_text import RedFlag
from atlas.emergencies.recogniser import EmergencyRecogniser
from atlas.search.names import MIN_SCORE, Match, Names
from atlas.search.similarity import EXACT, Spelling, best_matches, normalise

WORD, PAGE, EMERGENCY = "word", "page", "emergency"
"""The kinds of entries that are not part of the anatomy."""
INEXACT_PENALTY = 3.0
"""Points that an inexact match with a word or page loses: a person who types part of a name usually means a thing."""
MOST_EMERGENCIES = 3
"""The most emergencies that come before the other results."""
_MODE_TITLE = re.compile(r"mode\.(\w+)\.title")
_HOME_MODE = "explore"


@dataclass(frozen=True)
class SearchEntry:
    """An emergency, page, tour or word. `state_change` holds the fields of the page's state that open it."""

    id: str
    kind: str
    name: str
    description: str
    spellings: tuple[str, ...]
    state_change: dict[str, str]


class SiteSearch:
    """Searches things, pages and words together."""

    def __init__(self, names: Names, dataset: Dataset):
        self.names, self.dataset = names, dataset

    @cached_property
    def entries(self) -> list[SearchEntry]:
        """Everything that is not part of the anatomy: emergencies by urgency, then pages, tours and words."""
        return [*self._emergencies(), *_pages(self.dataset), *_tours(self.dataset), *_words(self.dataset)]

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

    def search(self, text: str, limit: int) -> list[Match]:
        """What is called this or something similar, best first; among equal scores, things come before pages.

        The emergencies that the words may mean come before everything else.
        """
        things = self.names.search(text, limit)
        found = best_matches(text, self.spellings, MIN_SCORE, INEXACT_PENALTY)
        others = [
            Match(entry.id, entry.name, entry.kind, *found[entry.id], _text(entry))
            for entry in self.entries
            if entry.id in found
        ]
        urgent = [
            Match(_entry_id(row), row.name, EMERGENCY, row.name, EXACT, row.text)
            for row in self.recogniser.named_in(text)[:MOST_EMERGENCIES]
        ]
        first = {match.id for match in urgent}
        rest = [match for match in (*things, *others) if match.id not in first]
        return [*urgent, *sorted(rest, key=lambda match: -match.score)][:limit]


def _entry_id(row: RedFlag) -> str:
    return f"{EMERGENCY}:{row.id}"


def _text(entry: SearchEntry) -> str:
    return entry.description if entry.kind == EMERGENCY else ""


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


def _words(dataset: Dataset) -> Iterator[SearchEntry]:
    for row in dataset.glossary.values():
        yield SearchEntry(f"{WORD}:{row.term}", WORD, row.term, row.meaning, (row.term, *row.forms), {})
