"""A small draw of what `make fuzz` sends by the hundred thousand."""

from pathlib import Path

import pytest

from atlas.web.app import create_app
from tests.fuzz.__main__ import known
from tests.fuzz.addresses import addresses
from tests.fuzz.asking import Asked, Asker
from tests.fuzz.bodies import bodies
from tests.fuzz.files import resealed, sealed
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.limb import TAKING
from tests.fuzz.wire import torn
from tests.support.limbs import TINY, copy_of

SEED = 20


@pytest.fixture(scope="module")
def server():
    return create_app(TINY).server


def test_bodies_are_refused_with_a_reason(server) -> None:
    asker = Asker(server)
    with asker:
        for asked in bodies(1500, SEED):
            asker.ask(asked)
    assert not asker.wrong, asker.told
    assert set(asker.statuses) <= {400, 413, 415}


def test_addresses_are_answered_or_refused(server) -> None:
    asker = Asker(server)
    with asker:
        for asked in addresses(1500, known(server), SEED):
            asker.ask(asked)
    assert not asker.wrong, asker.told
    assert max(asker.statuses) < 500


def test_the_server_survives_what_is_torn() -> None:
    assert torn(60, SEED)


def test_a_spoilt_file_is_refused_by_its_name(tmp_path: Path) -> None:
    found = sealed(copy_of(TINY, tmp_path), 60, SEED)
    assert found.placed == found.count == 60, found.wrong


def test_the_checker_alone_refuses_with_a_place_or_lets_it_through_sound(tmp_path: Path) -> None:
    found = resealed(copy_of(TINY, tmp_path), 25, SEED, every=3)
    assert not found.wrong
    assert found.placed == found.refused
    assert found.refused + sum(found.kept.values()) == found.count


def test_what_is_wrong_is_noticed(server) -> None:
    """The search must not pass because it looks for the wrong thing."""
    server = create_app(TINY).server
    server.view_functions["robots"] = lambda: 1 / 0
    asker = Asker(server)
    with asker:
        status, _ = asker.ask(Asked(path=b"/robots.txt"))
    assert status == 500
    assert asker.wrong["status"] == 1
    assert asker.wrong["traceback"]


def test_there_are_fifty_texts_and_many_columns_for_them() -> None:
    assert len(set(HOSTILE)) == 50
    assert sum(map(len, TAKING.values())) > 70
