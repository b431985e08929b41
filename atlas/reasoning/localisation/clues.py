"""Recognises clues (signs and circumstances) in words: which rows of the clues table they mean, and whether they deny
them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.dataset.tables.clinical import Clue, Combination
from atlas.search.similarity import normalise

NEGATIONS = {"no", "not", "absent", "negative", "without", "denies", "denied", "none", "normal", "never", "minimal"}
"""Words that deny a clue, unless they are part of its phrase."""
SHORT_WORD = 3
"""A word of a phrase that is not longer than this must match a whole word; a longer one may match the start of one."""
MAX_WORDS = 24
"""Only this many words of a text are read; a clue has only a few."""


@dataclass(frozen=True)
class ClueMatch:
    """A recognised clue: the words given, the row, and whether the words deny it."""

    text: str
    row: Clue | Combination
    denied: bool

    @property
    def adds_to_findings(self) -> bool:
        """Whether it says more than the findings, which a combination of findings alone does not."""
        return isinstance(self.row, Clue) or bool(self.row.clues)


class ClueMatcher:
    """Matches words with the phrases of the clue rows."""

    def __init__(self, rows: Iterable[Clue]):
        self.rows = list(rows)
        self._phrases_by_start: dict[str, list[tuple[Clue, list[str]]]] = {}
        for row in self.rows:
            for phrase in (row.id, row.name, *row.phrases):
                stems = normalise(phrase).split()
                if stems:  # a name in another script has none
                    self._phrases_by_start.setdefault(stems[0][:SHORT_WORD], []).append((row, stems))

    def match(self, text: str) -> tuple[ClueMatch, ...]:
        """Every clue that the words mean. A phrase is dropped when another one covers all of its words and more."""
        words = normalise(text).split()[:MAX_WORDS]
        matches: dict[str, tuple[frozenset[int], Clue]] = {}
        starts = dict.fromkeys(word[:SHORT_WORD] for word in words)
        for row, stems in (phrase for start in starts for phrase in self._phrases_by_start.get(start, ())):
            positions = _matched_positions(stems, words)
            longest, _ = matches.get(row.id, (frozenset(), row))
            if positions and len(positions) > len(longest):
                matches[row.id] = (positions, row)
        return tuple(
            ClueMatch(text, row, denied=any(word in NEGATIONS for n, word in enumerate(words) if n not in positions))
            for positions, row in matches.values()
            if not any(positions < others for others, _ in matches.values())
        )


def _matched_positions(stems: list[str], words: list[str]) -> frozenset[int] | None:
    """The positions of the words that match a phrase, or None when a word of the phrase is missing."""
    positions: set[int] = set()
    for stem in stems:
        position = next((n for n, word in enumerate(words) if n not in positions and _matches(word, stem)), None)
        if position is None:
            return None
        positions.add(position)
    return frozenset(positions)


def _matches(word: str, stem: str) -> bool:
    return word == stem or (len(stem) > SHORT_WORD and word.startswith(stem))
