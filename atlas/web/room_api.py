"""Classrooms over HTTP: JSON that phones and the wall ask for every few seconds.

    POST   /rooms                          opens a room → 201 {"room", "secret"}
    GET    /rooms/CODE                     what the wall shows; with ?seat=SEAT what one phone shows
    PUT    /rooms/CODE/question            {"number", "question", "revealed"}, with the secret as a bearer token
    PUT    /rooms/CODE/seats/SEAT          joins, so that the wall can count
    PUT    /rooms/CODE/answers/NUMBER/SEAT {"choice", "at"} → the answer that counts
    DELETE /rooms/CODE                     closes it, with the secret
    GET    /r/CODE                         opens the page in the room: short enough to type
    GET    /de/r/CODE                      the same in another language
    GET    /r                              opens the page where a room is opened or joined

An answer to GET carries an ETag, so that an unchanged room costs 304 and no body. When the store does not answer, the
status is 503 and the same request may be sent again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, request

from atlas.rooms import Answer, Question, Room, Rooms
from atlas.rooms.codes import as_code
from atlas.rooms.new_room_limit import MOST_NEW, NewRoomLimit
from atlas.web.room_messages import answered, as_json, body, refusal, room_code, secret

PATH = "rooms"
JOIN = "r"
"""The path of the short addresses that phones open."""
NEW = "new"
"""In the page's address, where a code would be: a room is still to be opened or joined."""
_NUMBER = re.compile(r"[0-9]{1,4}")
_Knows = Callable[[str], bool]


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
    return _shown(room) | {"seats": rooms.seats(room), "answers": rooms.count(room), "results": shown}


def _for_seat(rooms: Rooms, room: Room, seat: str) -> dict[str, Any]:
    given = rooms.given(room, seat)
    return _shown(room) | {"given": given.choice if given else None}


def _opened(page: str) -> Response:
    return Response(status=302, headers={"Location": page, "Cache-Control": "no-store"})


def register(server: Flask, rooms: Rooms, knows_question: _Knows, knows_choice: _Knows) -> None:
    """Serve classrooms. Questions and choices that the atlas does not have are refused."""
    limit = NewRoomLimit()

    def open_room() -> Response:
        if not limit.allows(request.remote_addr or ""):
            return refusal(429, f"This address has opened {MOST_NEW} rooms within the hour, which is all it may.")
        room, lead = rooms.open()
        return as_json({"room": room.code, "secret": lead}, 201)

    def show(code: str) -> Response:
        room, seat = rooms.room(room_code(code)), request.args.get("seat")
        response = as_json(_for_wall(rooms, room) if seat is None else _for_seat(rooms, room, seat))
        response.set_etag(sha256(response.get_data()).hexdigest()[:16])
        response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
        return response

    def ask(code: str) -> Response:
        asked = body()
        if not isinstance(asked, dict) or set(asked) != {"number", "question", "revealed"}:
            raise ValueError('the body is {"number": …, "question": … or null, "revealed": true or false}')
        number, revealed = asked["number"], asked["revealed"]
        if type(number) is not int or number < 0 or type(revealed) is not bool:
            raise ValueError("the number is a whole number from 0, and revealed is true or false")
        question = None if asked["question"] is None else Question.parse(asked["question"])
        if question and not knows_question(question.id):
            raise ValueError(f"there is no question {question.id}")
        return as_json(_shown(rooms.show(room_code(code), secret(), number, question, revealed)))

    def take_seat(code: str, seat: str) -> Response:
        rooms.join(room_code(code), seat)
        return as_json({"seat": seat})

    def answer(code: str, number: str, seat: str) -> Response:
        if not _NUMBER.fullmatch(number):
            raise ValueError("the number of a question is a whole number from 1")
        given = Answer.parse(body())
        if given.choice != "?" and not knows_choice(given.choice):
            raise ValueError(f"the atlas has nothing with the id {given.choice}")
        return as_json({"given": rooms.answer(room_code(code), int(number), seat, given).choice})

    def close(code: str) -> Response:
        rooms.close(room_code(code), secret())
        return Response(status=204)

    def route(rule: str, method: str, view: Callable[..., Response]) -> None:
        server.add_url_rule(
            rule, f"rooms.{view.__name__}", lambda **values: answered(lambda: view(**values)), methods=[method]
        )

    def join(code: str) -> Response:
        # the page says when there is no such room
        return _opened(f"../?mode=quiz&room={quote(as_code(code) or code[:10])}")

    def join_in(folder: str, code: str) -> Response:
        return join(code)  # which is relative to the folder

    def start() -> Response:
        return _opened(f"./?mode=quiz&room={NEW}")

    route(f"/{JOIN}", "GET", start)
    route(f"/{JOIN}/<code>", "GET", join)
    # the wall in another language leads phones to its own page
    route(f"/<path:folder>/{JOIN}/<code>", "GET", join_in)
    route(f"/{PATH}", "POST", open_room)
    route(f"/{PATH}/<code>", "GET", show)
    route(f"/{PATH}/<code>", "DELETE", close)
    route(f"/{PATH}/<code>/question", "PUT", ask)
    route(f"/{PATH}/<code>/seats/<seat>", "PUT", take_seat)
    route(f"/{PATH}/<code>/answers/<number>/<seat>", "PUT", answer)
