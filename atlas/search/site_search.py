"""Finding what a person looks for: things by their names, and also words of the glossary and pages of the atlas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from atlas.dataset.loader import Dataset
from atlas.search.names import ALIKE, Match, Names, alike, fold

WORD, PAGE = "word", "page"
"""The kinds of what is found beside things."""
ASIDE = 3.0
"""So much less counts what only resembles a word or a page: who types a part of a name looks for a thing."""
_MODE = re.compile(r"mode\.(\w+)\.title")
_EXPLORING = "explore"


@dataclass(frozen=True)
class SearchEntry:
    """What can be found beside the things. `told` says what it is; `change`: what of the state leads to it."""

    id: str
    kind: str
    name: str
    told: str
    spelled: tuple[str, ...]
    change: dict[str, str]


def _pages(dataset: Dataset) -> list[SearchEntry]:
    words, found = dataset.strings, []
    for mode in (match[1] for match in map(_MODE.fullmatch, words) if match):
        name, also = words[f"mode.{mode}"], words.get(f"find.page.{mode}", "")
        spelled = (mode, name, *(one.strip() for one in also.split(";") if one.strip()))
        change = {"mode": "" if mode == _EXPLORING else mode, "select": "", "part": "", "tour": "", "step": ""}
        found.append(SearchEntry(f"{PAGE}:{mode}", PAGE, name, words[f"mode.{mode}.title"], spelled, change))
    for row in dataset["tours"].values():
        steps = [step for tour, step in dataset["tour_steps"] if tour == row.id]
        if steps:
            change = {"mode": "tours", "tour": row.id, "step": str(min(steps))}
            found.append(SearchEntry(f"{PAGE}:{row.id}", PAGE, row.name, row.describe, (row.name,), change))
    return found


def _words(dataset: Dataset) -> list[SearchEntry]:
    rows = dataset["glossary"].values()
    return [SearchEntry(f"{WORD}:{row.term}", WORD, row.term, row.meaning, (row.term, *row.forms), {}) for row in rows]


class SiteSearch:
    """Things, words and pages in one order."""

    def __init__(self, names: Names, dataset: Dataset):
        self.names, self.dataset = names, dataset

    @cached_property
    def beside(self) -> list[SearchEntry]:
        """What there is beside the things: pages, then words."""
        return _pages(self.dataset) + _words(self.dataset)

    @cached_property
    def spelled(self) -> list[tuple[str, str, str]]:
        """The folded spelling, the id and the spelling of each that stands beside the things."""
        return [(fold(name), one.id, name) for one in self.beside for name in dict.fromkeys(one.spelled)]

    def search(self, text: str, limit: int) -> list[Match]:
        """What goes by this text or nearly so, best first; of what is as alike, things come first."""
        things = self.names.search(text, limit)
        found = alike(text, self.spelled, ALIKE, ASIDE)
        others = [Match(one.id, one.name, one.kind, *found[one.id]) for one in self.beside if one.id in found]
        return sorted([*things, *others], key=lambda match: -match.score)[:limit]
