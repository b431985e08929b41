"""Splits what people say into clauses, and finds which words a denial covers ("no fever, but cannot pass urine").

A clause ends at a full stop, a semicolon or a word such as "but". Its parts are separated by commas, "and" or "or".
A denial before a sign covers the rest of its part; some also cover a list that follows ("no fever, chills or sweats").
A denial after a sign covers the part before it ("fever and chills absent"). Where a list may or may not be denied, it
is not: a needless warning does less harm than a missing one. A part about the long past ("years ago", a year)
and of nothing new is over.

The page does the same in `assets/reasoning/clauses.js`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from atlas.dataset.tables.emergencies import SpeechWords

COMMA, AND, OR = "comma", "and", "or"
MAX_WORDS = 200
"""Only this many words of a text are read."""
SHORT_PART = 2
"""A part of at most this many words after "and", or before it, belongs to a denied list."""
_AS_ONE_WORD = ("denies", "denies_list", "denies_before", "negative", "with")
"""Kinds whose phrases of several words act as one word ("mother had")."""
PAST_YEARS = {str(year) for year in range(1920, 2025)}
"""A year of these is long past; a later one may be now."""
_TOKEN = re.compile(r"[a-z0-9]+|[,;]")


def spoken_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents, with `,` and `;` where a part or a clause ends.

    >>> spoken_words("Can't pee (38.9 °C). Füße kalt")
    ['cant', 'pee', ',', '38', '9', 'c', ',', ';', 'fusse', 'kalt']
    """
    text = re.sub(r"#(?=\s*[a-zA-Z])", " fracture ", text)  # as in notes: "#NOF", "?CES"
    text = re.sub(r"\?(?=[a-zA-Z])", " query ", text)
    marked = re.sub(r"[–—\n]|[.!?](?=\s|$)", ";", re.sub("['’`´]", "", text))
    marked = re.sub(r"[()\[\]]", ",", re.sub("[ßẞ]", "ss", marked))
    plain = unicodedata.normalize("NFKD", marked).encode("ascii", "ignore").decode().lower()
    return _TOKEN.findall(plain)[:MAX_WORDS]


class Speech:
    """The words of a language that structure and deny what is said: kind → words, from the table of speech words."""

    def __init__(self, rows: Iterable[SpeechWords]):
        words: dict[str, set[str]] = {}
        phrases: dict[str, list[list[str]]] = {}
        for row in rows:
            found = [spoken_words(phrase.replace("/", " ")) for phrase in row.words]
            phrases.setdefault(row.kind, []).extend(filter(None, found))
            words.setdefault(row.kind, set()).update(" ".join(phrase) for phrase in found if phrase)
        self.ignored = phrases.get("ignored", [])
        self.denies, self.denies_list = words.get("denies", set()), words.get("denies_list", set())
        self.denies_before = words.get("denies_before", set())
        self.negative = words.get("negative", set()) | self.denies | self.denies_list
        self.joins = {**dict.fromkeys(words.get("and", ()), AND), **dict.fromkeys(words.get("or", ()), OR)}
        self.breaks, self.affirms = words.get("breaks", set()), words.get("affirms", set())
        self.ends_denial = words.get("ends_denial", set())
        self.losses = tuple(sorted(words.get("losses", ())))
        self.over, self.goes_on = phrases.get("over", []), words.get("goes_on", set())
        self.parts_with = words.get("with", set())
        several = (phrase for kind in _AS_ONE_WORD for phrase in phrases.get(kind, []) if len(phrase) > 1)
        self.as_one = sorted(several, key=len, reverse=True)
        self.same = {same[0]: tuple(same) for same in phrases.get("same", [])}

    def clauses(self, text: str) -> list[Clause]:
        """The clauses of a text that have words."""
        clauses, words, joints, starts = [], list[str](), [""], [0]
        for token in [*self._joined(self._without_ignored(spoken_words(text))), ";"]:
            if token == ";" or token in self.breaks:
                if words:
                    clauses.append(Clause(words, starts, joints, self))
                words, joints, starts = [], [""], [0]
            elif joint := (COMMA if token == "," else self.joins.get(token, "")):
                if starts[-1] < len(words):
                    starts.append(len(words))
                    joints.append(joint)
                elif joint != COMMA and words:  # the "and" of ", and" tells more than its comma
                    joints[-1] = joint
            else:
                words.append(token)
        return clauses

    def stems(self, phrase: str) -> list[tuple[str, ...]]:
        """The words of a phrase, each with its alternatives: those after a `/`, and words of the same meaning."""
        joining = {*self.joins, *self.breaks, ",", ";"}
        stems: list[tuple[str, ...]] = []
        for part in phrase.replace("_", " ").split():
            words = spoken_words(part.replace("/", " "))
            stems += [tuple(words)] if "/" in part else [(word,) for word in words]  # a hyphen separates words
        return [self._with_same(stem) for stem in stems if not joining.issuperset(stem)]

    def _with_same(self, stem: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*stem, *(same for word in stem for same in self.same.get(word, ())))))

    def _joined(self, words: list[str]) -> list[str]:
        """The words, with phrases that act as one word as one."""
        for phrase in self.as_one:
            n = len(phrase)
            for at in range(len(words) - n, -1, -1):
                if words[at : at + n] == phrase:
                    words = [*words[:at], " ".join(phrase), *words[at + n :]]
        return words

    def _without_ignored(self, words: list[str]) -> list[str]:
        """The words without phrases that have another meaning ("back of the knee" is not the back)."""
        for phrase in self.ignored:
            n = len(phrase)
            at = 0
            while at + n <= len(words):
                if words[at : at + n] == phrase:
                    words = [*words[:at], *words[at + n :]]
                else:
                    at += 1
        return words


@dataclass(frozen=True)
class _Denial:
    """A denial at a position. `beside`: words on its other side that can belong to what it denies ("foot not cold")."""

    position: int
    covers: frozenset[int]
    beside: frozenset[int]


class Clause:
    """A clause. `part_of`: the part of each word; `joints`: what stands before each part (comma, and, or)."""

    def __init__(self, words: list[str], starts: list[int], joints: list[str], speech: Speech):
        self.words, self.joints, self.speech = words, joints, speech
        ends = [*starts[1:], len(words)]
        self.parts = [range(start, end) for start, end in zip(starts, ends, strict=True)]
        self.part_of = [number for number, part in enumerate(self.parts) for _ in part]
        self.denials = [denial for at in range(len(words)) for denial in self._denials(at)]
        self.over = self._over()

    def is_denied(self, positions: frozenset[int]) -> bool:
        """Whether a denial that is not itself among these words covers them, or stands between them in their part.

        Several denials may cover them together ("no ulcer, no infection"), and a thing that is denied beside its place
        is not there ("belly soft, no lump").
        """
        others = [d for d in self.denials if d.position not in positions]
        one_covers = any(positions & d.covers and positions <= d.covers | d.beside for d in others)
        together = positions <= frozenset[int]().union(*(d.covers for d in others))
        return one_covers or together or any(self._denies_later(d, positions) for d in others)

    def _denies_later(self, denial: _Denial, positions: frozenset[int]) -> bool:
        """Whether the word next to a denial is denied, while the others are in parts before it."""
        next_to = {denial.position - 1, denial.position + 1} & denial.covers & positions
        start = self._part(denial.position).start
        return bool(next_to) and any(at < start for at in positions)

    def is_over(self, positions: frozenset[int]) -> bool:
        """Whether these words are said of the long past."""
        return all(self.part_of[at] in self.over for at in positions)

    def _over(self) -> set[int]:
        """The parts that tell of the long past. A short one ("resolved") tells it of the part before."""
        over: set[int] = set()
        for number, part in enumerate(self.parts):
            words = [self.words[at] for at in part]
            told = self._past_words(words)
            rest = (word for at, word in enumerate(words) if at not in told)
            if told and self.speech.goes_on.isdisjoint(rest):
                over.add(number)
                before = [self.words[at] for at in self.parts[number - 1]] if number else []
                if before and len(part) <= SHORT_PART and self.speech.goes_on.isdisjoint(before):
                    over.add(number - 1)
        return over

    def _past_words(self, words: list[str]) -> set[int]:
        """Where these words tell of the long past. What goes on may stand only beside them ("in the past month")."""
        told: set[int] = set()
        for at, word in enumerate(words):
            for phrase in self.speech.over:
                if words[at : at + len(phrase)] == phrase:
                    told.update(range(at, at + len(phrase)))
            if word in PAST_YEARS and words[max(0, at - 1)] not in self.speech.ends_denial:
                told.add(at)
        return told

    def _part(self, at: int) -> range:
        return self.parts[self.part_of[at]]

    def holds_together(self, positions: frozenset[int]) -> bool:
        """Whether a word such as "cannot" or "no" belongs to the other words, so that together they are a sign.

        They are in its part or in a list after it, and what it denies is not a loss ("no loss of bladder control").
        """
        for at in positions:
            if self.words[at] not in self.speech.negative:
                continue
            if self._denies_a_loss(at, positions):
                return False
            for other in positions:
                between = self.joints[self.part_of[at] + 1 : self.part_of[other] + 1]
                if self.part_of[other] != self.part_of[at] and (other < at or COMMA in between):
                    return False
        return True

    def _denies_a_loss(self, at: int, positions: frozenset[int]) -> bool:
        speech = self.speech
        rest = range(at + 1, self._part(at).stop)
        is_denial = self.words[at] in speech.denies or self.words[at] in speech.denies_list
        return is_denial and any(n not in positions and self.words[n].startswith(speech.losses) for n in rest)

    def _denials(self, at: int) -> list[_Denial]:
        word, part, found = self.words[at], self._part(at), list[_Denial]()
        is_last = at == part[-1]
        if word in self.speech.denies or word in self.speech.denies_list:
            end = next((n for n in range(at + 1, part.stop) if self.words[n] in self.speech.ends_denial), part.stop)
            covered = {*range(at + 1, end)}
            if word in self.speech.denies_list and not is_last and end == part.stop:
                covered |= self._list_after(self.part_of[at])
            found.append(_Denial(at, frozenset(covered), frozenset(range(part.start, at))))
        denied_itself = any(self.words[n] in self.speech.denies for n in range(max(part[0], at - 2), at))
        ends_part = is_last and word in self.speech.denies_list
        if (word in self.speech.denies_before or ends_part) and not denied_itself:
            start = max((n + 1 for n in range(part[0], at) if self.words[n] in self.speech.parts_with), default=part[0])
            covered = {*range(start, at)}
            if start == part[0]:
                covered |= self._list_before(self.part_of[at])
            found.append(_Denial(at, frozenset(covered), frozenset(range(at + 1, part.stop))))
        return found

    def _list_after(self, number: int) -> set[int]:
        covered: set[int] = set()
        for following in range(number + 1, len(self.parts)):
            if not self._goes_on(following):
                break
            covered.update(self.parts[following])
        return covered

    def _goes_on(self, number: int) -> bool:
        words = {self.words[at] for at in self.parts[number]}
        if words & (self.speech.negative | self.speech.affirms | self.speech.denies_before):
            return False
        if self.joints[number] == AND:
            return len(self.parts[number]) <= SHORT_PART
        later = next((joint for joint in self.joints[number:] if joint != COMMA), "")
        return later == OR

    def _list_before(self, number: int) -> set[int]:
        covered: set[int] = set()
        if self.joints[number] in ("", COMMA):
            return covered
        for earlier in range(number - 1, -1, -1):
            covered.update(self.parts[earlier])
            if len(self.parts[earlier]) > SHORT_PART or self.joints[earlier] == "":
                break
        return covered
