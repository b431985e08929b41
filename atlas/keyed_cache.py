"""A cache that computes each value once, however many threads ask for it at the same time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class KeyedCache(Generic[Key, Value]):
    """Calls `compute` once for each key. Threads that ask for different keys do not wait for each other.

    >>> squares = KeyedCache(lambda number: number * number)
    >>> squares(3), 3 in squares, 4 in squares
    (9, True, False)

    A call that raises is not cached: the next one computes again.
    """

    def __init__(self, compute: Callable[[Key], Value]):
        self._compute = compute
        self._values: dict[Key, Value] = {}
        self._locks: dict[Key, Lock] = {}
        self._lock = Lock()

    def __contains__(self, key: Key) -> bool:
        return key in self._values

    def replace(self, key: Key, value: Value) -> None:
        """Return this value for the key from now on."""
        self._values[key] = value

    def __call__(self, key: Key) -> Value:
        with self._lock:
            lock = self._locks.setdefault(key, Lock())
        with lock:
            if key not in self._values:
                self._values[key] = self._compute(key)
            return self._values[key]
