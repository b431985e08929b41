"""Rules across tables. Each rule is a small function that registers itself; every check runs all of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem

Rule = Callable[[Dataset], Iterable[Problem]]
RULES: list[Rule] = []


def rule(check: Rule) -> Rule:
    """Register a rule. It gets the data set as read, complete or not, and yields problems."""
    RULES.append(check)
    return check


def broken_rules(dataset: Dataset) -> list[Problem]:
    """Every problem that any rule finds."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return [problem for check in RULES for problem in check(dataset)]
