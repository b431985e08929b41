"""`make bench ARGS=rooms`: a classroom of 400 and of 1,000 phones, with its store in memory and in Redis."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from statistics import quantiles
from unittest.mock import patch

from tests.bench.report import table, write
from tests.bench.running import Running, granian, running
from tests.support.redis_server import redis_server
from tests.support.room_load import Phones, Room
from tests.support.serving import free_port

SEATS = (400, 1000)
QUESTIONS = 3
IDLE = 0.05
"""Seconds of processor time within a second that a server without requests may use."""


def _wall_delay(room: Room, phones: Phones) -> float:
    """Seconds from the last confirmed answer until the wall, which asks every half second, has them all."""
    answering = threading.Thread(target=lambda: asyncio.run(phones.answer(room.number)))
    answering.start()
    while True:
        complete = room.wall()["answers"] == phones.count
        seen = time.monotonic()
        if complete and not answering.is_alive():
            return max(0.0, seen - phones.last_confirmed)
        time.sleep(0.5)


def _line(name: str, address: str, seats: int) -> list[object]:
    room = Room(address).open()
    phones = Phones(room, seats)
    asyncio.run(phones.join())
    delays = []
    for _ in range(QUESTIONS):
        room.show(revealed=False)
        delays.append(_wall_delay(room, phones))
        room.show(revealed=True)
    parts = quantiles(phones.took, n=100)
    requests = f"{len(phones.took):,}"
    return [name, seats, requests, phones.failed, f"{parts[49]:.0f}", f"{parts[98]:.0f}", f"{max(delays):.1f}"]


def _lines(name: str, server: Running) -> list[list[object]]:
    _settle(server)
    return [_line(name, server.address, seats) for seats in SEATS]


def _settle(server: Running) -> None:
    """Wait until no process of the server is still starting: one answers before the other is ready."""
    while True:
        family = [server.process, *server.process.children(recursive=True)]
        before = sum(sum(one.cpu_times()[:2]) for one in family)
        time.sleep(1)
        if sum(sum(one.cpu_times()[:2]) for one in family) - before < IDLE:
            return


def rooms() -> None:
    """Measure and write a table."""
    rows = []
    command = [sys.executable, "-m", "atlas", "room", "--host", "127.0.0.1", "--port", "0"]
    with running(command) as memory:
        rows += _lines("`nerve-atlas room`, in memory", memory)
    port = free_port()
    with (
        redis_server() as store,
        patch.dict(os.environ, NERVE_ATLAS_ROOMS=store.url),
        running(granian(2, port), port) as shared,
    ):
        rows += _lines("Granian, 2 workers, Redis with `appendfsync always`", shared)
    header = ["server", "phones", "requests", "failed", "p50 ms", "p99 ms", "wall complete after s"]
    body = f"{QUESTIONS} questions each. Every phone asks every two seconds; phones and server share the cores.\n\n"
    write("rooms", "Classrooms", "make bench ARGS=rooms", body + table(header, rows))
