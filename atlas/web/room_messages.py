"""How requests to classrooms are read, and how they are answered as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask import Response, request

from atlas.rooms import ClosedRoom, NotLecturer, RoomError, RoomFull, StoreFailure, TooLate, TooManyRooms, UnknownRoom
from atlas.rooms.codes import as_code

MOST_BYTES = 512
"""Bytes of a request's body."""
_STATUS = {UnknownRoom: 404, ClosedRoom: 410, NotLecturer: 403, TooLate: 409, RoomFull: 429, TooManyRooms: 503}


def as_json(value: object, status: int = 200) -> Response:
    """An answer that nothing on its way keeps."""
    response = Response(json.dumps(value) + "\n", status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def refusal(status: int, reason: str) -> Response:
    """An answer that says why nothing was done."""
    response = as_json({"error": reason}, status)
    if status == 503:
        response.headers["Retry-After"] = "2"
    return response


def answered(act: Callable[[], Response]) -> Response:
    """What `act` answers, or the refusal that its error means."""
    try:
        return act()
    except StoreFailure:
        return refusal(503, "The classrooms do not answer just now. Send the request again.")
    except RoomError as error:
        return refusal(_STATUS.get(type(error), 409), str(error))
    except ValueError as error:
        return refusal(400, f"{str(error)[:1].upper()}{str(error)[1:]}.")


def room_code(typed: str) -> str:
    """The code of a room as it was typed. Raises UnknownRoom for what can be none."""
    code = as_code(typed)
    if code is None:
        raise UnknownRoom(typed[:10])
    return code


def body() -> Any:
    """The JSON of the request. Raises ValueError."""
    raw = request.stream.read(MOST_BYTES + 1)  # a body in chunks does not say how long it is
    if len(raw) > MOST_BYTES:
        raise ValueError(f"the body is too large: at most {MOST_BYTES} bytes are accepted")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise ValueError("the body is not JSON") from None


def secret() -> str:
    """The secret that the request carries as a bearer token; "" without one."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme == "Bearer" else ""
