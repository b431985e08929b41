"""Classrooms: what they count, whom they refuse, and that every store does the same."""

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.rooms import (
    Answer,
    ClosedRoom,
    NotLecturer,
    Question,
    Room,
    RoomError,
    RoomFull,
    Rooms,
    Store,
    TooLate,
    TooManyRooms,
    UnknownRoom,
)
from atlas.rooms import rooms as rooms_module
from atlas.rooms.codes import ALPHABET, LENGTH, as_code, new_code
from atlas.rooms.memory_store import MemoryStore
from atlas.rooms.new_room_limit import MOST_NEW, PERIOD, NewRoomLimit
from atlas.rooms.redis_store import RedisStore
from tests.support.redis_server import redis_server

ASKED, NEXT = Question("skin_of_root.L4", "abc"), Question("muscle_weak.S1", "def")
SEAT, OTHER = "a" * 16, "b" * 16
GRACE = rooms_module.GRACE


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def redis_address() -> Iterator[str]:
    with redis_server() as server:
        yield server.url


@pytest.fixture(params=["memory", "redis"])
def store(request, clock) -> Store:
    if request.param == "memory":
        return MemoryStore(100, clock)
    address = request.getfixturevalue("redis_address")
    redis.Redis.from_url(address).flushall()
    return RedisStore(address, 100)


@pytest.fixture
def rooms(store, clock) -> Rooms:
    return Rooms(store, clock)


def asking(rooms: Rooms) -> tuple[str, str]:
    room, secret = rooms.open()
    rooms.show(room.code, secret, 1, ASKED, False)
    return room.code, secret


def test_a_seat_counts_once_and_with_its_first_answer(rooms):
    code, secret = asking(rooms)
    for choice in ("L4", "L4", "S1"):
        assert rooms.answer(code, 1, SEAT, Answer(choice)).choice == "L4"
    rooms.answer(code, 1, OTHER, Answer("?", ("front", -3, 40)))
    room = rooms.room(code)
    assert rooms.count(room) == 2
    assert rooms.results(room) is None, "hidden until the lecturer shows them"
    results = rooms.results(rooms.show(code, secret, 1, ASKED, True))
    assert results.counts == {"L4": 1, "?": 1}
    assert results.taps == (("front", -3, 40),)


def test_who_joins_or_answers_has_one_seat(rooms, monkeypatch):
    monkeypatch.setattr(rooms_module, "MOST_SEATS", 2)
    code, _ = asking(rooms)
    room = rooms.room(code)
    assert rooms.seats(room) == 0
    rooms.join(code, SEAT)
    rooms.answer(code, 1, SEAT, Answer("L4"))
    rooms.answer(code, 1, OTHER, Answer("L4"))
    rooms.join(code, OTHER)
    assert rooms.seats(room) == 2
    with pytest.raises(RoomFull):
        rooms.join(code, "c" * 16)
    with pytest.raises(UnknownRoom):
        rooms.join("AAAAA", SEAT)
    with pytest.raises(ValueError, match="a seat has"):
        rooms.join(code, "nobody")


def test_answers_of_many_at_once_are_all_counted(rooms):
    code, secret = asking(rooms)
    seats = [f"{n:016x}" for n in range(100)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda seat: rooms.answer(code, 1, seat, Answer("L4")), seats * 3))
    assert rooms.results(rooms.show(code, secret, 1, ASKED, True)).counts == {"L4": 100}


def test_each_question_has_its_own_answers(rooms):
    code, secret = asking(rooms)
    rooms.answer(code, 1, SEAT, Answer("L4"))
    room = rooms.show(code, secret, 2, NEXT, False)
    assert (rooms.count(room), rooms.given(room, SEAT)) == (0, None)
    rooms.answer(code, 2, SEAT, Answer("S1"))
    assert rooms.given(room, SEAT) == Answer("S1")


def test_only_the_lecturer_leads(rooms):
    code, _ = asking(rooms)
    _, other_secret = rooms.open()
    for wrong in ("", "guess", other_secret):
        with pytest.raises(NotLecturer):
            rooms.show(code, wrong, 1, ASKED, True)
        with pytest.raises(NotLecturer):
            rooms.close(code, wrong)
    assert not rooms.room(code).revealed


@pytest.mark.parametrize(("number", "question"), [(3, NEXT), (0, NEXT), (1, NEXT)])
def test_a_question_out_of_turn_is_refused(rooms, number, question):
    code, secret = asking(rooms)
    before = rooms.room(code)
    with pytest.raises(RoomError):
        rooms.show(code, secret, number, question, False)
    assert rooms.room(code) == before


def test_the_same_request_of_the_lecturer_twice_changes_nothing(rooms):
    code, secret = asking(rooms)
    first = rooms.show(code, secret, 1, ASKED, True)
    assert rooms.show(code, secret, 1, ASKED, True) == first == rooms.room(code)


def test_an_answer_may_arrive_late_but_not_after_the_answers_have_been_seen(rooms, clock):
    code, secret = asking(rooms)
    with pytest.raises(TooLate):
        rooms.answer(code, 2, SEAT, Answer("L4"))
    rooms.show(code, secret, 1, ASKED, True)
    clock.now += GRACE
    rooms.answer(code, 1, SEAT, Answer("L4"))
    rooms.show(code, secret, 2, NEXT, False)
    clock.now += 1
    with pytest.raises(TooLate):
        rooms.answer(code, 1, OTHER, Answer("L4"))
    assert rooms.answer(code, 1, SEAT, Answer("S1")).choice == "L4", "what was counted can be asked for again"


def test_nothing_can_be_answered_before_the_first_question(rooms):
    room, _ = rooms.open()
    for number in (0, 1):
        with pytest.raises(TooLate):
            rooms.answer(room.code, number, SEAT, Answer("L4"))


def test_a_room_has_a_limited_number_of_seats(rooms, monkeypatch):
    monkeypatch.setattr(rooms_module, "MOST_SEATS", 3)
    code, secret = asking(rooms)
    for n in range(3):
        rooms.answer(code, 1, f"{n:016x}", Answer("L4"))
    with pytest.raises(RoomFull):
        rooms.answer(code, 1, SEAT, Answer("L4"))
    rooms.show(code, secret, 2, NEXT, False)
    assert rooms.answer(code, 2, f"{0:016x}", Answer("S1")).choice == "S1", "a seat stays a seat"


def test_a_server_has_a_limited_number_of_rooms_and_closed_ones_do_not_count(rooms, monkeypatch):
    monkeypatch.setattr(rooms_module, "MOST_ROOMS", 2)
    (room, secret), _ = rooms.open(), rooms.open()
    with pytest.raises(TooManyRooms):
        rooms.open()
    rooms.close(room.code, secret)
    rooms.open()


def test_a_closed_room_is_forgotten_with_its_answers(rooms, store):
    code, secret = asking(rooms)
    rooms.answer(code, 1, SEAT, Answer("L4"))
    rooms.close(code, secret)
    with pytest.raises(ClosedRoom):
        rooms.room(code)
    assert store.answers(code, 1) == {}


def test_only_a_room_that_its_lecturer_closed_is_said_to_be_closed(rooms, store):
    code, secret = asking(rooms)
    other = next(one for one in ("ACDEF", "FEDCA") if one != code)
    with pytest.raises(NotLecturer):
        rooms.close(code, "guessed")
    assert not store.was_closed(code)
    rooms.close(code, secret)
    for act in ACTS:
        with pytest.raises(ClosedRoom, match=f"{code} is closed"):
            act(rooms, code)
        with pytest.raises(UnknownRoom, match="Check it with the lecturer"):
            act(rooms, other)
    store.remove(other)
    assert not store.was_closed(other), "a code that nobody had is not kept"


def test_that_a_room_was_closed_is_kept_as_long_as_a_room_lives(clock):
    rooms = Rooms(MemoryStore(100, clock), clock)
    code, secret = asking(rooms)
    rooms.close(code, secret)
    clock.now += 99
    with pytest.raises(ClosedRoom):
        rooms.room(code)
    clock.now += 1
    with pytest.raises(UnknownRoom):
        rooms.room(code)


def test_redis_keeps_nothing_of_a_closed_room_but_its_code_for_a_while(redis_address):
    store = RedisStore(redis_address, 100)
    rooms = Rooms(store)
    code, secret = asking(rooms)
    rooms.answer(code, 1, SEAT, Answer("L4"))
    rooms.close(code, secret)
    kept = redis.Redis.from_url(redis_address, decode_responses=True)
    (key,) = [key for key in kept.scan_iter() if code in key]
    assert kept.get(key) == "" and 0 < kept.ttl(key) <= 100


def test_redis_forgets_a_room_with_its_seats_and_answers(redis_address):
    store = RedisStore(redis_address, 100)
    rooms = Rooms(store)
    code, secret = asking(rooms)
    rooms.answer(code, 1, SEAT, Answer("L4"))
    kept = redis.Redis.from_url(redis_address, decode_responses=True)
    keys = [key for key in kept.scan_iter() if code in key]
    assert len(keys) == 3
    for key in keys:
        kept.expire(key, 10)
    rooms.show(code, secret, 1, ASKED, True)
    rooms.answer(code, 1, OTHER, Answer("L4"))
    assert all(kept.ttl(key) > 10 for key in keys), "each change prolongs it"


def test_a_room_ends_after_its_lifetime_and_each_change_prolongs_it(clock):
    rooms = Rooms(MemoryStore(100, clock), clock)
    code, secret = asking(rooms)
    clock.now += 99
    rooms.show(code, secret, 1, ASKED, True)
    clock.now += 99
    rooms.room(code)
    clock.now += 1
    with pytest.raises(UnknownRoom):
        rooms.room(code)


@pytest.mark.parametrize("seat", ["", "a" * 15, "A" * 16, "a" * 33, "../../etc/passwd", "a" * 16 + "\n"])
def test_a_seat_that_is_none_is_refused(rooms, seat):
    code, _ = asking(rooms)
    with pytest.raises(ValueError, match="seat"):
        rooms.answer(code, 1, seat, Answer("L4"))


def test_codes_are_read_as_people_type_them():
    codes = [new_code() for _ in range(200)]
    assert all(as_code(f" {code[:2].lower()} {code[2:]} ") == code for code in codes)
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)
    for wrong in ("", "ABCD", "ACDEFH", "ACD0F", "ÄCDEF", "ACD-F"):
        assert as_code(wrong) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(JSON | st.fixed_dictionaries({"choice": JSON}, optional={"at": JSON}))
@settings(max_examples=200)
def test_forged_answers_are_refused_or_kept_as_they_are(value):
    try:
        answer = Answer.parse(value)
    except ValueError:
        return
    assert Answer.stored(answer.text) == answer


@given(st.integers(0, 9), st.booleans(), st.dictionaries(st.integers(1, 9), st.floats(0, 1e12)))
def test_a_room_is_stored_whole(number, revealed, shown_at):
    room = Room("ACDEF", 7, number, ASKED if number else None, revealed, shown_at)
    assert Room.stored("ACDEF", room.text) == room
    assert Room.stored("ACDEF", room.text).text == room.text, "a store compares texts"


def test_an_address_may_open_some_rooms_within_an_hour(clock):
    limit = NewRoomLimit(clock)
    assert all(limit.allows("one") for _ in range(MOST_NEW))
    assert not limit.allows("one")
    assert limit.allows("another")
    clock.now += PERIOD
    assert limit.allows("one")


Act = Callable[[Rooms, str], object]
ACTS: list[Act] = [
    lambda rooms, code: rooms.room(code),
    lambda rooms, code: rooms.show(code, "x", 1, ASKED, False),
    lambda rooms, code: rooms.answer(code, 1, SEAT, Answer("L4")),
    lambda rooms, code: rooms.close(code, "x"),
]


@pytest.mark.parametrize(("act", "code"), list(itertools.product(ACTS, ["ACDEF", "", "*", "nerve-atlas:room:*"])))
def test_a_room_that_does_not_exist_is_said_to_be_unknown(rooms, act, code):
    with pytest.raises(UnknownRoom):
        act(rooms, code)
