"""What lecturers and students do in classrooms."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from hmac import compare_digest
from time import time

from atlas.rooms.codes import new_code
from atlas.rooms.errors import ClosedRoom, NotLecturer, RoomError, RoomFull, TooLate, TooManyRooms, UnknownRoom
from atlas.rooms.room import Answer, Question, Results, Room
from atlas.rooms.store import MOST_QUESTIONS, Store

LIFETIME = 4 * 60 * 60
"""Seconds that a room lives after the lecturer last changed it."""
MOST_ROOMS, MOST_SEATS = 200, 1000
GRACE = 30
"""Seconds in which an answer that was given before the answers were shown may still arrive, over a bad network."""
_SEAT = re.compile(r"[a-f0-9]{16,32}")
_ATTEMPTS = 20


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _require_seat(seat: str) -> None:
    if not _SEAT.fullmatch(seat):
        raise ValueError("a seat has 16 to 32 digits and letters from a to f")


class Rooms:
    """The rooms of a server. Operations may raise StoreFailure, after which the same request may be sent again."""

    def __init__(self, store: Store, clock: Callable[[], float] = time) -> None:
        self._store, self._clock = store, clock

    def open(self) -> tuple[Room, str]:
        """A new room, and the secret with which its lecturer leads it. Raises TooManyRooms."""
        secret = secrets.token_urlsafe(24)
        for _ in range(_ATTEMPTS):
            room = Room(new_code())
            kept = self._store.create(room.code, _hash(secret), room.text, MOST_ROOMS)
            if kept:
                return room, secret
            if kept is None:
                break
        raise TooManyRooms(MOST_ROOMS)

    def room(self, code: str) -> Room:
        """What a room shows now. Raises UnknownRoom, and ClosedRoom where it was closed within the last hours."""
        return self._read(code)[1]

    def _read(self, code: str) -> tuple[str, Room]:
        found = self._store.read(code)
        if found is None:
            raise ClosedRoom(code) if self._store.was_closed(code) else UnknownRoom(code)
        return found[0], Room.stored(code, found[1])

    def _led(self, code: str, secret: str) -> Room:
        hashed, room = self._read(code)
        if not compare_digest(hashed, _hash(secret)):
            raise NotLecturer
        return room

    def show(self, code: str, secret: str, number: int, question: Question | None, revealed: bool) -> Room:
        """Show question `number`, which is the current one or the next, with or without the answers.

        The same request can be sent again: it changes nothing then. Raises UnknownRoom, NotLecturer, and RoomError
        when the number or the question does not follow from what the room shows.
        """
        for _ in range(_ATTEMPTS):
            room = self._led(code, secret)
            if number not in (room.number, room.number + 1) or number > MOST_QUESTIONS:
                raise RoomError(f"This room shows question {room.number}; question {number} cannot be next.")
            if number == room.number and question != room.question:
                raise RoomError(f"Question {number} has been asked already; ask the next one under another number.")
            shown_at = dict(room.shown_at)
            if revealed:
                shown_at.setdefault(number, self._clock())
            if room.question and number > room.number:  # what has not been shown is closed
                shown_at.setdefault(room.number, self._clock())
            new = replace(room, number=number, question=question, revealed=revealed, shown_at=shown_at)
            if new == room:
                return room
            new = replace(new, version=room.version + 1)
            if self._store.replace(code, room.text, new.text):
                return new
        raise RoomError("The room changes too fast; send the request again.")

    def close(self, code: str, secret: str) -> None:
        """Forget a room with all answers. Raises UnknownRoom, NotLecturer."""
        self._led(code, secret)
        self._store.remove(code)

    def join(self, code: str, seat: str) -> None:
        """Take a seat; a seat that is taken stays so. Raises ValueError for one that is none, UnknownRoom, RoomFull."""
        _require_seat(seat)
        self._read(code)
        if not self._store.seat(code, seat, MOST_SEATS):
            raise RoomFull(MOST_SEATS)

    def seats(self, room: Room) -> int:
        """How many phones have joined."""
        return self._store.seats(room.code)

    def answer(self, code: str, number: int, seat: str, answer: Answer) -> Answer:
        """The answer that counts for this seat: the first that it gave, however often it is sent.

        Raises ValueError for a seat that is none, UnknownRoom, TooLate, RoomFull.
        """
        _require_seat(seat)
        room = self.room(code)
        if self._is_open(room, number):
            saved = self._store.answer(code, number, seat, answer.text, MOST_SEATS)
            if saved is None:
                raise RoomFull(MOST_SEATS)
        else:
            saved = self._store.given(code, number, seat)
            if saved is None:
                raise TooLate(number)
        return Answer.stored(saved)

    def _is_open(self, room: Room, number: int) -> bool:
        is_asked = 0 < number < room.number or (number == room.number and room.question is not None)
        return is_asked and self._clock() <= room.shown_at.get(number, float("inf")) + GRACE

    def given(self, room: Room, seat: str) -> Answer | None:
        """What a seat has answered to the current question."""
        saved = self._store.given(room.code, room.number, seat)
        return Answer.stored(saved) if saved else None

    def count(self, room: Room) -> int:
        """How many have answered the current question."""
        return self._store.count(room.code, room.number)

    def results(self, room: Room) -> Results | None:
        """The answers to the current question; None until they are shown."""
        return Results.of(self._store.answers(room.code, room.number)) if room.revealed else None
