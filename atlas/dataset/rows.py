"""The base classes of rows: a key, references to other tables and, for a claim, its sources."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from atlas.dataset.cells import Citations, TextList
from atlas.dataset.citations import row_status

Key = str | tuple[str, ...]
"""The key of a row: a string, or a tuple when several columns make the key."""


class Row(BaseModel):
    """Any row. `KEY` names the columns that identify it, `REFERS` maps a column to the tables whose keys it holds."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {}

    @property
    def key(self) -> Key:
        """The key of the row: a string, or a tuple when several columns make the key."""
        if len(self.KEY) == 1:
            return _key_part(getattr(self, self.KEY[0]))
        return tuple([_key_part(getattr(self, column)) for column in self.KEY])


def _key_part(value: str | int | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return value
    return ";".join(value) if isinstance(value, tuple) else str(value)


class Claim(Row):
    """A row that states a fact. It cites sources, each with how it was read, and says how sure the literature is."""

    cites: Citations
    confidence: Literal["consensus", "variable", "single-source"]
    note: str = ""

    @property
    def checked(self) -> Literal["read", "second-hand", "memory"]:
        """How the row was checked: `read` if the passage of at least one citation was seen."""
        return row_status(self.cites)


class WideClaim(Claim):
    """A claim with many columns, which were not all checked.

    `unchecked` names the columns that no source confirms. The prefix `part:` means part of a column;
    `all` means everything that the cited sources do not say.
    """

    unchecked: TextList = ()
