"""Pseudo-languages, made in memory: every letter of every text has an accent, so text without accents comes from code."""

from __future__ import annotations

import re

from atlas import Atlas
from atlas.dataset.translation.locales import Translation, translated
from atlas.dataset.translation.texts import STRINGS, cells, place_of

OPEN, CLOSE = "⟦", "⟧"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ODD = "áḃćḋéḟġḣíĵḱĺḿńóṕɋŕśṫúṽẃẋýźÁḂĆḊÉḞĠḢÍĴḰĹḾŃÓṔɊŔŚṪÚṼẂẊÝŹ"
_ACCENTED = str.maketrans(_PLAIN, _ODD)
_KEPT = re.compile(r"(\{\w+\})")


def odd(text: str) -> str:
    """A text as the pseudo-language has it; what is filled in later stays.

    >>> odd("{n} roots")
    '⟦{n} ŕóóṫś⟧'
    """
    parts = (part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in _KEPT.split(text))
    return OPEN + "".join(parts) + CLOSE


def pseudo(atlas: Atlas, language: str = "qps") -> Atlas:
    """An atlas in a pseudo-language; each item of a list is a text of its own."""
    dataset, told = atlas.dataset, {f"{STRINGS}:{key}": odd(text) for key, text in atlas.strings.items()}
    for table, key, column, text in cells(dataset):
        cell = getattr(dataset[table][key], column)
        told[place_of(table, key, column)] = "; ".join(map(odd, cell if isinstance(cell, tuple) else (text.english,)))
    return Atlas(translated(dataset, Translation(language, told)))
