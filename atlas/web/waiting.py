"""Who waits for what is still being built, so that enough threads of the server stay free for what is ready.

A page and its bundles take seconds to build when they are first asked for. Every request that waits for that holds a
thread, and a room of browsers that open an unbuilt language would hold them all: then nothing else is answered, not
even the health check. So only a few requests wait; others are asked to come again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from threading import Lock

from werkzeug.exceptions import ServiceUnavailable

THREADS = 32
"""How many requests a server process answers at the same time."""
MOST_WAITING = 24
"""How many of them may wait for what is being built."""
MOST_FOR_ONE = 6
"""How many may wait for the same language: as many as a browser asks for at once."""
SHARED = ""
"""Stands for a language where a file is the same in all."""
Place = Callable[[], AbstractContextManager[None]]
"""Where a request waits until something is built."""
RETRY_AFTER = 2
"""Seconds after which a browser asks again."""


class WaitingPlaces:
    """The places of those who wait. `languages`: those that share them, so that none takes the places of another."""

    def __init__(self, languages: int) -> None:
        self._most = max(1, min(MOST_FOR_ONE, MOST_WAITING // max(1, languages)))
        self._taken: Counter[str] = Counter()
        self._lock = Lock()

    def place_for(self, language: str) -> Place:
        """`place` for one language."""
        return partial(self.place, language)

    @contextmanager
    def place(self, language: str) -> Iterator[None]:
        """A place to wait for something of a language. Raises ServiceUnavailable when all are taken."""
        with self._lock:
            if self._taken[language] >= self._most or self._taken.total() >= MOST_WAITING:
                raise ServiceUnavailable(retry_after=RETRY_AFTER)
            self._taken[language] += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken[language] -= 1
