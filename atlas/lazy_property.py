"""A property that is computed once for each object, and never makes one object wait for another."""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, TypeVar

Value = TypeVar("Value")


class cached_property(functools.cached_property[Value]):  # it stands for the one of the standard library
    """`functools.cached_property` as it is from Python 3.12 on.

    That of Python 3.11 has one lock for all objects of a class: while it is computed for the German atlas, the English
    one waits. Without it, two threads that ask at the same moment may both compute the value.
    """

    def __init__(self, func: Callable[[Any], Value]) -> None:
        super().__init__(func)
        self.lock = nullcontext()
