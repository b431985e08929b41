"""A problem in a data set: where it is, what is wrong and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One problem. `line` and `column` count from 1; `column` is the number of the field in its row."""

    file: str
    line: int
    column: int
    wrong: str
    right: str

    def __str__(self) -> str:
        """One line, also where the data has line breaks."""
        return " ".join(f"{self.file}:{self.line}:{self.column}: {self.wrong}; {self.right}".splitlines())


class DataProblems(ValueError):
    """The data set has problems and was not loaded. `problems` lists all of them, sorted by place."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
