"""What a classroom refuses, each with a message for the person who asked."""

from __future__ import annotations


class RoomError(Exception):
    """A request that a classroom refuses."""


class UnknownRoom(RoomError):
    """No room has this code, or none has it any more."""

    def __init__(self, code: str) -> None:
        super().__init__(f"No room has the code {code}. Check it with the lecturer.")


class ClosedRoom(RoomError):
    """The lecturer has closed the room with this code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"The room {code} is closed.")


class NotLecturer(RoomError):
    """Only the lecturer of a room may do this."""

    def __init__(self) -> None:
        super().__init__("Only the browser that opened this room can lead it.")


class RoomFull(RoomError):
    """The room has no seat left."""

    def __init__(self, seats: int) -> None:
        super().__init__(f"This room is full: it has {seats} seats.")


class TooManyRooms(RoomError):
    """The server has no space for another room."""

    def __init__(self, rooms: int) -> None:
        super().__init__(f"This server has {rooms} open rooms, which is all it allows. Try again later.")


class TooLate(RoomError):
    """The question is not open for answers."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Question {number} is not open for answers.")
