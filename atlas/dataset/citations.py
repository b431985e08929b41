"""Citations as written in a cell: `key[where];key2`. The place in the source is optional."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_CITATION = re.compile(r"(?P<key>[A-Za-z0-9_.-]+)(?:\[(?P<where>[^\[\]]*)\])?")
_OUTSIDE_BRACKETS = re.compile(r";(?![^\[]*\])")


class Citation(NamedTuple):
    """The key of a source and, if known, the place in that source."""

    key: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.key}[{self.where}]" if self.where else self.key


@cache
def parse_citations(cell: str) -> tuple[Citation, ...]:
    """Parse a cell of the column `cites`.

    >>> parse_citations("gray1918[p. 957];sp_atts")
    (Citation(key='gray1918', where='p. 957'), Citation(key='sp_atts', where=''))

    Raises ValueError if a part is not `key` or `key[where]`.
    """
    found = []
    for part in _OUTSIDE_BRACKETS.split(cell):
        if not part.strip():
            continue
        match = _CITATION.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"'{part.strip()}' is not a citation")
        found.append(Citation(match["key"], match["where"] or ""))
    return tuple(found)
