"""A data set in memory: typed tables, the records they came from, figures and interface texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from atlas.dataset.csv_reader import Record
from atlas.dataset.figure_files import FigureFile
from atlas.dataset.rows import Key, Row
from atlas.dataset.tables import Schema


@dataclass
class Dataset(Schema, Mapping[str, dict[Key, Row]]):
    """A data folder as read. `dataset.muscles["soleus"]` is a typed row; `dataset[name]` is for any table by name.

    `records`: table → key → the record in the file, which knows its line. `other`: records of the tables that only
    the figure build reads. `unfinished`: records with a cell to fill in, by table; their rows are left out.
    `figures`: view → its SVG file. `strings`: the texts of the interface by key.
    `language`: the language of all texts; `reviewed`: whether a clinician has reviewed them; `latin`: whether names
    are Latin where there is a Latin name. `called`: id → further names by which search finds a thing. Of a folder with
    problems, `unread` names the tables that could not be read as a whole, and `refused`, by table, has the first field
    and the line of each row that its type refused.
    """

    folder: Path
    tables: dict[str, dict[Key, Row]] = field(default_factory=dict)
    records: dict[str, dict[Key, Record]] = field(default_factory=dict)
    other: dict[str, list[Record]] = field(default_factory=dict)
    unfinished: dict[str, list[Record]] = field(default_factory=dict)
    figures: dict[str, FigureFile] = field(default_factory=dict)
    strings: dict[str, str] = field(default_factory=dict)
    language: str = "en"
    reviewed: bool = True
    latin: bool = False
    called: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    refused: dict[str, dict[str, int]] = field(default_factory=dict)

    def __getitem__(self, table: str) -> dict[Key, Row]:
        return self.tables[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    def strings_with(self, *prefixes: str) -> dict[str, str]:
        """The interface texts whose key starts with one of the prefixes."""
        return {key: text for key, text in self.strings.items() if key.startswith(prefixes)}

    def counts(self) -> dict[str, int]:
        """Rows per table, in the order of the schema."""
        return {name: len(rows) for name, rows in self.tables.items()}
