"""How a text is compared: its normal form, roughly how it sounds, and how many slips lie between two words.

The search box of the page computes the same in `assets/search/fuzzy.js`.
"""

from __future__ import annotations

import re
import unicodedata

_PHONETIC_SPELLINGS = (
    *(("ph", "f"), ("ae", "e"), ("oe", "e"), ("y", "i"), ("ck", "k"), ("qu", "kw"), ("c", "k"), ("x", "ks")),
    ("z", "s"),
)
_VOWELS = frozenset("aeiou")
_SHORT_LENGTH, _LONG_LENGTH = 4, 10
"""Words up to the first length must keep every letter; words from the second length on may have two slips."""
_SHORTEST_MISSPELT, _SHORTEST_MEANT = 3, 4
"""Shorter words are not read as misspelt, and no misspelt word is read as one that sounds shorter."""


def normalise(text: str) -> str:
    """Text as it is compared: lower case, without accents or punctuation, with single spaces.

    >>> normalise("  L5/S1, Näme ")
    'l5 s1 name'
    """
    plain = unicodedata.normalize("NFKD", re.sub("[ßẞ]", "ss", text)).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def phonetic(normalised: str) -> str:
    """Roughly how a text sounds, so that a word written by ear still matches.

    >>> phonetic("psoas"), phonetic("kwadriceps") == phonetic("quadriceps")
    ('soas', True)
    """
    for written, sound in _PHONETIC_SPELLINGS:
        normalised = normalised.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"^ps", "s", normalised))


def slips_allowed(word: str) -> int:
    """How many slips a word can have and still be recognised; none in a word with digits."""
    if len(word) < _SHORTEST_MISSPELT or not word.isalpha():
        return 0
    return 2 if len(word) >= _LONG_LENGTH else 1


def slips(word: str, other: str, most: int) -> int | None:
    """How many slips lie between two words as they sound, or None if there are more than `most`.

    A slip is a letter too many or too few, two letters swapped, or a wrong vowel in a word that is not short. A wrong
    consonant counts as two, because it usually makes another word, as in "carpal" and "tarsal". The first letter is
    always right.

    >>> slips("tibal", "tibial", 1), slips("ankel", "ankle", 1), slips("carpal", "tarsal", 2)
    (1, 1, None)
    """
    if word == other:
        return 0
    if len(other) < _SHORTEST_MEANT or word[:1] != other[:1] or abs(len(word) - len(other)) > most:
        return None
    wrong_vowel = 1 if min(len(word), len(other)) > _SHORT_LENGTH else 2
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(word, 1):
        current = [row]
        for column, facing in enumerate(other, 1):
            wrong = wrong_vowel if letter in _VOWELS and facing in _VOWELS else 2
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (0 if letter == facing else wrong))
            if row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == facing:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        before_last, last = last, current
    return last[-1] if last[-1] <= most else None
