"""What was said of signs and circumstances, understood by the rows of clues: which it means, or denies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.dataset.tables.clinical import Clue
from atlas.search.names import fold

DENIALS = {"no", "not", "absent", "negative", "without", "denies", "denied", "none", "normal", "never", "minimal"}
"""Words that turn a clue round when its phrase does not itself hold them."""
SHORTEST_STEM = 3
"""A phrase's word of this length or less must be met whole; a longer one may be the beginning of a word."""
LONGEST = 24
"""A clue is a few words; of a longer text only so many are read."""


@dataclass(frozen=True)
class ClueMatch:
    """A clue that was understood: the words as given, the row, and whether they deny it."""

    said: str
    row: Clue
    denied: bool


def _begins(word: str, stem: str) -> bool:
    return word == stem or (len(stem) > SHORTEST_STEM and word.startswith(stem))


def _met(phrase: list[str], words: list[str]) -> frozenset[int] | None:
    """The places of the words that meet a phrase, or None when some word of it is not met."""
    met = set()
    for stem in phrase:
        at = next((at for at, word in enumerate(words) if at not in met and _begins(word, stem)), None)
        if at is None:
            return None
        met.add(at)
    return frozenset(met)


class Clues:
    """The rows of clues, ready to be met."""

    def __init__(self, rows: Iterable[Clue]):
        self.rows = list(rows)
        self.by_start: dict[str, list[tuple[Clue, list[str]]]] = {}
        for row in self.rows:
            for phrase in (row.id, row.name, *row.phrases):
                stems = fold(phrase).split()
                if not stems:  # a name in another script
                    continue
                self.by_start.setdefault(stems[0][:SHORTEST_STEM], []).append((row, stems))

    def match_clues(self, said: str) -> tuple[ClueMatch, ...]:
        """Every clue that the words mean; where one phrase says all that another does and more, only the fuller one."""
        words = fold(said).split()[:LONGEST]
        met: dict[str, tuple[frozenset[int], Clue]] = {}
        starts = dict.fromkeys(word[:SHORTEST_STEM] for word in words)
        for row, stems in (each for start in starts for each in self.by_start.get(start, ())):
            places = _met(stems, words)
            if places and len(places) > len(met.get(row.id, ((), row))[0]):
                met[row.id] = (places, row)
        fullest = [
            (places, row) for places, row in met.values() if not any(places < others for others, _ in met.values())
        ]
        return tuple(
            ClueMatch(said, row, any(w in DENIALS for at, w in enumerate(words) if at not in places))
            for places, row in fullest
        )
