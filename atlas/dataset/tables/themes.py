"""The colours of the page and the figures in every theme."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from atlas.dataset.cells import Colour, Id, Text, TextList
from atlas.dataset.rows import Row

THEMES = ("light", "dark", "projector", "print")
"""The themes; without one the page follows the light or dark setting of the system."""
Ratio = Annotated[Annotated[float, Field(ge=1)] | None, BeforeValidator(lambda cell: cell or None)]


class ThemeColour(Row):
    """A colour. `on` lists the colours or parts against which its contrast ratio must be at least `ratio`."""

    KEY = ("token",)
    token: Id
    part: Literal["page", "figure", "skin"]
    light: Colour
    dark: Colour
    projector: Colour
    print: Colour
    on: TextList = ()
    ratio: Ratio = None
    describe: Text

    def colour(self, theme: str) -> str:
        """The colour in a theme."""
        colour: str = getattr(self, theme)
        return colour
