"""Reproducible random order, the same as that of the page (`assets/quiz/seeded-random.js`).

So the seed in an address gives the same questions on paper.
"""

from __future__ import annotations

from collections.abc import Iterable

_MASK = 0xFFFFFFFF


def _hash(text: str) -> int:
    """FNV-1a over the UTF-16 units of a text, which are what JavaScript counts."""
    units = memoryview(text.encode("utf-16-le")).cast("H")
    value = 0x811C9DC5
    for unit in units:
        value = (value ^ unit) * 0x01000193 & _MASK
    return value


def random_number(*texts: str | int) -> int:
    """A number from 0 to 2³² - 1 for some texts: their hash and one step of mulberry32."""
    state = (_hash("\n".join(map(str, texts))) + 0x6D2B79F5) & _MASK
    state = (state ^ state >> 15) * (state | 1) & _MASK
    state ^= (state + ((state ^ state >> 7) * (state | 61) & _MASK)) & _MASK
    return state ^ state >> 14


def shuffled(ids: Iterable[str], *texts: str | int) -> list[str]:
    """The ids in random order; the texts are the seed. The order in which they are given has no effect."""
    return sorted(ids, key=lambda id_: (random_number(*texts, id_), id_))
