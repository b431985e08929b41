"""Recognises clues (signs and circumstances) in words: which rows they mean, and whether they deny them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.dataset.tables.clinical import Clue, ClueWord, Combination
from atlas.reasoning.localisation.denials import is_denied, is_one_statement, read_words
from atlas.reasoning.localisation.named_places import NamedPlace
from atlas.search.similarity import normalise

DENIED = "no_"
"""The prefix of the id of a clue that was looked for and not found."""
SHORT_WORD = 3
"""A word of a phrase that is not longer than this must match a whole word; a longer one may match the start of one."""


@dataclass(frozen=True)
class ClueMatch:
    """A recognised clue: the words given, the row, and whether the words deny it."""

    text: str
    row: Clue | Combination | NamedPlace
    denied: bool

    @property
    def adds_to_findings(self) -> bool:
        """Whether it says more than the findings, which a combination of findings alone does not."""
        return not isinstance(self.row, Combination) or bool(self.row.clues)


Phrase = tuple[Clue | NamedPlace, list[str]]
"""A row and the words of one of its phrases."""


class ClueMatcher:
    """Matches words with the phrases of the clue rows, and with the names of places.

    A word of a text also counts as each word that it can stand for (`clue_words`). A phrase that a clue already has is
    not a name as well.
    """

    def __init__(self, rows: Iterable[Clue], named: Iterable[NamedPlace] = (), clue_words: Iterable[ClueWord] = ()):
        self.rows: list[Clue | NamedPlace] = [*rows]
        self.clue_words = list(clue_words)
        self._phrases_by_start: dict[str, list[Phrase]] = {}
        known: set[frozenset[str]] = set()
        for row in self.rows:
            for phrase in (row.id, row.name, *row.phrases):
                known.add(self._add(row, phrase))
        for place in named:
            phrases = tuple(phrase for phrase in place.phrases if frozenset(normalise(phrase).split()) not in known)
            if phrases:
                kept = NamedPlace(place.id, place.name, phrases, place.strength, place.toward)
                self.rows.append(kept)
                for phrase in phrases:
                    self._add(kept, phrase)

        self._by_id = {row.id: row for row in self.rows}

    def _add(self, row: Clue | NamedPlace, phrase: str) -> frozenset[str]:
        stems = normalise(phrase).split()
        if stems:  # a name in another script has none
            self._phrases_by_start.setdefault(stems[0][:SHORT_WORD], []).append((row, stems))
        return frozenset(stems)

    def match(self, text: str) -> tuple[ClueMatch, ...]:
        """Every clue that the words mean. A phrase is dropped when another one covers all of its words and more.

        The id of a row, alone or after `DENIED`, means this row and nothing else.
        """
        id_ = text.removeprefix(DENIED)
        if id_ in self._by_id:
            return (ClueMatch(text, self._by_id[id_], denied=id_ != text),)
        read = read_words(text)
        words = [self._forms(word) for word in read.words]
        matches: dict[str, tuple[frozenset[int], Clue | NamedPlace]] = {}
        starts = dict.fromkeys(form[:SHORT_WORD] for forms in words for form in forms)
        for row, stems in (phrase for start in starts for phrase in self._phrases_by_start.get(start, ())):
            positions = _matched_positions(stems, words, row.whole_words)
            best, _ = matches.get(row.id, (frozenset(), row))
            if positions and _closeness(positions) > _closeness(best) and is_one_statement(read, positions):
                matches[row.id] = (positions, row)
        return tuple(
            ClueMatch(text, row, denied=is_denied(read, positions))
            for positions, row in matches.values()
            if not any(_covers(others, other, positions, row) for others, other in matches.values())
        )

    def _forms(self, word: str) -> tuple[str, ...]:
        """The word and all words that it can stand for."""
        stands_for = (row.id for row in self.clue_words if any(_matches(word, stem, False) for stem in row.also))
        return (word, *stands_for)


def _closeness(positions: frozenset[int]) -> tuple[int, int]:
    """How well a match fits: by its words, then by how close they stand."""
    return (len(positions), min(positions) - max(positions)) if positions else (0, 0)


def _covers(
    others: frozenset[int], other: Clue | NamedPlace, positions: frozenset[int], row: Clue | NamedPlace
) -> bool:
    """Whether another match says all that this one says: it has more words, or is a clue with the words of a name."""
    return positions < others or (positions == others and row.whole_words and not other.whole_words)


def _matched_positions(stems: list[str], words: list[tuple[str, ...]], whole_words: bool) -> frozenset[int] | None:
    """The positions of the words that match a phrase, or None when a word of the phrase is missing."""
    positions: set[int] = set()
    for stem in stems:
        fits = (n for n, forms in enumerate(words) if any(_matches(form, stem, whole_words) for form in forms))
        position = next((n for n in fits if n not in positions), None)
        if position is None:
            return None
        positions.add(position)
    return frozenset(positions)


def _matches(word: str, stem: str, whole_words: bool) -> bool:
    return word in (stem, f"{stem}s") or (not whole_words and len(stem) > SHORT_WORD and word.startswith(stem))
