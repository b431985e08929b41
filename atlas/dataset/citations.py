"""Citations as written in a cell: `key[where]~reading;key2`. The place in the source and the reading are optional."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple

READINGS = ("whole", "excerpt", "second-hand", "memory")
"""How a source or a passage was read, from best to worst."""
READ = READINGS[:2]
"""The readings in which the passage that makes the claim was seen."""
_CITATION = re.compile(
    r"(?P<key>[A-Za-z0-9_.-]+)(?:\[(?P<where>[^\[\]]*)\])?(?:~(?P<reading>" + "|".join(READINGS) + "))?"
)
_OUTSIDE_BRACKETS = re.compile(r";(?![^\[]*\])")


class Citation(NamedTuple):
    """The key of a source, if known the place in that source, and how that place was read.

    A cell states the reading only where it is worse than the source's own access; loading a data set fills in the rest.
    """

    key: str
    where: str = ""
    reading: str = ""

    def __str__(self) -> str:
        return f"{self.key}[{self.where}]" if self.where else self.key


@cache
def parse_citations(cell: str) -> tuple[Citation, ...]:
    """Parse a cell of the column `cites`.

    >>> parse_citations("gray1918[p. 957];sp_atts~memory")
    (Citation(key='gray1918', where='p. 957', reading=''), Citation(key='sp_atts', where='', reading='memory'))

    Raises ValueError if a part is not `key` or `key[where]`, with or without `~` and a reading.
    """
    found = []
    for part in _OUTSIDE_BRACKETS.split(cell):
        if not part.strip():
            continue
        match = _CITATION.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"'{part.strip()}' is not a citation")
        found.append(Citation(match["key"], match["where"] or "", match["reading"] or ""))
    return tuple(found)


def with_readings(citations: Iterable[Citation], access: Mapping[str, str]) -> tuple[Citation, ...]:
    """The citations with their readings. Where a cell names none, it is the source's own access.

    `access`: key of a source → how it was read.
    """
    return tuple([one if one.reading else Citation(one.key, one.where, access.get(one.key, "")) for one in citations])


def best_reading(citations: Iterable[Citation]) -> str:
    """The best reading among citations; `memory` if there is none.

    >>> best_reading([Citation("a", "", "second-hand"), Citation("b", "", "excerpt")])
    'excerpt'
    """
    return min((one.reading for one in citations if one.reading), key=READINGS.index, default=READINGS[-1])


def row_status(citations: Iterable[Citation]) -> Literal["read", "second-hand", "memory"]:
    """How a row was checked: `read` if at least one of its passages was seen, whole or in an excerpt."""
    best = best_reading(citations)
    if best in READ:
        return "read"
    return "second-hand" if best == "second-hand" else "memory"
