"""The types of cells. A list is a tuple in Python; in the file, `;` separates its items."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationInfo

from atlas.dataset.citations import Citation, parse_citations, with_readings


def _split(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    return tuple(part for part in map(str.strip, cell.split(";")) if part) if cell else ()


def _none_if_empty(cell: object) -> object:
    return None if cell == "" else cell


def _parse(cell: object, info: ValidationInfo) -> object:
    """Citations with their readings. The context of the validation is how each source was read."""
    return with_readings(parse_citations(cell), info.context or {}) if isinstance(cell, str) else cell


ID_PATTERN, COLOUR_PATTERN = r"^[A-Za-z][A-Za-z0-9_.-]*$", r"^#[0-9a-f]{6}$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
TextList = Annotated[tuple[str, ...], BeforeValidator(_split)]
PhoneNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{2,6}$")]
PhoneNumbers = Annotated[tuple[PhoneNumber, ...], BeforeValidator(_split), Field(min_length=1, max_length=2)]
Citations = Annotated[tuple[Citation, ...], BeforeValidator(_parse)]
Order = Annotated[int, Field(ge=0)]
WholeNumber = Annotated[int, Field(ge=0)]
"""A whole number from 0, such as days or millimetres."""
NonNegative = Annotated[float, Field(ge=0)]
Percent = Annotated[float | None, Field(ge=0, le=100), BeforeValidator(_none_if_empty)]
"""A number from 0 to 100, or None for an empty cell."""
Number = Annotated[float | None, Field(allow_inf_nan=False), BeforeValidator(_none_if_empty)]
"""A finite number, or None for an empty cell."""
Measure = Annotated[float | None, Field(ge=0, allow_inf_nan=False), BeforeValidator(_none_if_empty)]
"""A finite number from 0, or None for an empty cell."""
Fraction = Annotated[float | None, Field(ge=0, le=1), BeforeValidator(_none_if_empty)]
"""A number from 0 to 1, or None for an empty cell."""
Count = Annotated[int | None, Field(ge=1), BeforeValidator(_none_if_empty)]
"""A whole number from 1, or None for an empty cell."""
Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)]
YesNo = Literal["yes", "no"]
