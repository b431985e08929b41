"""`make bench ARGS=rooms`: a classroom of 400 and of 1,000 phones, with its store in memory and in Redis."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from contextlib import ExitStack
from statistics import quantiles

from tests.bench.report import table, write
from tests.bench.running import granian, running
from tests.support.redis_server import redis_server
from tests.support.room_load import Phones, Room
from tests.support.serving import free_port

SEATS = (400, 1000)
QUESTIONS = 3


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
    delays = []
    for _ in range(QUESTIONS):
        room.show(revealed=False)
        delays.append(_wall_delay(room, phones))
        room.show(revealed=True)
    parts = quantiles(phones.took, n=100)
    requests = f"{len(phones.took):,}"
    return [name, seats, requests, phones.failed, f"{parts[49]:.0f}", f"{parts[98]:.0f}", f"{max(delays):.1f}"]


def rooms() -> None:
    """Measure and write a table."""
    rows = []
    with ExitStack() as open_:
        command = [sys.executable, "-m", "atlas", "room", "--host", "127.0.0.1", "--port", "0"]
        memory = open_.enter_context(running(command)).address
        store = open_.enter_context(redis_server())
        os.environ["NERVE_ATLAS_ROOMS"] = store.url
        port = free_port()
        shared = open_.enter_context(running(granian(2, port), port)).address
        del os.environ["NERVE_ATLAS_ROOMS"]
        for seats in SEATS:
            rows.append(_line("`nerve-atlas room`, in memory", memory, seats))
            rows.append(_line("Granian, 2 workers, Redis with `appendfsync always`", shared, seats))
    header = ["server", "phones", "requests", "failed", "p50 ms", "p99 ms", "wall complete after s"]
    body = f"{QUESTIONS} questions each. Every phone asks every two seconds; phones and server share the cores.\n\n"
    write("rooms", "Classrooms", "make bench ARGS=rooms", body + table(header, rows))
