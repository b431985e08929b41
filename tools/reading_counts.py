"""Counts how the facts were read, per table: `python -m tools.reading_counts`, as a table in Markdown.

A row counts by the best reading among its citations. Variable rows without a note do not say who says what.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from atlas.dataset.citations import READINGS, best_reading, parse_citations, with_readings
from atlas.dataset.csv_reader import Record
from atlas.dataset.folders import table_file
from atlas.dataset.loader import read_folder
from atlas.resources import resource_dir

CONFIDENCE = ("consensus", "single-source", "variable")
NO_NOTE = "variable without a note"
COLUMNS = ("rows", *READINGS, *CONFIDENCE, NO_NOTE)


def counts(records: Iterable[Record], access: Mapping[str, str]) -> Counter[str]:
    """How often each of COLUMNS is true of records with citations. `access`: key of a source → how it was read."""
    found: Counter[str] = Counter()
    for record in records:
        fields = record.fields
        reading = best_reading(with_readings(parse_citations(fields["cites"]), access))
        found.update(["rows", reading, fields["confidence"]])
        found[NO_NOTE] += fields["confidence"] == "variable" and not fields.get("note", "")
    return found


def _tables(folder: Path) -> Iterator[tuple[str, Counter[str]]]:
    dataset, problems = read_folder(folder)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    access = {key: source.access for key, source in dataset.sources.items()}
    listed = {name: [*records.values()] for name, records in dataset.records.items()} | dataset.other
    for name, records in listed.items():
        if records and {"cites", "confidence"} <= records[0].fields.keys():
            yield table_file(name), counts(records, access)


def markdown(tables: Sequence[tuple[str, Counter[str]]]) -> str:
    """The counts of each table and of all together, as a table in Markdown."""
    every: Counter[str] = sum((found for _, found in tables), Counter())
    lines = [f"| table | {' | '.join(COLUMNS)} |", "|---|" + "---:|" * len(COLUMNS)]
    for name, found in [*sorted(tables), ("all", every)]:
        lines.append(f"| {name} | {' | '.join(str(found[column]) for column in COLUMNS)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the counts of a data folder, by default our own."""
    folder = Path(arguments[0]) if arguments else resource_dir("data")
    print(markdown(list(_tables(folder))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
