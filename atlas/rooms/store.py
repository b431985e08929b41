"""Where rooms are kept: each operation is atomic, so that several processes can share a store."""

from __future__ import annotations

from typing import Protocol

MOST_QUESTIONS = 100
"""The questions of a room."""


class StoreFailure(Exception):
    """The store did not answer: nothing is known to be saved, and the same request may be sent again."""


class Store(Protocol):
    """Rooms as text by code, and the answers to each question by seat. Every operation may raise StoreFailure."""

    def create(self, code: str, secret: str, room: str, most_rooms: int) -> bool | None:
        """Keep a new room. False if the code is taken; None, and nothing is kept, if there are `most_rooms` already."""

    def read(self, code: str) -> tuple[str, str] | None:
        """The hash of the secret of a room, and the room; None if there is none."""

    def replace(self, code: str, old: str, new: str) -> bool:
        """Put `new` in the place of `old`, and let the room live on; False if the room is not `old` any more."""

    def seat(self, code: str, seat: str, most_seats: int) -> bool:
        """Let a seat join; False if there is no such room, or it has `most_seats` others."""

    def seats(self, code: str) -> int:
        """How many seats have joined or answered."""

    def answer(self, code: str, number: int, seat: str, answer: str, most_seats: int) -> str | None:
        """Keep the first answer of a seat to a question, and return it; None if the room has `most_seats` others."""

    def given(self, code: str, number: int, seat: str) -> str | None:
        """The answer of one seat to a question."""

    def count(self, code: str, number: int) -> int:
        """How many seats have answered a question."""

    def answers(self, code: str, number: int) -> dict[str, str]:
        """Seat → its answer to a question."""

    def remove(self, code: str) -> None:
        """Forget a room with all its answers, except that it was closed: that for as long as a room lives."""

    def was_closed(self, code: str) -> bool:
        """Whether a room with this code was removed within the time that a room lives."""
