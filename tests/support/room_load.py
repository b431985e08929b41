"""Many simulated phones in one classroom, over real connections: each joins, polls and answers, again and again."""

from __future__ import annotations

import asyncio
import json
import random
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit

QUESTION = "skin_of_root.L4"
CHOICES = ("L2", "L3", "L4", "L5")
POLL, RETRY, WALL = 2.0, 0.3, 0.5
"""Seconds between the requests of a phone, of one whose request failed, and of the wall."""
PATIENCE = 90.0
"""Seconds within which a room must have all its answers, however slow the machine."""


def lead(address: str, method: str, path: str, body: object = None, secret: str = "") -> Any:
    """One request of the lecturer, sent again until it is answered; raises HTTPError when it is refused."""
    data = None if body is None else json.dumps(body).encode()
    until = time.monotonic() + PATIENCE
    while True:
        asked = urllib.request.Request(f"{address}/{path}", data, {"Authorization": f"Bearer {secret}"}, method=method)
        try:
            with urllib.request.urlopen(asked, timeout=10) as answer:
                return json.loads(answer.read() or b"null")
        except HTTPError as error:
            if error.code < 500 or time.monotonic() > until:
                raise
        except OSError:
            if time.monotonic() > until:
                raise
        time.sleep(RETRY)


@dataclass
class Room:
    """A room that is led by a test."""

    address: str
    code: str = ""
    secret: str = ""
    number: int = 0

    def open(self) -> Room:
        """Open it on the server."""
        answer = lead(self.address, "POST", "rooms")
        self.code, self.secret = answer["room"], answer["secret"]
        return self

    def show(self, revealed: bool) -> None:
        """Ask the next question, or show the answers to this one."""
        self.number += 0 if revealed else 1
        question = {"id": QUESTION, "seed": f"seed{self.number}"}
        body = {"number": self.number, "question": question, "revealed": revealed}
        lead(self.address, "PUT", f"rooms/{self.code}/question", body, self.secret)

    def wall(self) -> dict[str, Any]:
        """What the wall shows."""
        return lead(self.address, "GET", f"rooms/{self.code}")


@dataclass
class Phones:
    """The phones of a room. took: milliseconds of each answered request; failed: requests that were not answered."""

    room: Room
    count: int
    took: list[float] = field(default_factory=list)
    failed: int = 0
    last_confirmed: float = 0.0

    def expected(self, number: int) -> Counter[str]:
        """Choice → how many phones give it to a question."""
        return Counter(self._choice(phone, number) for phone in range(self.count))

    @staticmethod
    def _choice(phone: int, number: int) -> str:
        return CHOICES[(phone * 7 + number) % len(CHOICES)]

    async def join(self) -> None:
        """Every phone takes its seat, as before the first question."""
        await asyncio.gather(*(self._join(phone) for phone in range(self.count)))

    async def _join(self, phone: int) -> None:
        connection = _Connection(self.room.address)
        await asyncio.sleep(random.random() * POLL)
        while not await self._ask(connection, "PUT", f"rooms/{self.room.code}/seats/{phone:016x}", "{}"):
            await asyncio.sleep(RETRY)
        connection.close()

    async def answer(self, number: int) -> None:
        """Every phone polls until it sees the question, then answers until the answer is confirmed."""
        await asyncio.gather(*(self._phone(phone, number) for phone in range(self.count)))

    async def _phone(self, phone: int, number: int) -> None:
        seat = f"{phone:016x}"
        connection = _Connection(self.room.address)
        await asyncio.sleep(random.random() * POLL)
        while not await self._sees(connection, seat, number):
            await asyncio.sleep(RETRY if connection.is_closed else POLL)
        body = json.dumps({"choice": self._choice(phone, number), "at": ["front", phone, number]})
        while not await self._ask(connection, "PUT", f"rooms/{self.room.code}/answers/{number}/{seat}", body):
            await asyncio.sleep(RETRY)
        self.last_confirmed = max(self.last_confirmed, time.monotonic())
        connection.close()

    async def _sees(self, connection: _Connection, seat: str, number: int) -> bool:
        answer = await self._ask(connection, "GET", f"rooms/{self.room.code}?seat={seat}", "")
        return answer is not None and json.loads(answer)["number"] == number

    async def _ask(self, connection: _Connection, method: str, path: str, body: str) -> bytes | None:
        start = time.monotonic()
        try:
            status, answer = await asyncio.wait_for(connection.ask(method, path, body), 10)
        except (OSError, EOFError, TimeoutError, ValueError):
            connection.close()
            self.failed += 1
            return None
        if status >= 500:
            self.failed += 1
            return None
        assert status == 200, (status, answer)
        self.took.append((time.monotonic() - start) * 1000)
        return answer


class _Connection:
    """A connection that is opened again after it broke."""

    def __init__(self, address: str):
        place = urlsplit(address)
        self._host, self._port = place.hostname, place.port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    @property
    def is_closed(self) -> bool:
        return self._streams is None

    def close(self) -> None:
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def ask(self, method: str, path: str, body: str) -> tuple[int, bytes]:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        head = f"{method} /{path} HTTP/1.1\r\nHost: {self._host}\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write((head + body).encode())
        await writer.drain()
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
        content = await reader.readexactly(int(headers.get("content-length", 0)))
        return int(lines[0].split()[1]), content
