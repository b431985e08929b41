"""What every row has in common: a key, the rows it refers to and, where it states a fact, its sources."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from atlas.dataset.cells import Cites, Listed


class Row(BaseModel):
    """Any row. `KEY` names the columns that identify it, `REFERS` the columns that name rows of other tables."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {}

    @property
    def key(self) -> str | tuple[str, ...]:
        """The row's key: a string, or a tuple when several columns make it."""
        parts = tuple(_flat(getattr(self, column)) for column in self.KEY)
        return parts[0] if len(parts) == 1 else parts


def _flat(value: str | int | tuple[str, ...]) -> str:
    return ";".join(value) if isinstance(value, tuple) else str(value)


class Claim(Row):
    """A row that states a fact: it cites, says how sure the literature is and whether the source was read."""

    cites: Cites
    confidence: Literal["consensus", "variable", "single-source"]
    checked: Literal["read", "second-hand", "memory"]
    note: str = ""


class WideClaim(Claim):
    """A claim of many columns, not all of them equally well checked.

    `unchecked` names the columns that were not checked against a source; `part:` before a name says that a part of it
    was, and `all` stands for everything that the row's sources do not say.
    """

    unchecked: Listed = ()
