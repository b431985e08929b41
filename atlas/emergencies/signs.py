"""Recognises the signs of emergencies in words and in findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.dataset.tables.clinical import Clue
from atlas.dataset.tables.emergencies import EmergencySign
from atlas.emergencies.clauses import Clause, Speech

SHORT_WORD = 3
"""A word of a phrase that is not longer must match a whole word or its plural; a longer one may match the start."""
MAX_GAP = 5
"""How many other words may stand between the words of a phrase."""
ANY = "*"
"""Stands for any target in `found_in`."""

Stems = list[tuple[str, ...]]


class SignMatcher:
    """Matches words with the phrases of signs. A sign is also named by its id, its name and clues with its meaning."""

    def __init__(self, rows: Iterable[EmergencySign], clues: Mapping[str, Clue], speech: Speech):
        self.rows, self.clues, self.speech = list(rows), clues, speech
        self._past = {row.id for row in self.rows if row.past == "yes"}
        self._by_start: dict[str, list[tuple[str, Stems]]] = {}
        for row in self.rows:
            for phrase in self.phrases_of(row):
                stems = speech.stems(phrase)
                for start in dict.fromkeys(stem[:SHORT_WORD] for stem in stems[0]) if stems else ():
                    self._by_start.setdefault(start, []).append((row.id, stems))

    def phrases_of(self, row: EmergencySign) -> list[str]:
        """Everything that names a sign, without repetitions."""
        names = (name for clue in row.clues if clue in self.clues for name in (clue, self.clues[clue].name))
        return list(dict.fromkeys((row.id, row.name, *names, *row.phrases)))

    def in_text(self, text: str) -> dict[str, str]:
        """The signs that a text states and does not deny or call past: id → the text."""
        found: dict[str, str] = {}
        for clause in self.speech.clauses(text):
            for start in dict.fromkeys(word[:SHORT_WORD] for word in clause.words):
                for sign, stems in self._by_start.get(start, ()):
                    if sign not in found and _is_stated(stems, clause, sign in self._past):
                        found[sign] = text
        return found

    def in_findings(self, signs: Iterable[tuple[str, str]]) -> dict[str, str]:
        """The signs that findings show: id → the first target."""
        given = list(signs)
        found: dict[str, str] = {}
        for row in self.rows:
            for wanted in row.found_in:
                sign, _, target = wanted.partition(":")
                seen = next((t for s, t in given if s == sign and target in (ANY, t)), None)
                if seen is not None:
                    found.setdefault(row.id, seen)
        return found


def _is_stated(stems: Stems, clause: Clause, can_be_past: bool) -> bool:
    for anchor in range(len(clause.words)):
        positions = _positions(stems, clause, anchor)
        if not positions or clause.is_denied(positions) or (can_be_past and clause.is_over(positions)):
            continue
        if clause.holds_together(positions):
            return True
    return False


def _positions(stems: Stems, clause: Clause, anchor: int) -> frozenset[int] | None:
    """The words that match the phrase, the first of them at the anchor and the others as near to it as possible.

    Words of the part of the anchor are nearer than all others.
    """
    words, part_of = clause.words, clause.part_of
    if not _matches(words[anchor], stems[0]):
        return None
    positions = {anchor}
    longest = len(stems) + MAX_GAP
    for stem in stems[1:]:
        near = [at for at, word in enumerate(words) if at not in positions and _matches(word, stem)]
        nearest = min(near, key=lambda at: (part_of[at] != part_of[anchor], abs(at - anchor), at), default=None)
        if nearest is None:
            return None
        positions.add(nearest)
    return frozenset(positions) if max(positions) - min(positions) < longest else None


def _matches(word: str, stem: tuple[str, ...]) -> bool:
    return any(
        word == start
        or (len(start) > SHORT_WORD and word.startswith(start))
        or (len(start) == SHORT_WORD and word == f"{start}s")
        for start in stem
    )
