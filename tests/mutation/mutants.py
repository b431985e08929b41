"""One small change of the code and what became of it, and the table of a sample."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Mutant:
    """A changed place. `change` shows it, and is empty when a test failed because of it."""

    module: str
    name: str
    killed: bool
    change: str = ""


def score(mutants: Iterable[Mutant]) -> str:
    """How many mutants, how many of them killed and survived, and the killed in per cent, as cells of the table.

    >>> score([Mutant("a", "1", True), Mutant("a", "2", True), Mutant("b", "3", False, "- x\\n+ y")])
    '     3       2         1   66.7 %'
    """
    killed = [mutant.killed for mutant in mutants]
    return f"{len(killed):6}{sum(killed):8}{len(killed) - sum(killed):10}{100 * sum(killed) / len(killed):7.1f} %"


def table(mutants: Iterable[Mutant]) -> str:
    """Each module with its mutants, and all of them together in the last line."""
    ordered = sorted(mutants, key=lambda mutant: mutant.module)
    rows = {module: score(group) for module, group in groupby(ordered, key=lambda mutant: mutant.module)}
    rows["all"] = score(ordered)
    width = max(map(len, [*rows, "module"])) + 1
    head = f"{'module':{width}}mutants  killed  survived    score"
    return "\n".join([head, *(f"{module:{width}} {cells}" for module, cells in rows.items())])


def survivors(mutants: Iterable[Mutant]) -> str:
    """The change of each mutant that no test noticed."""
    return "\n\n".join(f"{mutant.name}\n{mutant.change}" for mutant in mutants if not mutant.killed)
