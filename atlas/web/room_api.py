"""Classrooms over HTTP: JSON that phones and the wall ask for every few seconds.

    POST   /rooms                          opens a room → 201 {"room", "secret"}
    GET    /rooms/CODE                     what the wall shows; with ?seat=SEAT what one phone shows
    PUT    /rooms/CODE/question            {"number", "question", "revealed"}, with the secret as a bearer token
    PUT    /rooms/CODE/answers/NUMBER/SEAT {"choice", "at"} → the answer that counts
    DELETE /rooms/CODE                     closes it, with the secret
    GET    /r/CODE                         opens the page in the room: short enough to type

An answer to GET carries an ETag, so that an unchanged room costs 304 and no body. When the store does not answer, the
status is 503 and the same request may be sent again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, request

from atlas.rooms import (
    Answer,
    NotLecturer,
    Question,
    Room,
    RoomError,
    RoomFull,
    Rooms,
    StoreFailure,
    TooLate,
    TooManyRooms,
    UnknownRoom,
)
from atlas.rooms.codes import as_code
from atlas.rooms.new_room_limit import MOST_NEW, NewRoomLimit

PATH = "rooms"
JOIN = "r"
"""The path of the short addresses that phones open."""
MOST_BYTES = 512
"""Bytes of a request's body."""
_NUMBER = re.compile(r"[0-9]{1,4}")
_STATUS = {UnknownRoom: 404, NotLecturer: 403, TooLate: 409, RoomFull: 429, TooManyRooms: 503}
_Knows = Callable[[str], bool]


def _json(value: object, status: int = 200) -> Response:
    response = Response(json.dumps(value) + "\n", status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _refusal(status: int, reason: str) -> Response:
    response = _json({"error": reason}, status)
    if status == 503:
        response.headers["Retry-After"] = "2"
    return response


def _code(typed: str) -> str:
    code = as_code(typed)
    if code is None:
        raise UnknownRoom(typed[:10])
    return code


def _body() -> Any:
    raw = request.stream.read(MOST_BYTES + 1)  # a body in chunks does not say how long it is
    if len(raw) > MOST_BYTES:
        raise ValueError(f"the body is too large: at most {MOST_BYTES} bytes are accepted")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise ValueError("the body is not JSON") from None


def _secret() -> str:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret if scheme == "Bearer" else ""


def _shown(room: Room) -> dict[str, Any]:
    question = room.question
    return {
        "room": room.code,
        "version": room.version,
        "number": room.number,
        "question": {"id": question.id, "seed": question.seed} if question else None,
        "revealed": room.revealed,
    }


def _for_wall(rooms: Rooms, room: Room) -> dict[str, Any]:
    results = rooms.results(room)
    shown = {"counts": dict(results.counts), "taps": results.taps} if results else None
    return _shown(room) | {"answers": rooms.count(room), "results": shown}


def _for_seat(rooms: Rooms, room: Room, seat: str) -> dict[str, Any]:
    given = rooms.given(room, seat)
    return _shown(room) | {"given": given.choice if given else None}


def register(server: Flask, rooms: Rooms, knows_question: _Knows, knows_choice: _Knows) -> None:
    """Serve classrooms. Questions and choices that the atlas does not have are refused."""
    limit = NewRoomLimit()

    def answered(act: Callable[[], Response]) -> Response:
        try:
            return act()
        except StoreFailure:
            return _refusal(503, "The classrooms do not answer just now. Send the request again.")
        except RoomError as error:
            return _refusal(_STATUS.get(type(error), 409), str(error))
        except ValueError as error:
            return _refusal(400, f"{str(error)[:1].upper()}{str(error)[1:]}.")

    def open_room() -> Response:
        if not limit.allows(request.remote_addr or ""):
            return _refusal(429, f"This address has opened {MOST_NEW} rooms within the hour, which is all it may.")
        room, secret = rooms.open()
        return _json({"room": room.code, "secret": secret}, 201)

    def show(code: str) -> Response:
        room, seat = rooms.room(_code(code)), request.args.get("seat")
        response = _json(_for_wall(rooms, room) if seat is None else _for_seat(rooms, room, seat))
        response.set_etag(sha256(response.get_data()).hexdigest()[:16])
        response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
        return response

    def ask(code: str) -> Response:
        body = _body()
        if not isinstance(body, dict) or set(body) != {"number", "question", "revealed"}:
            raise ValueError('the body is {"number": …, "question": … or null, "revealed": true or false}')
        number, revealed = body["number"], body["revealed"]
        if type(number) is not int or number < 0 or type(revealed) is not bool:
            raise ValueError("the number is a whole number from 0, and revealed is true or false")
        question = None if body["question"] is None else Question.parse(body["question"])
        if question and not knows_question(question.id):
            raise ValueError(f"there is no question {question.id}")
        return _json(_shown(rooms.show(_code(code), _secret(), number, question, revealed)))

    def answer(code: str, number: str, seat: str) -> Response:
        if not _NUMBER.fullmatch(number):
            raise ValueError("the number of a question is a whole number from 1")
        given = Answer.parse(_body())
        if given.choice != "?" and not knows_choice(given.choice):
            raise ValueError(f"the atlas has nothing with the id {given.choice}")
        return _json({"given": rooms.answer(_code(code), int(number), seat, given).choice})

    def close(code: str) -> Response:
        rooms.close(_code(code), _secret())
        return Response(status=204)

    def route(rule: str, method: str, view: Callable[..., Response]) -> None:
        server.add_url_rule(
            rule, f"rooms.{view.__name__}", lambda **values: answered(lambda: view(**values)), methods=[method]
        )

    def join(code: str) -> Response:
        # the page says when there is no such room
        query = f"&room={quote(as_code(code) or code[:10])}"
        return Response(status=302, headers={"Location": f"../?mode=quiz{query}", "Cache-Control": "no-store"})

    route(f"/{JOIN}/<code>", "GET", join)
    route(f"/{PATH}", "POST", open_room)
    route(f"/{PATH}/<code>", "GET", show)
    route(f"/{PATH}/<code>", "DELETE", close)
    route(f"/{PATH}/<code>/question", "PUT", ask)
    route(f"/{PATH}/<code>/answers/<number>/<seat>", "PUT", answer)
