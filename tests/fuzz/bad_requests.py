"""Strategies for requests that no browser sends, and what no answer to them may contain."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import Flask
from hypothesis import strategies as st
from werkzeug.test import run_wsgi_app

from tests.fuzz.hostile import HOSTILE, MARK, PARAMETERS

METHODS = ("GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW", "CONNECT")
PIECES = (b"..", b".", b"", b"%2e%2e", b"%00", b"\x00", b"\xff\xfe", b"~", b"de", b"es", b"latin", b"assets", b"data",
          b"_dash-layout", b"_dash-update-component", b"_dash-component-suites", b"static", b"x" * 300, b"/" * 9,
          f"<{MARK}>".encode(), "é\N{GRINNING FACE}".encode(), b"a;b", b"a\r\nX: b", b"{x}", b"setup.cfg",
          b"anatomy/roots.csv", b"MANIFEST.sha256", b"x" * 9000)  # fmt: skip
HEADERS = ("Host", "Accept", "Accept-Encoding", "Range", "If-None-Match", "If-Modified-Since", "Cookie",
           "If-Range", "If-Match", "X-Forwarded-Prefix", "X-Forwarded-Host", "X-HTTP-Method-Override", "Authorization",
           "Expect", "Content-Encoding", "Transfer-Encoding", "Accept-Language")  # fmt: skip
VALUES = ("evil.example", "[::1", "a:b:c", "*/*;q=x", "text/html;q=-1", "gzip;q=nan", "identity;q=0", "bytes=9-1",
          "bytes=0-18446744073709551616", "bytes=1-4", "bytes=-5", "bytes=0-1,3-4", "Bearer ", "x" * 40_000,
          'W/"', "*", "Thu, 99 Foo 2026 99:99:99 GMT", f"<{MARK}>", "DELETE")  # fmt: skip
BODY_TYPES = ("", "application/json", "text/plain", "application/json\x00", "multipart/form-data; boundary=x")
latin1 = st.text(st.characters(max_codepoint=255, exclude_categories=()), max_size=40)


@dataclass(frozen=True)
class BadRequest:
    """A request as bytes, before any percent-encoding is decoded."""

    method: str
    path: bytes
    query: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    body_type: str = ""

    def environ(self) -> dict[str, object]:
        """The WSGI environment that a server makes of it."""
        environ: dict[str, object] = {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": self.path.decode("latin-1"),
            "QUERY_STRING": self.query.decode("latin-1"),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": self.body_type,
            "CONTENT_LENGTH": str(len(self.body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(self.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        return environ | {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in self.headers.items()}


def bad_requests(known_paths: Sequence[str]) -> st.SearchStrategy[BadRequest]:
    """Requests for known paths, for known paths with something in their middle, and for arbitrary ones."""
    pieces = st.sampled_from(PIECES) | st.binary(max_size=8)
    known = st.sampled_from([path.encode() for path in known_paths])

    def spliced(path: bytes, piece: bytes, at: int, dropped: int) -> bytes:
        return path[:at] + piece + path[at + dropped :]

    paths = st.one_of(
        known,
        st.builds(spliced, known, pieces, st.integers(0, 30), st.integers(0, 3)),
        st.lists(pieces, max_size=5).map(lambda parts: b"/" + b"/".join(parts)),
    )
    names = st.sampled_from((*PARAMETERS, "names", "")).map(str.encode)
    values = st.sampled_from(HOSTILE).map(lambda text: text.encode("utf-8", "replace")) | st.binary(max_size=30)
    pairs = st.lists(st.tuples(names, values), max_size=4)
    queries = pairs.map(lambda found: b"&".join(name + b"=" + value for name, value in found)) | st.binary(max_size=60)
    headers = st.dictionaries(st.sampled_from(HEADERS), st.sampled_from(VALUES) | latin1, max_size=3)
    bodies = st.binary(max_size=200)
    return st.builds(BadRequest, st.sampled_from(METHODS), paths, queries, headers, bodies, st.sampled_from(BODY_TYPES))


def faults(server: Flask, request: BadRequest) -> list[str]:
    """What is wrong with the answer of a server; raises whatever the server raises."""
    parts, status_line, headers = run_wsgi_app(server.wsgi_app, request.environ(), buffered=True)
    status, content = int(status_line.split()[0]), b"".join(parts)
    text = "" if "Content-Encoding" in headers else content.decode("utf-8", "replace")
    checks = {
        f"status {status}": status >= 500,
        "a traceback": "Traceback (most recent" in text,
        "text of the request comes back as markup": f"<{MARK}" in text,
        "the redirect leaves the site": MARK in str(headers.get("Location", "")).partition("?")[0]
        or "//" in str(headers.get("Location", "")).partition("?")[0],
        "no Content-Security-Policy": "default-src 'none'" not in headers.get("Content-Security-Policy", ""),
        "a cookie": "Set-Cookie" in headers,
        "no reason": 400 <= status < 500 and request.method != "HEAD" and not text.strip(),
    }
    return [fault for fault, found in checks.items() if found]
