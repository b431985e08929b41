"""A classroom on two processes and a real store, while a process and the store are killed: every answer counts once."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.redis_server import RedisServer, redis_server
from tests.support.room_load import PATIENCE, Phones, Room
from tests.support.serving import free_port

ROOT = Path(__file__).parents[2]
SEATS = 400
STARTS = 240

pytestmark = pytest.mark.slow


@contextmanager
def hosted(store: str) -> Iterator[tuple[str, int]]:
    """The address of the atlas on two processes, and the process that started them."""
    port = free_port()
    settings = {"PORT": str(port), "WEB_CONCURRENCY": "2", "NERVE_ATLAS_ROOMS": store}
    process = subprocess.Popen(
        [sys.executable, "-m", "atlas.web.host"],
        cwd=ROOT,
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + STARTS
        while not _answers(address):
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.2)
        yield address, process.pid
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # with its workers
        process.wait()


def _answers(address: str) -> bool:
    try:
        Room(address).open()
    except OSError:
        return False
    return True


def workers(parent: int) -> list[int]:
    """The processes that answer, which a server starts beside Python's own resource tracker."""
    found = []
    for task in Path(f"/proc/{parent}/task").iterdir():
        for child in (task / "children").read_text().split():
            command = Path(f"/proc/{child}/cmdline").read_text()
            if "resource_tracker" not in command:
                found.append(int(child))
    return found


def lecture(room: Room, phones: Phones, harm) -> None:
    """Ask one question; when about half of the phones have answered, do harm. Then show the answers."""
    room.show(revealed=False)
    answering = threading.Thread(target=lambda: asyncio.run(phones.answer(room.number)), daemon=True)
    answering.start()
    if harm:
        wait_for(room, phones.count // 2)
        harm()
    answering.join(PATIENCE)
    assert not answering.is_alive(), "a phone has no confirmation"
    wall = room.wall()
    assert (wall["answers"], wall["seats"]) == (phones.count, phones.count)
    room.show(revealed=True)
    results = room.wall()["results"]
    assert results["counts"] == dict(phones.expected(room.number))
    assert len(results["taps"]) == phones.count


def wait_for(room: Room, answers: int) -> None:
    until = time.monotonic() + PATIENCE
    while room.wall()["answers"] < answers:
        assert time.monotonic() < until
        time.sleep(0.05)


def restart(store: RedisServer) -> None:
    store.kill()
    time.sleep(1)
    store.start()


def test_no_answer_is_lost_and_none_counted_twice() -> None:
    with redis_server() as store, hosted(store.url) as (address, parent):
        room = Room(address).open()
        phones = Phones(room, SEATS)
        # in a thread of its own: a browser test that ran before leaves its event loop running in this one
        with ThreadPoolExecutor(1) as pool:
            pool.submit(asyncio.run, phones.join()).result()
        assert room.wall()["seats"] == SEATS
        lecture(room, phones, None)
        before = workers(parent)
        assert len(before) == 2
        lecture(room, phones, lambda: os.kill(before[0], signal.SIGKILL))
        lecture(room, phones, lambda: restart(store))
        assert phones.failed, "the harm was felt"
