"""Classrooms: a lecturer asks, phones answer without an account, and everybody sees what the room answered.

A room lives a few hours, in a `Store`: in the memory of one process, or in Valkey or Redis for several. It holds no
names and no addresses: only which answers were given to which question, each under a random seat.
"""

from atlas.rooms.errors import ClosedRoom, NotLecturer, RoomError, RoomFull, TooLate, TooManyRooms, UnknownRoom
from atlas.rooms.room import Answer, Question, Room
from atlas.rooms.rooms import Rooms
from atlas.rooms.store import Store, StoreFailure

__all__ = [
    "Answer",
    "ClosedRoom",
    "NotLecturer",
    "Question",
    "Room",
    "RoomError",
    "RoomFull",
    "Rooms",
    "Store",
    "StoreFailure",
    "TooLate",
    "TooManyRooms",
    "UnknownRoom",
]
