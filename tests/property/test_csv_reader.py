"""Reading CSV: whatever the csv module writes is read back, and no bytes make the reader fail."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from atlas.dataset.citations import READINGS, Citation, parse_citations
from atlas.dataset.csv_reader import read_records

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12)
HEADER = ["id", "name", "note"]


def records_of(raw: bytes):
    """Records and problems of a file with these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        path.write_bytes(raw)
        problems = []
        return read_records(path, problems), problems


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=6), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_written_rows_are_read_back(rows, line_end: str, with_mark: bool) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows([HEADER, *rows])
    records, problems = records_of((("\ufeff" if with_mark else "") + out.getvalue()).encode())
    assert not problems
    assert [list(record.fields.values()) for record in records] == [list(row) for row in rows if "".join(row).strip()]
    assert all(list(record.fields) == HEADER for record in records)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6))
def test_a_record_knows_the_line_it_starts_on(rows) -> None:
    out, starts = io.StringIO(newline=""), []
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(HEADER)
    for row in rows:
        if "".join(row).strip():  # an empty row is no record
            starts.append(out.getvalue().count("\n") + 1)
        writer.writerow(row)
    records, _ = records_of(out.getvalue().encode())
    assert [record.line for record in records] == starts


@given(
    st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.integers(0, 4),
    st.integers(0, 3),
)
def test_what_spreadsheets_add_changes_nothing(rows, line_end: str, columns: int, empty: int) -> None:
    rows = [[cell.replace("\n", " ") for cell in row] for row in rows]
    plain, padded = io.StringIO(newline=""), io.StringIO(newline="")
    csv.writer(plain, lineterminator="\n").writerows([HEADER, *rows])
    more = [[*row, *[""] * columns] for row in [HEADER, *rows, *[[""] * 3] * empty]]
    csv.writer(padded, lineterminator=line_end).writerows(more)
    assert records_of(("\ufeff" + padded.getvalue()).encode()) == records_of(plain.getvalue().encode())


@given(st.binary(max_size=80))
def test_any_bytes_give_records_or_a_problem(raw: bytes) -> None:
    records, problems = records_of(raw)
    assert records is not None or problems
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)


KEY = st.from_regex(r"[A-Za-z0-9_.-]+", fullmatch=True)
WHERE = st.text(st.characters(exclude_characters="[]", exclude_categories=("Cs",)), max_size=10)


@given(st.lists(st.builds(Citation, KEY, WHERE, st.sampled_from(["", *READINGS])), max_size=4))
def test_citations_are_read_back(citations) -> None:
    cells = [f"{cite}~{cite.reading}" if cite.reading else str(cite) for cite in citations]
    assert parse_citations(";".join(cells)) == tuple(citations)
