"""What a cell may hold. A list is a tuple here; `;` separates its items in the file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from atlas.dataset.citations import Citation, parse_citations


def _split(cell: object) -> object:
    return tuple(part.strip() for part in cell.split(";") if part.strip()) if isinstance(cell, str) else cell


def _cited(cell: object) -> object:
    return parse_citations(cell) if isinstance(cell, str) else cell


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_.-]*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Listed = Annotated[tuple[str, ...], BeforeValidator(_split)]
Cites = Annotated[tuple[Citation, ...], BeforeValidator(_cited)]
Place = Annotated[int, Field(ge=0)]
Measure = Annotated[float, Field(ge=0)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
YesNo = Literal["yes", "no"]
