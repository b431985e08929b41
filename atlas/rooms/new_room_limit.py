"""How many rooms one address may open, so that nobody takes all rooms of a server."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Lock
from time import monotonic

MOST_NEW, PERIOD = 20, 60 * 60
_MOST_ADDRESSES = 10_000


class NewRoomLimit:
    """Counts in this process only; a store limits the rooms of all processes together."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._opened: dict[str, deque[float]] = {}
        self._lock = Lock()

    def allows(self, address: str) -> bool:
        """Whether this address may open a room now; if so, the room is counted."""
        with self._lock:
            now = self._clock()
            times = self._opened.pop(address, deque())
            while times and times[0] <= now - PERIOD:
                times.popleft()
            allowed = len(times) < MOST_NEW
            if allowed:
                times.append(now)
            self._opened[address] = times  # last, so that the first is the one that asked longest ago
            while len(self._opened) > _MOST_ADDRESSES:
                del self._opened[next(iter(self._opened))]
            return allowed
