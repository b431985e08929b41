"""The colours of the page and the figures, one row for each, in every theme."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from atlas.dataset.cells import Colour, Id, Listed, Words
from atlas.dataset.rows import Row

THEMES = ("light", "dark", "projector", "print")
Ratio = Annotated[Annotated[float, Field(ge=1)] | None, BeforeValidator(lambda cell: cell or None)]


class Tone(Row):
    """A colour. `on` names the colours, or the parts of the page, that it must stand out from by `ratio`."""

    KEY = ("token",)
    token: Id
    part: Literal["page", "figure", "skin"]
    light: Colour
    dark: Colour
    projector: Colour
    print: Colour
    on: Listed = ()
    ratio: Ratio = None
    describe: Words

    def colour(self, theme: str) -> str:
        """The colour in a theme."""
        return getattr(self, theme)
