"""Many connections to a server of this machine at once, each asking again and again: what they got, and how soon.

A small client of its own, since the cores are shared with the server: per answer it costs a tenth of what the known
libraries cost. It keeps connections open as browsers do, and counts an answer that breaks off as failed. A connection
that the server closes between two questions is reopened, as browsers do.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.bench.timing import quantile

_STATUS = re.compile(rb"HTTP/1\.\d (\d{3}) ")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CLOSES = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)
PATIENCE = 30
"""Seconds after which a question without an answer has failed."""


@dataclass
class Tally:
    """What came back: milliseconds of the answers, and the moments and reasons of failures (`time.perf_counter`)."""

    took: list[float] = field(default_factory=list)
    failed: list[tuple[float, str]] = field(default_factory=list)
    received: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Answers in a second."""
        return len(self.took) / self.seconds

    def at(self, share: float) -> float:
        """Milliseconds within which this share of the answers came."""
        return quantile(self.took, share) if self.took else float("nan")


class _Visitor(asyncio.Protocol):
    def __init__(self, crowd: _Crowd):
        self.crowd, self.turn = crowd, random.randrange(len(crowd.asked))
        self.transport: asyncio.Transport | None = None
        self.since, self.buffer, self.whole = 0.0, b"", 0
        self.next: asyncio.Handle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport, self.since, self.buffer, self.whole = transport, 0.0, b"", 0
        self.ask_later()

    def ask_later(self) -> None:
        if self.next:  # it stood for a connection that the server has closed since
            self.next.cancel()
        self.next = self.crowd.later(self.ask)

    def ask(self) -> None:
        if self.crowd.over or self.transport is None or self.transport.is_closing():
            return
        self.turn, self.since = self.turn + 1, time.perf_counter()
        self.buffer, self.whole = b"", 0
        self.transport.write(self.crowd.asked[self.turn % len(self.crowd.asked)])

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if not self.whole and (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            length = _LENGTH.search(self.buffer, 0, end + 2)
            # an answer of unknown length comes in pieces, the last of them empty
            self.whole = end + 4 + int(length[1]) if length else 0
        if len(self.buffer) >= self.whole if self.whole else self.buffer.endswith(b"\r\n0\r\n\r\n"):
            self.answered()

    def answered(self) -> None:
        head, tally = self.buffer[:2000], self.crowd.tally
        now, since, self.since = time.perf_counter(), self.since, 0.0
        told = _STATUS.match(head)
        tally.received += len(self.buffer)
        if told and self.crowd.fine(int(told[1])):
            tally.took.append((now - since) * 1000)
        else:
            tally.failed.append((now, told[1].decode() if told else "no HTTP"))
        if _CLOSES.search(head[: head.find(b"\r\n\r\n") + 2]):
            self.transport.close()
        else:
            self.ask_later()

    def connection_lost(self, error: Exception | None) -> None:
        if self.since and not self.crowd.over:
            self.crowd.tally.failed.append((time.perf_counter(), "broken off"))
        self.since, self.transport = 0.0, None
        if not self.crowd.over:
            self.crowd.open(self)


class _Crowd:
    def __init__(self, address: str, asked: Sequence[bytes], every: float, fine: Callable[[int], bool]):
        self.at, self.asked, self.every, self.fine = urlsplit(address), asked, every, fine
        self.tally, self.over, self.visitors = Tally(), False, []
        self.opening: set[asyncio.Task] = set()

    def later(self, work: Callable[[], None]) -> asyncio.Handle:
        loop = asyncio.get_running_loop()
        return loop.call_later(random.uniform(0.5, 1.5) * self.every, work) if self.every else loop.call_soon(work)

    def open(self, visitor: _Visitor) -> None:
        task = asyncio.ensure_future(self._connected(visitor))
        self.opening.add(task)
        task.add_done_callback(self.opening.discard)

    async def _connected(self, visitor: _Visitor) -> None:
        while not self.over:
            try:
                await asyncio.get_running_loop().create_connection(lambda: visitor, self.at.hostname, self.at.port)
                return
            except OSError as error:
                self.tally.failed.append((time.perf_counter(), f"no connection: {error.strerror}"))
                await asyncio.sleep(0.2)

    async def go(self, connections: int, seconds: float) -> Tally:
        start = time.perf_counter()
        self.visitors = [_Visitor(self) for _ in range(connections)]
        for visitor in self.visitors:
            self.open(visitor)
        await asyncio.sleep(seconds)
        self.over, self.tally.seconds = True, time.perf_counter() - start
        now = time.perf_counter()
        waits = [now - one.since for one in self.visitors if one.since]
        self.tally.failed += [(now, "no answer") for wait in waits if wait > PATIENCE]
        # who still waits has waited at least so long, and must not be left out because nothing came
        self.tally.took += [wait * 1000 for wait in waits if 1 < wait <= PATIENCE]
        for visitor in self.visitors:
            if visitor.transport:
                visitor.transport.abort()
        return self.tally


def question(address: str, path: str, body: bytes | None = None) -> bytes:
    """A question in HTTP/1.1 that keeps the connection; with a body it is a POST of JSON."""
    lines = [f"{'GET' if body is None else 'POST'} {path} HTTP/1.1", f"Host: {urlsplit(address).netloc}"]
    lines += ["Accept-Encoding: gzip", "Connection: keep-alive"]
    lines += [] if body is None else ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


def visit(
    address: str,
    asked: Sequence[bytes],
    connections: int,
    seconds: float,
    every: float = 0,
    fine: Callable = (200).__eq__,
) -> Tally:
    """Let so many connections ask in turn for some seconds, each about `every` so many seconds, or at once again."""
    return asyncio.run(_Crowd(address, asked, every, fine).go(connections, seconds))


def reasons(tally: Tally) -> str:
    """Failures in words: how many of each."""
    kinds = sorted(reason for _, reason in tally.failed)
    return ", ".join(f"{len(list(group))} × {reason}" for reason, group in itertools.groupby(kinds)) or "none"
