"""Rules across tables. Each is one small function that registers itself; all of them run on every check."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable

from atlas.dataset.problems import Problem

Rule = Callable[["Facts"], Iterable[Problem]]  # noqa: F821  (reading imports this package)
RULES: list[Rule] = []


def rule(check: Rule) -> Rule:
    """Register a rule. It gets the facts as read, whole or not, and yields problems."""
    RULES.append(check)
    return check


def broken_rules(dataset) -> list[Problem]:
    """Every problem that any rule finds, in one run."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return [problem for check in RULES for problem in check(dataset)]
