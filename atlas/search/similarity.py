"""How similar a query is to a known spelling, from 0 to 100, and which ids match a query best.

The search box of the page computes the same scores in `assets/search/fuzzy.js`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import reduce
from operator import add
from typing import NamedTuple

MAX_LENGTH = 120
"""Only this many characters of a query are compared; no name is longer."""
EXACT, WORDS_CONTAINED, FUZZY_LIMIT = 100.0, 99.0, 89.0
"""Scores: for identical text, for a query whose words all occur in the spelling, and the highest for a misspelling."""
MAX_LENGTH_PENALTY = 9
"""The most points lost because query and spelling have different numbers of words."""
_PHONETIC_SPELLINGS = (("ph", "f"), ("ae", "e"), ("oe", "e"), ("y", "i"), ("ck", "k"), ("c", "k"), ("x", "ks"))

Ratio = Callable[[str, str], float]
"""How similar two strings are, from 0 to 100."""


class Spelling(NamedTuple):
    """One way to write the name of something."""

    normalised: str
    id: str
    text: str


def normalise(text: str) -> str:
    """Text as it is compared: lower case, without accents or punctuation, with single spaces.

    >>> normalise("  L5/S1, Näme ")
    'l5 s1 name'
    """
    plain = unicodedata.normalize("NFKD", re.sub("[ßẞ]", "ss", text)).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def best_matches(
    query: str, spellings: Iterable[Spelling], min_score: float, inexact_penalty: float = 0.0
) -> dict[str, tuple[str, float]]:
    """Find the ids with a spelling that scores at least `min_score`: id → its best spelling and that score.

    `inexact_penalty` is subtracted from every score below 100.
    """
    from rapidfuzz.fuzz import ratio  # slow to import, and most commands never need it

    normalised = normalise(query)[:MAX_LENGTH]
    if not normalised:
        return {}
    phonetic = _phonetic(normalised)
    best: dict[str, tuple[str, float]] = {}
    for spelling in spellings:
        score = max(
            _similarity(normalised, spelling.normalised, ratio),
            _similarity(phonetic, _phonetic(spelling.normalised), ratio) - 1,
        )
        score -= inexact_penalty if score < EXACT else 0
        if score >= min_score and (spelling.id not in best or score > best[spelling.id][1]):
            best[spelling.id] = (spelling.text, round(score, 1))
    return best


def _phonetic(normalised: str) -> str:
    """Roughly how a text sounds, so that a word written by ear still matches."""
    for written, sound in _PHONETIC_SPELLINGS:
        normalised = normalised.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", normalised)


def _similarity(query: str, spelling: str, ratio: Ratio) -> float:
    """Score two normalised texts: identical, query words contained in the spelling, or the best fuzzy comparison."""
    if query == spelling:
        return EXACT
    query_words, spelling_words = query.split(), spelling.split()
    extra_words = len(spelling_words) - len(query_words)
    if set(query_words) <= set(spelling_words):
        return WORDS_CONTAINED - min(extra_words, MAX_LENGTH_PENALTY)
    best_of_each = [max((ratio(word, other) for other in spelling_words), default=0.0) for word in query_words]
    # not sum(): its compensated addition since Python 3.12 would differ from the page's plain addition
    by_word = reduce(add, best_of_each) / len(best_of_each) - min(abs(extra_words), MAX_LENGTH_PENALTY)
    return max(0.0, min(by_word, FUZZY_LIMIT), min(ratio(query, spelling), FUZZY_LIMIT))
