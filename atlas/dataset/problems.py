"""A problem in a data set: where it is, what is wrong and how to fix it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One problem. `line` and `column` count from 1; `column` is the number of the field in its row."""

    file: str
    line: int
    column: int
    wrong: str
    right: str
    follows: int = 0
    """How many rows of other tables point to the row or table that could not be read."""

    def __str__(self) -> str:
        """One line, also where the data has line breaks."""
        rows = "1 row of another table points" if self.follows == 1 else f"{self.follows} rows of other tables point"
        follows = f" ({rows} to it)" if self.follows else ""
        return " ".join(f"{self.file}:{self.line}:{self.column}: {self.wrong}; {self.right}{follows}".splitlines())


class DataProblems(ValueError):
    """The data set has problems and was not loaded.

    `problems` lists all of them: each of the given groups sorted by place, causes before what may follow from them.
    """

    def __init__(self, *groups: Iterable[Problem]):
        self.problems = tuple(dict.fromkeys(problem for group in groups for problem in sorted(set(group))))
        super().__init__("\n".join(map(str, self.problems)))


MOST_PER_FILE = 20


def problem_lines(problems: Sequence[Problem], most: int = MOST_PER_FILE) -> Iterator[str]:
    """A line for each problem, but at most `most` for a file; the last line of such a file counts the others."""
    all_of, shown = Counter(problem.file for problem in problems), Counter[str]()
    for problem in problems:
        shown[problem.file] += 1
        if shown[problem.file] <= most:
            yield str(problem)
        elif shown[problem.file] == most + 1:
            more = all_of[problem.file] - most
            yield f"{problem.file}: {more} more {'problem' if more == 1 else 'problems'}; see `nerve-atlas check --all`"
