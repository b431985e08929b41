"""Data folders with one file spoilt: what refuses it, and whether it says where."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from atlas.dataset.line_digests import NAME as LINES

from atlas.dataset.checksums import NAME, seal
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems, Problem
from atlas.dataset.translation.locales import broken_catalogues
from atlas.web.app import create_app
from tests.fuzz.hostile import HOSTILE

PLACE = re.compile(r"^[^:\n]+:\d+:\d+: [^\n]+; [^\n]+\Z")
CELLS = ("", " ", ";", "nobody", "-1", "1e999", "9" * 400, "yes;no", "keeper[", "\u202e", "é", "a;a", "0x1", "null", "\\", "=1+1",
         "x" * 3000, *HOSTILE[::7])  # fmt: skip


def _rows(change: Callable[[Random, list[list[str]]], None]) -> Callable[[Random, bytes], bytes]:
    def spoil(random: Random, content: bytes) -> bytes:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        change(random, rows)
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8", "replace")

    return spoil


def _cell(random: Random, rows: list[list[str]]) -> None:
    row = random.choice(rows)
    row[random.randrange(len(row))] = random.choice(CELLS)


def _moved(random: Random, rows: list[list[str]]) -> None:
    column = random.randrange(len(rows[0]))
    one, other = random.choice(rows), random.choice(rows)
    one[column], other[column] = other[column], one[column]


def _row(random: Random, rows: list[list[str]]) -> None:
    at = random.randrange(len(rows))
    if random.random() < 0.5:
        del rows[at]
    else:
        rows.insert(random.randrange(len(rows)), list(rows[at]))


def _column(random: Random, rows: list[list[str]]) -> None:
    at = random.randrange(len(rows[0]))
    for row in rows:
        del row[at : at + 1]


def _flip(random: Random, content: bytes) -> bytes:
    spoilt = bytearray(content)
    for _ in range(random.randrange(1, 4)):
        spoilt[random.randrange(len(spoilt))] ^= 1 << random.randrange(8)
    return bytes(spoilt)


def _insert(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content) + 1)
    signs = (
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b'"',
        b"\r",
        b"\n",
        b",",
        b"<",
        b"&x;",
        b"{",
        b"[" * 5000,
        b"\\u",
        b"'",
        b"]]>",
        b"1" * 5000,
    )
    return content[:at] + random.choice(signs) + content[at:]


def _cut(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + content[at + random.randrange(1, len(content) + 1 - at) :]


TEXT = (_flip, _insert, _cut)
TABLE = (*TEXT, _rows(_cell), _rows(_cell), _rows(_cell), _rows(_moved), _rows(_row), _rows(_column))


def spoil(random: Random, name: str, content: bytes) -> bytes:
    """The content of a file with something wrong in it; never the same bytes."""
    for _ in range(100):
        try:
            spoilt = random.choice(TABLE if name.endswith(".csv") else TEXT)(random, content)
        except (IndexError, ValueError):  # a table of one row has none to take
            continue
        if spoilt != content:
            return spoilt
    return content + b"\0"


@dataclass
class Spoilt:
    """What became of spoilt files. `kept`: those that the checker alone let through, by file."""

    count: int = 0
    refused: int = 0
    placed: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def note(self, name: str, what: object) -> None:
        """Keep a few of what should not be."""
        if len(self.wrong) < 10:
            self.wrong.append(f"{name}: {what!r:.500}")


def _first_line(content: bytes, spoilt: bytes) -> int:
    """The line, counted from 1, in which two contents begin to differ; if it is gone, the last that is left."""
    lines, others = content.split(b"\n"), spoilt.split(b"\n")
    same = next((n for n, (one, other) in enumerate(zip(lines, others, strict=False)) if one != other), None)
    return min(len(lines), len(others) - 1) + 1 if same is None else same + 1


def _tells(problem: Problem, name: str, line: int) -> bool:
    """Whether a problem names this file and this line, or a few lines of which it is one."""
    upto = re.search(r"from here to ([0-9]+)", problem.wrong)
    return problem.file == name and problem.line <= line <= (int(upto[1]) if upto else problem.line)


def _judged(found: Spoilt, name: str, load: Callable[[], object], line: int | None) -> None:
    found.count += 1
    try:
        load()
    except DataProblems as refused:
        found.refused += 1
        told = [str(problem) for problem in refused.problems]
        right = all(PLACE.match(one) for one in told) and (
            line is None or any(_tells(problem, name, line) for problem in refused.problems)
        )
        found.placed += right
        if not right:
            found.note(name, told[:3])
    except BaseException as error:
        found.note(name, error)
        if not isinstance(error, Exception):
            raise
    else:
        found.kept[name] += 1


def _each(folder: Path, count: int, seed: int) -> list[tuple[str, bytes, bytes]]:
    random = Random(seed)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    names = [name for name in names if name != NAME and not name.startswith(".")]
    weights = [3 if name.endswith(".csv") else 1 for name in names]
    for _ in range(count):
        name = random.choices(names, weights)[0]
        content = (folder / name).read_bytes()
        yield name, content, spoil(random, name, content)


def sealed(folder: Path, count: int, seed: int = 1) -> Spoilt:
    """Spoil files of a folder, one at a time, whose seal stays as it was: each must be refused with its name and the line."""
    found = Spoilt()
    seal(folder)
    for name, content, spoilt in _each(folder, count, seed):
        (folder / name).write_bytes(spoilt)
        _judged(found, name, lambda: load_dataset(folder), _first_line(content, spoilt))
        (folder / name).write_bytes(content)
    return found


def resealed(folder: Path, count: int, seed: int = 2, every: int = 20) -> Spoilt:
    """The same, each sealed anew with what was spoilt: only the checker is left to refuse it.

    Of those that it lets through, one in `every` is made into a page.
    """
    found, sound = Spoilt(), 0
    (folder / LINES).unlink(missing_ok=True)  # sealing writes it anew, whatever was done to it

    def load() -> None:
        nonlocal sound
        seal(folder)
        if broken := broken_catalogues(load_dataset(folder)):
            raise DataProblems(broken)
        sound += 1
        if sound % every == 0:
            create_app(folder).server.test_client().get("/")

    for name, content, spoilt in _each(folder, count, seed):
        (folder / name).write_bytes(spoilt)
        _judged(found, name, load, None)
        (folder / name).write_bytes(content)
    return found
