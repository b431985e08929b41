"""A problem of a pack: where it is, what is wrong, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST_SHOWN = 40
HARD = {"type", "missing", "extra", "format", "version", "unicode"}
"""Codes of problems after which nothing else can be checked."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(value: object) -> str:
    """A value of a file in one short line that any terminal can print.

    >>> printable("a\\nb\\ud800")
    'a·b·'
    """
    text = _UNPRINTABLE.sub("·", str(value))
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


@dataclass(frozen=True)
class PackProblem:
    """`path`: the place, as in JSON; `code`: the end of a `packs.problem.` string, whose names `values` fills."""

    path: tuple[str | int, ...]
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    def where(self, words: Mapping[str, str]) -> str:
        """The place in words, such as `tour 1, step 3, “title”`."""
        name = ""
        parts: list[str] = []
        for item in self.path:
            if isinstance(item, int):
                parts[-1:] = [words[f"packs.where.{name}"].replace("{n}", str(item + 1))]
            else:
                name = item
                parts.append(f"“{printable(item)}”")
        return ", ".join(parts)

    def text(self, words: Mapping[str, str]) -> str:
        """The problem as one line."""
        found = words[f"packs.problem.{self.code}"]
        for name, value in self.values.items():
            found = found.replace(f"{{{name}}}", printable(value))
        where = self.where(words)
        return f"{where}: {found}" if where else found


def nearest(value: str, known: Iterable[str]) -> str:
    """The known id that differs least from a value, by at most a third of its letters; "" if there is none.

    >>> nearest("tibail", ["sural", "tibial", "L5"])
    'tibial'
    """
    from rapidfuzz.distance import OSA

    folded, best, least = value.lower(), "", max(1, len(value) // 3) + 1
    for id_ in known:
        distance = OSA.distance(folded, id_.lower(), score_cutoff=least)
        if distance < least:
            best, least = id_, distance
    return best


def unknown(path: tuple[str | int, ...], code: str, value: str, ids: Iterable[str]) -> PackProblem:
    """The problem of an id that nothing has. The string `<code>.near` offers the nearest one."""
    near = nearest(value, ids)
    values = {"value": value, **({"near": near} if near else {})}
    return PackProblem(path, f"{code}.near" if near else code, values)
