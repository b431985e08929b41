"""Torn and malformed requests over a real connection: the server answers or hangs up, and goes on."""

from __future__ import annotations

import logging
import socket
import urllib.request
from collections import Counter
from random import Random
from urllib.parse import urlsplit

from tests.fuzz.bodies import KINDS, bodies
from tests.support.limbs import TINY
from tests.support.serving import serving

LINES = (b"GET / HTTP/1.1", b"GET / HTTP/9.9", b"get / http/1.1", b"GET  /  HTTP/1.1", b"GET /\xff\x00 HTTP/1.1", b"\x16\x03\x01\x02",
         b"GET http://x/ HTTP/1.1", b"OPTIONS * HTTP/1.1", b"POST /_dash-update-component HTTP/1.1", b"", b"GET /" + b"x" * 40_000,
         b"PRI * HTTP/2.0", b"GET / HTTP/1.1\r\nX: " + b"y" * 300_000)  # fmt: skip
HEADS = (b"Host: x", b"Host: \xff", b"Content-Length: -1", b"Content-Length: 5", b"Content-Length: 99999999999", b"Content-Length: x",
         b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked", b" folded", b"no colon", b": empty", b"A" * 9000 + b": x",
         b"Expect: 100-continue", b"Connection: close", b"Upgrade: websocket", b"Content-Type: application/json")  # fmt: skip
REST = (b"", b"{}", b"5\r\nhello\r\n0\r\n\r\n", b"ffffffffffffffff\r\n", b"zz\r\n", b"\0" * 100, b"x" * 70_000)

UNKNOWN = "501"
"""What waitress says itself to ways of sending that it does not know: no fault, but the word for it."""


def _torn(random: Random) -> bytes:
    heads = [random.choice(HEADS) for _ in range(random.randrange(5))]
    return b"\r\n".join([random.choice(LINES), *heads, b"", b""])[
        : random.choice((None, None, None, 20))
    ] + random.choice(REST)


def _sent(place: tuple[str, int], content: bytes) -> str:
    with socket.create_connection(place, 5) as wire:
        wire.settimeout(5)
        try:
            wire.sendall(content)
            wire.shutdown(socket.SHUT_WR)
            answer = wire.recv(4096)
        except TimeoutError:
            return "silent"
        except OSError:
            return "hung up"
    return answer[9:12].decode("latin-1") if answer else "hung up"


def torn(count: int, seed: int = 1) -> bool:
    """Send them, half torn and half bodies in proper requests; says what came back, and whether all of it was right."""
    random, came, told = Random(seed), Counter[str](), []
    watching = logging.Handler(logging.ERROR)
    watching.emit = lambda record: told.append(record.getMessage()[:300])
    with serving(TINY) as address:
        place = (urlsplit(address).hostname, urlsplit(address).port)
        logging.getLogger().addHandler(watching)
        for _ in range(count // 2):
            came[_sent(place, _torn(random))] += 1
        for asked in bodies(count // 2, seed):
            head = (
                f"POST {asked.path.decode()} HTTP/1.0\r\nContent-Type: {KINDS[0]}\r\nContent-Length: {len(asked.body)}"
            )
            came[_sent(place, head.encode() + b"\r\n\r\n" + asked.body)] += 1
        alive = urllib.request.urlopen(address, timeout=10).status == 200
        logging.getLogger().removeHandler(watching)
    wrong = sum(
        many for status, many in came.items() if (status.startswith("5") and status != UNKNOWN) or status == "silent"
    )
    print(
        f"{count} over the wire: {dict(came)}; wrong: {wrong}; logged: {len(told)}; {'still there' if alive else 'gone'}"
    )
    for line in told[:3]:
        print(f"  {line}")
    return alive and not wrong and not told
