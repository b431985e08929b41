"""Addresses, queries, methods and heads: the server's own ones, spoilt, and ones that nobody would write by accident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from tests.fuzz.asking import MARK, Asked
from tests.fuzz.hostile import HOSTILE, PARAMETERS

METHODS = ("GET",) * 14 + ("HEAD", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW", "CONNECT")
PARTS = (b"..", b".", b"", b"%2e%2e", b"%00", b"\x00", b"\xff\xfe", b"~", b"de", b"es", b"latin", b"assets", b"data",
         b"_dash-layout", b"_dash-update-component", b"_dash-component-suites", b"_mcp", b"static", b"x" * 300,
         f"<{MARK}>".encode(), "é\N{GRINNING FACE}".encode(), b"a;b", b"a\r\nX: b", b"con", b"C:\\x", b"{x}", b"<file>",
         b"etc", b"passwd", b"setup.cfg", b"__pycache__", b"anatomy/roots.csv", b"MANIFEST.sha256")  # fmt: skip
HEADS = (
    *({"Host": host} for host in ("evil.example", "a b", "\xff", "", "[::1", "x" * 300, f"<{MARK}>", "a:b:c", "localhost:99999")),
    *({"Accept": accept} for accept in ("text/html", "*/*;q=x", ";;;", "text/html;q=-1", "a" * 500, "\xff", f"<{MARK}>")),
    *({"Accept-Encoding": way} for way in ("gzip", "br", "identity;q=0", "gzip;q=nan", ",,,", "\xff")),
    *({"Range": span} for span in ("bytes=0-0", "bytes=9-1", "bytes=-", "lines=1", "bytes=0-18446744073709551616")),
    *({"If-None-Match": tag} for tag in ('"x"', "*", 'W/"', '"' * 99)),
    *({"If-Modified-Since": date} for date in ("x", "Thu, 99 Foo 2026 99:99:99 GMT")),
    {"Cookie": "a=b; =; \xff"}, {"X-Forwarded-Prefix": "/<x>"}, {"X-Forwarded-Host": "evil.example"},
    {"Content-Length": "-1"}, {"Content-Type": "\xff"}, {"Transfer-Encoding": "chunked"},
    {"X-HTTP-Method-Override": "DELETE"}, {"Authorization": "Basic \xff"}, {"Expect": "200"}, {},
)  # fmt: skip


def _path(random: Random, known: Sequence[str]) -> bytes:
    sort = random.random()
    own = bytearray(random.choice(known).encode())
    if sort < 0.3:
        return bytes(own)
    if sort < 0.6:
        for _ in range(random.randrange(1, 4)):
            at = random.randrange(len(own) + 1)
            own[at : at + random.randrange(3)] = random.choice((random.randbytes(1), random.choice(PARTS), b"/", b"//"))
        return bytes(own)
    if sort < 0.95:
        return b"/" + b"/".join(random.choice(PARTS) for _ in range(random.randrange(1, 6)))
    return random.choice(
        (b"", b"*", b"x", b"/" * 500, b"http://evil.example/", b"/" + b"x" * 9000, b"\xff", b"//evil.example/de")
    )


def _query(random: Random) -> bytes:
    sort = random.random()
    if sort < 0.3:
        return b""
    if sort < 0.8:
        pairs = (
            random.choice((*PARAMETERS, "names", "x", "")).encode()
            + b"="
            + random.choice(HOSTILE).encode("utf-8", "replace")
            for _ in range(random.randrange(1, 5))
        )
        return b"&".join(pairs)
    if sort < 0.98:
        return random.randbytes(random.randrange(1, 60))
    return b"a=" * random.randrange(4500) + b"%"


def addresses(count: int, known: Sequence[str], seed: int = 1) -> Iterator[Asked]:
    """Requests. `known`: addresses that are answered."""
    random = Random(seed)
    for _ in range(count):
        method, headers = random.choice(METHODS), random.choice(HEADS) if random.random() < 0.4 else {}
        body = random.randbytes(random.randrange(40)) if method in ("POST", "PUT", "PATCH") else b""
        yield Asked(method, _path(random, known), _query(random), headers, body, random.choice(("", "text/html")))
