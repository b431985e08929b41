"""Classrooms over HTTP: statuses, tags and limits, and that nothing forged is kept."""

import json
from collections.abc import Iterator
from itertools import count
from urllib.parse import urljoin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.rooms import Rooms, StoreFailure
from atlas.rooms.memory_store import MemoryStore
from atlas.rooms.new_room_limit import MOST_NEW
from atlas.web.app import create_app
from atlas.web.room_messages import MOST_BYTES
from atlas.web.wsgi import configured

QUESTION = {"id": "skin_of_root.L4", "seed": "abc"}
SEAT = "a" * 16
ADDRESSES = count()


@pytest.fixture(scope="module")
def app():
    return create_app(rooms=Rooms(MemoryStore(1000))).server


@pytest.fixture
def client(app) -> Iterator:
    # each test has an address of its own, so that the limit of one does not refuse another
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = str(next(ADDRESSES))
    return client


def opened(client) -> tuple[str, dict[str, str]]:
    answer = client.post("/rooms")
    assert answer.status_code == 201
    return answer.json["room"], {"Authorization": f"Bearer {answer.json['secret']}"}


def ask(client, code, lead, number=1, question=QUESTION, revealed=False):
    body = {"number": number, "question": question, "revealed": revealed}
    return client.put(f"/rooms/{code}/question", json=body, headers=lead)


def test_a_lecture_from_opening_to_closing(client):
    code, lead = opened(client)
    assert ask(client, code, lead).status_code == 200
    seen = client.get(f"/rooms/{code.lower()}?seat={SEAT}")
    assert (seen.json["question"], seen.json["given"]) == (QUESTION, None)
    assert "answers" not in seen.json, "a phone does not change with each answer of another"
    given = {"choice": "L4", "at": ["front", 12, -7]}
    assert client.put(f"/rooms/{code}/answers/1/{SEAT}", json=given).json == {"given": "L4"}
    wall = client.get(f"/rooms/{code}").json
    assert (wall["answers"], wall["results"]) == (1, None)
    ask(client, code, lead, revealed=True)
    wall = client.get(f"/rooms/{code}").json
    assert wall["results"] == {"counts": {"L4": 1}, "taps": [["front", 12, -7]]}
    assert client.get(f"/rooms/{code}?seat={SEAT}").json["given"] == "L4"
    assert client.delete(f"/rooms/{code}", headers=lead).status_code == 204
    assert client.get(f"/rooms/{code}").status_code == 410, "closed, which an unknown code is not"


def test_a_seat_joins_once_however_often_it_asks(client):
    code, _ = opened(client)
    for seat in (SEAT, "b" * 16, SEAT):
        assert client.put(f"/rooms/{code}/seats/{seat}", json={}).status_code == 200
    assert client.get(f"/rooms/{code}").json["seats"] == 2
    assert client.put(f"/rooms/{code}/seats/nobody", json={}).status_code == 400
    assert client.put(f"/rooms/AAAAA/seats/{SEAT}", json={}).status_code == 404


@pytest.mark.parametrize(
    ("question", "choice", "status"),
    [
        ("tour.foot-drop.2", "foot-drop.2.d", 200),
        ("tour.foot-drop.5", "dorsum_central", 200),  # answered by a tap
        ("tour.foot-drop.2", "foot-drop.2.z", 400),
        ("tour.foot-drop.1", None, 400),  # the step asks nothing
        ("tour.foot-drop.99", None, 400),
        ("tour.nowhere.1", None, 400),
    ],
)
def test_a_tour_s_question_and_its_choices_are_known(client, question, choice, status):
    code, lead = opened(client)
    asked = ask(client, code, lead, question={"id": question, "seed": "a"})
    if choice is None:
        assert asked.status_code == status
        return
    assert asked.status_code == 200
    assert client.put(f"/rooms/{code}/answers/1/{SEAT}", json={"choice": choice}).status_code == status


@pytest.mark.parametrize("page", ["", "de/", "es/"])
def test_the_short_address_keeps_the_language_of_the_wall(client, page):
    answer = client.get(f"/{page}r/ACDEF")
    assert answer.status_code == 302
    target = urljoin(f"http://hall/{page}r/ACDEF", answer.headers["Location"])
    assert target == f"http://hall/{page}?mode=quiz&room=ACDEF"
    assert client.get(target.removeprefix("http://hall")).status_code == 200


def test_the_shortest_address_opens_the_page_where_rooms_begin(client):
    answer = client.get("/r")
    assert (answer.status_code, answer.headers["Location"]) == (302, "./?mode=quiz&room=new")


def test_an_unchanged_room_costs_no_body(client):
    code, lead = opened(client)
    address = f"/rooms/{code}?seat={SEAT}"
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    ask(client, code, lead)
    changed = client.get(address, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


def test_the_short_address_opens_the_page_in_the_room(client):
    answer = client.get("/r/acdef")
    assert (answer.status_code, answer.headers["Location"]) == (302, "../?mode=quiz&room=ACDEF")
    hostile = client.get("/r/%22%3E%3Cscript")
    assert hostile.headers["Location"] == "../?mode=quiz&room=%22%3E%3Cscript"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "not JSON"),
        (b"[" * 400, "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", "an answer is"),
        (b'{"choice": "no_such_place"}', "nothing with the id no_such_place"),
        (b'{"choice": "L4", "name": "Anna"}', "an answer is"),
        (b'{"choice": "L4", "at": ["front", 1.5, 2]}', "a tap is"),
        (b'{"choice": "L4", "at": ["front", true, 2]}', "a tap is"),
        (b'{"choice": "L4", "at": ["front", 1000000, 2]}', "a tap is"),
        (b'{"choice": "L4", "at": ["../x", 1, 2]}', "a tap is"),
        (b'{"choice": "' + b"L" * MOST_BYTES + b'"}', "too large"),
    ],
)
def test_a_forged_answer_is_refused_with_what_would_be_right(client, body, said):
    code, lead = opened(client)
    ask(client, code, lead)
    answer = client.put(f"/rooms/{code}/answers/1/{SEAT}", data=body)
    assert answer.status_code == 400
    assert said.lower() in answer.json["error"].lower()
    assert client.get(f"/rooms/{code}").json["answers"] == 0


@pytest.mark.parametrize(
    ("number", "question", "status"),
    [
        (1, {"id": "skin_of_root.L99", "seed": "a"}, 400),
        (1, {"id": "nonsense.L4", "seed": "a"}, 400),
        (1, {"id": "skin_of_root.L4", "seed": "<b>"}, 400),
        (1, "skin_of_root.L4", 400),
        (-1, QUESTION, 400),
        (True, QUESTION, 400),
        (7, QUESTION, 409),
    ],
)
def test_a_forged_question_is_refused(client, number, question, status):
    code, lead = opened(client)
    assert ask(client, code, lead, number, question).status_code == status
    assert client.get(f"/rooms/{code}").json["number"] == 0


@pytest.mark.parametrize("lead", [{}, {"Authorization": "Bearer x"}, {"Authorization": "Basic x"}])
def test_who_does_not_lead_is_refused(client, lead):
    code, _ = opened(client)
    assert ask(client, code, lead).status_code == 403
    assert client.delete(f"/rooms/{code}", headers=lead).status_code == 403


@pytest.mark.parametrize("path", ["/rooms/AAAAA", "/rooms/%F0%9F%A6%B5", "/rooms/..", "/rooms/" + "A" * 500])
def test_a_room_that_does_not_exist_is_404(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("number", ["x", "-1", "9" * 5000, "٣", "0", "7"])
def test_a_number_that_is_none_is_refused(client, number):
    code, lead = opened(client)
    ask(client, code, lead)
    assert client.put(f"/rooms/{code}/answers/{number}/{SEAT}", json={"choice": "L4"}).status_code in (400, 409)


def test_one_address_cannot_take_all_rooms(client):
    assert [client.post("/rooms").status_code for _ in range(MOST_NEW + 1)] == [201] * MOST_NEW + [429]


def test_a_store_that_is_gone_asks_for_the_same_request_again(client, monkeypatch):
    code, lead = opened(client)
    ask(client, code, lead)

    def gone(*_):
        raise StoreFailure("gone")

    with monkeypatch.context() as broken:
        for name in ("read", "create"):
            broken.setattr(MemoryStore, name, gone)
        answers = [
            client.get(f"/rooms/{code}"),
            client.put(f"/rooms/{code}/answers/1/{SEAT}", json={"choice": "L4"}),
            ask(client, code, lead),
            client.post("/rooms"),
        ]
    assert [(answer.status_code, answer.headers["Retry-After"]) for answer in answers] == [(503, "2")] * 4
    assert client.put(f"/rooms/{code}/answers/1/{SEAT}", json={"choice": "L4"}).status_code == 200


@given(
    st.sampled_from(["GET", "PUT", "POST", "DELETE", "PATCH"]),
    st.lists(st.text(max_size=12), max_size=4),
    st.binary(max_size=600),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_request_breaks_the_server(client, method, parts, body):
    path = "/rooms/" + "/".join(part.replace("\r", "").replace("\n", "") for part in parts)
    assert client.open(path, method=method, data=body).status_code < 500


def test_an_atlas_without_rooms_has_no_such_address():
    client = create_app().server.test_client()
    assert client.post("/rooms").status_code == 404
    page = client.get("/").text
    assert "rooms" not in json.loads(
        page.split('data-answers="')[1].split('"')[0].replace("&quot;", '"').replace("&#x27;", "'")
    )


def test_a_store_with_an_address_that_is_none_is_refused():
    with pytest.raises(ValueError, match="NERVE_ATLAS_ROOMS is 'localhost', which is no such address"):
        configured({"NERVE_ATLAS_ROOMS": "localhost"})
