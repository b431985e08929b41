"""An index of spellings by their words: which ids a query means, how well each matches, and what is near.

Every word of a query must occur in a spelling, exactly, as the beginning of a word or misspelt. That is the threshold:
a query with a word that is nowhere in a name has no match, however similar its letters are to something else. The
search box of the page does the same (`assets/search/search-index.js`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from atlas.search.canonical_words import CanonicalWords, stems
from atlas.search.similarity import normalise, phonetic, slips, slips_allowed

MAX_LENGTH = 120
"""Only this many characters of a query are compared; no name is longer."""
MAX_QUERY = 300
"""A longer query is no name of anything: its beginning would find what the whole does not mean."""
EXACT, CONTAINED, INEXACT = 100.0, 99.0, 89.0
"""Scores: for identical text, for a query whose words all occur in the spelling, and if some are incomplete or
misspelt. Each further word of the spelling costs a point."""
MAX_FURTHER = 9
"""The most points that further words cost."""
INCOMPLETE, BY_EAR, SLIP, ABSENT = 2, 1, 6, 3
"""The points that an incomplete word, a word written by ear, a slip, and an absent word of little weight cost."""
MIN_SCORE = 60.0
"""The lowest score of a match by name."""
DESCRIBED = 59.0
"""The highest score of a match by a description: below every name."""
MIN_PREFIX = 3
"""Letters from which on the beginning of a word counts."""
RARE_SHARE = 0.02
"""A word matters by itself if it belongs to at most this share of the ids."""
MIN_DESCRIBED, MAX_DILUTION = 2, 5
"""A text with fewer words that matter finds no description, nor one with more than so many words for each of its own:
single words of a long sentence say too little."""
RESOLVED, NAMED, WHOLE = 97, 98, 99
"""Places in a list: of the thing that the commands take for a name, of others with the name, and of an id, which
matches only as a whole."""


class Spelling(NamedTuple):
    """One way to write the name of something. `place`: its position among the things that the expression means."""

    normalised: str
    id: str
    text: str
    place: int = NAMED


class Hit(NamedTuple):
    """How an id was found: the text that matched, the score, and its place among the things that the text means."""

    text: str
    score: float
    place: int


class Vocabulary(NamedTuple):
    """How texts are read.

    words: the canonical words. optional: words that can be absent from a name. common: words that say little alone.
    elsewhere: words of other regions of the body, which are not misspellings of words of this one.
    """

    words: CanonicalWords
    optional: frozenset[str]
    common: frozenset[str]
    elsewhere: frozenset[str]


_Alternatives = list[tuple[tuple[str, ...], int]]
"""What a word of a query can stand for: canonical words, and the points that each reading costs."""


def is_too_long(text: str) -> bool:
    """Whether a query is too long to be searched for by name."""
    return len(normalise(text)) > MAX_QUERY


class WordIndex:
    """The spellings and descriptions of things, ready to be compared with queries."""

    def __init__(
        self, spellings: Iterable[Spelling], vocabulary: Vocabulary, descriptions: Iterable[Spelling] = ()
    ) -> None:
        self.vocabulary = vocabulary
        words_of = vocabulary.words.of
        self._by_text: dict[str, list[Spelling]] = defaultdict(list)
        self._spellings: list[tuple[Spelling, frozenset[str]]] = []
        ids_by_word: dict[str, set[str]] = defaultdict(set)
        self._surface: dict[str, tuple[str, ...]] = dict(vocabulary.words.surface_words)
        for spelling in spellings:
            self._by_text[spelling.normalised].append(spelling)
            if spelling.place == WHOLE:
                continue
            words = words_of(spelling.normalised)
            self._spellings.append((spelling, frozenset(words)))
            for word in words:
                ids_by_word[word].add(spelling.id)
            for written in (*spelling.normalised.split(), *stems(spelling.normalised)):
                if written not in self._surface:
                    self._surface[written] = words_of(written)
        self._descriptions = [(one, frozenset(words_of(one.normalised))) for one in descriptions]
        described = (words for _, words in self._descriptions)
        self._correct = frozenset(vocabulary.elsewhere).union(*described)
        self._known = frozenset(ids_by_word)
        self._surface = {one: words for one, words in self._surface.items() if self._known.issuperset(words)}
        things = {id_ for ids in ids_by_word.values() for id_ in ids}
        self._rare = {word for word, ids in ids_by_word.items() if len(ids) <= max(1, RARE_SHARE * len(things))}
        self._sounds = {written: phonetic(written) for written in self._surface}

    def search(self, text: str) -> dict[str, Hit]:
        """Every id whose name, or else whose description, has all words of a text."""
        normalised = normalise(text)[:MAX_LENGTH]
        words = self.vocabulary.words.of(normalised)
        if not words or is_too_long(text):
            return {}
        best: dict[str, Hit] = {}
        for spelling in self._by_text.get(normalised, ()):
            _keep(best, spelling, EXACT)
        alternatives = {word: self._alternatives(word) for word in words}
        required = [word for word in words if word not in self.vocabulary.optional] or list(words)
        for spelling, spelled in self._spellings:
            score = self._score(words, required, alternatives, spelled)
            if score is not None and spelling.place < RESOLVED and len(spelled) > len(words):
                score -= 1  # part of an expression is less than part of a name
            if score is not None and score >= MIN_SCORE:
                _keep(best, spelling, score)
        named = frozenset(best)
        for spelling, spelled in self._descriptions:
            if spelling.id not in named and self._describes(required, spelled):
                _keep(best, spelling, DESCRIBED - min(MAX_FURTHER, len(spelled) - len(required)))
        return best

    def near(self, text: str) -> dict[str, Hit]:
        """The ids with a name that shares a rare word with a text, exactly or misspelt, and half of the words."""
        if is_too_long(text):
            return {}
        words = self.vocabulary.words.of(normalise(text)[:MAX_LENGTH])
        little = self.vocabulary.optional | self.vocabulary.common
        telling = [word for word in words if word not in little]
        alternatives = {word: self._alternatives(word) for word in words}
        best: dict[str, Hit] = {}
        for spelling, spelled in self._spellings:
            costs = {word: _cost(alternatives[word], spelled) for word in words}
            met = [word for word in telling if costs[word] is not None]
            if 2 * len(met) < len(telling) or not any(self._is_rare(alternatives[word], spelled) for word in met):
                continue
            absent = sum(cost is None for cost in costs.values())
            further = max(0, len(spelled) - len(words) + absent)
            cost = sum(filter(None, costs.values())) + SLIP * absent + min(further, MAX_FURTHER)
            _keep(best, spelling, DESCRIBED - cost)
        return best

    def _alternatives(self, word: str) -> _Alternatives:
        """The known words that a word can stand for. A word that is known is not a misspelling of another."""
        found: _Alternatives = [((word,), 0)] if word in self._known else []
        if len(word) >= MIN_PREFIX:
            found += [
                (words, INCOMPLETE)
                for written, words in self._surface.items()
                if written.startswith(word) and words != (word,)
            ]
        most = slips_allowed(word)
        if found or word in self._correct or not most:
            return found
        sound = phonetic(word)
        for written, words in self._surface.items():
            count = slips(sound, self._sounds[written], most)
            if count is not None:
                found.append((words, SLIP * count or BY_EAR))
        return found

    def _score(
        self,
        words: tuple[str, ...],
        required: list[str],
        alternatives: dict[str, _Alternatives],
        spelled: frozenset[str],
    ) -> float | None:
        cost = 0
        for word in words:
            of_word = _cost(alternatives[word], spelled)
            if of_word is None and word in required:
                return None
            cost += ABSENT if of_word is None else of_word
        further = min(max(0, len(spelled) - len(words)), MAX_FURTHER)
        return (INEXACT - cost if cost else CONTAINED) - further

    @staticmethod
    def _describes(required: list[str], spelled: frozenset[str]) -> bool:
        is_enough = len(required) >= MIN_DESCRIBED and len(spelled) <= MAX_DILUTION * len(required)
        return is_enough and spelled.issuperset(required)

    def _is_rare(self, alternatives: _Alternatives, spelled: frozenset[str]) -> bool:
        return any(spelled.issuperset(words) and not self._rare.isdisjoint(words) for words, _ in alternatives)


def _cost(alternatives: _Alternatives, spelled: frozenset[str]) -> int | None:
    return min((cost for words, cost in alternatives if spelled.issuperset(words)), default=None)


def _keep(best: dict[str, Hit], spelling: Spelling, score: float) -> None:
    place = NAMED if score < CONTAINED else RESOLVED if spelling.place == WHOLE else spelling.place
    known = best.get(spelling.id)
    if known is None or (-score, place) < (-known.score, known.place):
        best[spelling.id] = Hit(spelling.text, score, place)
