"""How hard a text is to read: sentences, syllables and the Flesch-Kincaid grade. In doubt, the count is too high.

The formula is that of Kincaid and others (1975): 0.39 · words per sentence + 11.8 · syllables per word − 15.59.
"""

from __future__ import annotations

import re
from functools import cache

LONG = 3
"""The number of syllables from which a word is hard, unless it is known or explained."""
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-zÀ-ÿ]+)*|\d+(?:[./]\d+)*")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
_SPLIT = re.compile(r"i[aou]|[aeouy]ing|eyo|e(?<!pe)o(?!u)|ua(?!r)|io(?!us?n?)|iu|ie[rt]$|uou")
_JOINED = re.compile(r"[ctgsx]i(?:on|ous?|al|an)|quo|qua|gua|eau")
_KNOWN = {"mri": 3, "ct": 2, "emg": 3, "snap": 1, "nsaid": 2, "nsaids": 2, "cm": 4, "mm": 4} | {
    "anyone": 3,
    "diabetes": 4,
    "fluid": 2,
    "hour": 2,
    "hours": 2,
    "layer": 2,
    "layers": 2,
}
"""Abbreviations that are read as letters, and words for which the rules below count too few syllables."""


def words(text: str) -> list[str]:
    """The words and numbers of a text.

    >>> words("The L5 root's skin: 2 patches.")
    ['The', 'L', '5', "root's", 'skin', '2', 'patches']
    """
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text. A colon or a semicolon does not end one.

    >>> sentences("It hurts. The foot: it drops! Why?")
    ['It hurts.', 'The foot: it drops!', 'Why?']
    """
    return [part for part in _END.split(text.strip()) if words(part)]


@cache
def syllables(word: str) -> int:
    """The number of syllables of a word; in doubt, one too many.

    >>> [syllables(word) for word in ("ankle", "nerve", "muscle", "sciatic", "spine", "walked", "numbness")]
    [2, 1, 2, 3, 1, 1, 2]
    """
    low = word.lower().replace("’", "'")
    if low[0].isdigit():
        return len(re.findall(r"\d", low))
    low = re.sub(r"'s$|'", "", low)
    if low in _KNOWN:
        return _KNOWN[low]
    count = len(_VOWELS.findall(low))
    count += len(_SPLIT.findall(_JOINED.sub("on", low)))
    if re.search(r"[^aeiouy]e$", low) and not re.search(r"[^aeiouylr]le$", low) and count > 1:
        count -= 1
    silent_d = re.search(r"[^aeiouydt]ed$", low)
    silent_s = re.search(r"[^aeiouyscxzgh]es$", low) and not re.search(r"(?:[^aeiouylr][lr]|ll)es$", low)
    if count > 1 and (silent_d or silent_s):
        count -= 1
    return max(1, count)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text, which is about the school year in which it can be read; 0 for no text."""
    found, count = words(text), len(sentences(text))
    if not found or not count:
        return 0.0
    return 0.39 * len(found) / count + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def longest(text: str) -> int:
    """The number of words in the longest sentence."""
    return max((len(words(sentence)) for sentence in sentences(text)), default=0)


def hard_words(text: str) -> list[str]:
    """The words of LONG syllables or more, in lower case, each once."""
    return list(dict.fromkeys(word.lower() for word in words(text) if syllables(word) >= LONG))
