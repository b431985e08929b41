"""Rooms in the memory of one process: for a lecturer's own computer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic


@dataclass
class _Kept:
    secret: str
    room: str
    until: float
    seats: set[str] = field(default_factory=set)
    answers: defaultdict[int, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))


class MemoryStore:
    """A `Store` that ends with its process. `lifetime`: seconds that a room lives after the last change to it."""

    def __init__(self, lifetime: float, clock: Callable[[], float] = monotonic) -> None:
        self._lifetime, self._clock = lifetime, clock
        self._rooms: dict[str, _Kept] = {}
        self._closed: dict[str, float] = {}
        self._lock = Lock()

    def _find(self, code: str) -> _Kept | None:
        kept = self._rooms.get(code)
        if kept and kept.until <= self._clock():
            del self._rooms[code]
            return None
        return kept

    def create(self, code: str, secret: str, room: str, most_rooms: int) -> bool | None:
        """See Store."""
        with self._lock:
            for other in [*self._rooms]:
                self._find(other)
            if code in self._rooms:
                return False
            if len(self._rooms) >= most_rooms:
                return None
            self._rooms[code] = _Kept(secret, room, self._clock() + self._lifetime)
            return True

    def read(self, code: str) -> tuple[str, str] | None:
        """See Store."""
        with self._lock:
            kept = self._find(code)
            return (kept.secret, kept.room) if kept else None

    def replace(self, code: str, old: str, new: str) -> bool:
        """See Store."""
        with self._lock:
            kept = self._find(code)
            if kept is None or kept.room != old:
                return False
            kept.room, kept.until = new, self._clock() + self._lifetime
            return True

    def seat(self, code: str, seat: str, most_seats: int) -> bool:
        """See Store."""
        with self._lock:
            return self._seated(code, seat, most_seats) is not None

    def _seated(self, code: str, seat: str, most_seats: int) -> _Kept | None:
        kept = self._find(code)
        if kept is None or (seat not in kept.seats and len(kept.seats) >= most_seats):
            return None
        kept.seats.add(seat)
        return kept

    def seats(self, code: str) -> int:
        """See Store."""
        with self._lock:
            kept = self._find(code)
            return len(kept.seats) if kept else 0

    def answer(self, code: str, number: int, seat: str, answer: str, most_seats: int) -> str | None:
        """See Store."""
        with self._lock:
            kept = self._seated(code, seat, most_seats)
            return kept.answers[number].setdefault(seat, answer) if kept else None

    def given(self, code: str, number: int, seat: str) -> str | None:
        """See Store."""
        return self.answers(code, number).get(seat)

    def count(self, code: str, number: int) -> int:
        """See Store."""
        return len(self.answers(code, number))

    def answers(self, code: str, number: int) -> dict[str, str]:
        """See Store."""
        with self._lock:
            kept = self._find(code)
            return dict(kept.answers.get(number, {})) if kept else {}

    def remove(self, code: str) -> None:
        """See Store."""
        with self._lock:
            now = self._clock()
            if self._rooms.pop(code, None):
                self._closed = {other: until for other, until in self._closed.items() if until > now}
                self._closed[code] = now + self._lifetime

    def was_closed(self, code: str) -> bool:
        """See Store."""
        with self._lock:
            return self._closed.get(code, 0.0) > self._clock()
