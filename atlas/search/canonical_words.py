"""The words of a text that matter, each in one form: "the lateral side of the foot" and "outer foot" are the same.

The page reads texts in the same way (`assets/search/canonical-words.js`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

_UNSTEMMED_LENGTH = 3
"""Words up to this length keep their final s."""
_SINGULAR_ENDINGS = ("ss", "us", "is")
_SIBILANT_PLURAL = re.compile(r"(x|ch|sh|ss)es$")
_Words = tuple[str, ...]
_LEVEL = re.compile(r"\b([a-z])(\d+) \1(\d+)\b")


class CanonicalWords:
    """Reads texts with one list of equivalent expressions and one of words that add nothing.

    equivalents: groups of expressions with the same meaning; the first stands for all.
    ignored: words and expressions that are left out, such as articles.
    """

    def __init__(self, equivalents: Iterable[Sequence[str]], ignored: Iterable[str]):
        self._ignored = _Replacements({stems(text): () for text in ignored})
        canonical: dict[_Words, _Words] = {}
        for first, *others in equivalents:
            for text in (first, *others):
                canonical.setdefault(self._remaining(text), self._remaining(first))
        self._canonical = _Replacements(canonical)

    @property
    def surface_words(self) -> dict[str, _Words]:
        """The single words of the list of equivalents → the words that stand for them."""
        return {words[0]: canonical for words, canonical in self._canonical.by_words.items() if len(words) == 1}

    def of(self, normalised: str) -> _Words:
        """The canonical words of a normalised text, each once. A text of ignored words alone keeps them.

        >>> CanonicalWords([("outer", "lateral", "lateral side")], ["the", "of"]).of("the lateral side of the foot")
        ('outer', 'foot')
        """
        return tuple(dict.fromkeys(self._canonical.applied_to(self._remaining(normalised))))

    def _remaining(self, normalised: str) -> _Words:
        words = stems(normalised)
        return self._ignored.applied_to(words) or words


class _Replacements:
    """Expressions and what replaces them; the longest come first."""

    def __init__(self, by_words: dict[_Words, _Words]):
        self.by_words = by_words
        self._longest: dict[str, int] = {}
        for words in by_words:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def applied_to(self, words: _Words) -> _Words:
        if self._longest.keys().isdisjoint(words):
            return words
        found: list[str] = []
        at = 0
        while at < len(words):
            sizes = range(min(self._longest.get(words[at], 0), len(words) - at), 0, -1)
            size = next((size for size in sizes if words[at : at + size] in self.by_words), 0)
            found += self.by_words[words[at : at + size]] if size else words[at : at + 1]
            at += size or 1
        return tuple(found)


def stems(normalised: str) -> _Words:
    """The words of a normalised text without the plural's s. "L4 L5" becomes "L4 5", the short way to name a level.

    >>> stems("l4 l5 discs"), stems("branches of plexus")
    (('l4', '5', 'disc'), ('branch', 'of', 'plexus'))
    """
    return tuple(map(_stem, _LEVEL.sub(r"\1\2 \3", normalised).split()))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    if len(word) <= _UNSTEMMED_LENGTH or not word.endswith("s") or word.endswith(_SINGULAR_ENDINGS):
        return word
    return word[:-2] if _SIBILANT_PLURAL.search(word) else word[:-1]
