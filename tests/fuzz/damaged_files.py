"""Strategies for damage to the files of a data folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from hypothesis import strategies as st

from tests.fuzz.hostile import HOSTILE

CELLS = ("", " ", ";", "nobody", "-1", "1e999", "9" * 400, "yes;no", "keeper[", "\u202e", "é", "a;a", "0x1", "null", "\\",
         "=1+1", "x" * 3000, *HOSTILE[::7])  # fmt: skip
SNIPPETS = (b"\0", b"\xff", b"\xef\xbb\xbf", b'"', b"\r", b"\n", b",", b"<", b"&x;", b"{", b"[" * 5000, b"\\u", b"'",
            b"]]>", b"1" * 5000)  # fmt: skip
Damage = Callable[[bytes], bytes]
position = st.floats(0, 1, exclude_max=True)


def _at(content: bytes | list, where: float) -> int:
    return int(where * len(content))


def _flipped(where: float, bit: int) -> Damage:
    def damage(content: bytes) -> bytes:
        at = _at(content, where)
        return content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]

    return damage


def _inserted(where: float, snippet: bytes) -> Damage:
    return lambda content: content[: _at(content, where)] + snippet + content[_at(content, where) :]


def _cut(where: float, length: int) -> Damage:
    return lambda content: content[: _at(content, where)] + content[_at(content, where) + length :]


def _table(change: Callable[[list[list[str]]], None]) -> Damage:
    def damage(content: bytes) -> bytes:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        change(rows)
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8")

    return damage


def _cell(row: float, column: float, text: str) -> Damage:
    def change(rows: list[list[str]]) -> None:
        cells = rows[_at(rows, row)]
        cells[_at(cells, column)] = text

    return _table(change)


def _row_twice(row: float) -> Damage:
    return _table(lambda rows: rows.append(list(rows[_at(rows, row)])))


def _row_lost(row: float) -> Damage:
    return _table(lambda rows: rows.pop(_at(rows, row)))


def _column_lost(column: float) -> Damage:
    def change(rows: list[list[str]]) -> None:
        at = _at(rows[0], column)
        for cells in rows:
            del cells[at : at + 1]

    return _table(change)


any_file: st.SearchStrategy[Damage] = st.one_of(
    st.builds(_flipped, position, st.integers(0, 7)),
    st.builds(_inserted, position, st.sampled_from(SNIPPETS)),
    st.builds(_cut, position, st.integers(1, 2000)),
)
"""Damage to the bytes of a file that is not empty."""
csv_file: st.SearchStrategy[Damage] = st.one_of(
    any_file,
    st.builds(_cell, position, position, st.sampled_from(CELLS)),
    st.builds(_row_twice, position),
    st.builds(_row_lost, position),
    st.builds(_column_lost, position),
)
"""Damage to a CSV file: to its bytes, or to its rows, columns and cells."""


def _header_twice(content: bytes) -> bytes:
    header, end, rest = content.partition(b"\n")
    return header + b"," + header.split(b",")[0] + end + rest


WHOLE: dict[str, Damage] = {
    "semicolons": lambda content: content.replace(b",", b";"),
    "tabs": lambda content: content.replace(b",", b"\t"),
    "Latin-1": lambda content: content.rstrip(b"\n") + b"\xe9\n",
    "UTF-16": lambda content: content.decode("utf-8").encode("utf-16"),
    "NUL": lambda content: content.rstrip(b"\n") + b"\0\n",
    "header twice": _header_twice,
    "column lost": _column_lost(0.0),
    "unclosed quote": lambda content: content.replace(b"\n", b'\n"', 1),
    "empty": lambda _: b"",
    "row of one field": lambda content: content + b"lost\n",
}
"""Damage to a CSV file after which it cannot be read as a whole, by what happened to it."""
