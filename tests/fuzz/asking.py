"""Asks the application as a server would, with whatever bytes stand in the request; counts what should never come."""

from __future__ import annotations

import io
import logging
from collections import Counter
from dataclasses import dataclass, field
from types import TracebackType

from flask import Flask
from werkzeug.test import run_wsgi_app

MARK = "zq7"
"""Stands in hostile text behind a `<`: nowhere may it come back like that."""


@dataclass(frozen=True)
class Asked:
    """A request. Paths and queries are bytes, as they come over the wire, without percent signs undone."""

    method: str = "GET"
    path: bytes = b"/"
    query: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    kind: str = ""

    def environ(self) -> dict[str, object]:
        """As a WSGI server tells it."""
        told = {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": self.path.decode("latin-1"),
            "QUERY_STRING": self.query.decode("latin-1"),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(self.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in self.headers.items()},
        }
        if self.kind:
            told["CONTENT_TYPE"] = self.kind
        if self.body or self.method == "POST":
            told["CONTENT_LENGTH"] = str(len(self.body))
        return told


class Asker(logging.Handler):
    """Sends requests, and keeps what was wrong with the answers: at most a few of each sort, but the count of all."""

    FEW = 3

    def __init__(self, server: Flask):
        super().__init__(logging.ERROR)
        self.server, self.statuses = server, Counter[int]()
        self.wrong, self.told = Counter[str](), list[str]()

    def __enter__(self) -> Asker:
        logging.getLogger().addHandler(self)
        self.server.logger.addHandler(self)
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        logging.getLogger().removeHandler(self)
        self.server.logger.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """What the server logs as an error is a traceback."""
        self._note("traceback", record.getMessage())

    def _note(self, sort: str, what: object) -> None:
        self.wrong[sort] += 1
        if self.wrong[sort] <= self.FEW:
            self.told.append(f"{sort}: {what!r:.600}")

    def ask(self, asked: Asked) -> tuple[int, str]:
        """The status and the text of the answer; 0 for a crash."""
        try:
            parts, line, headers = run_wsgi_app(self.server.wsgi_app, asked.environ(), buffered=True)
            content = b"".join(parts)
        except Exception as error:  # whatever comes out of the application ends a request without an answer
            self._note("crash", (asked, error))
            return 0, ""
        status = int(line.split()[0])
        self.statuses[status] += 1
        packed = "Content-Encoding" in headers
        text = "" if packed else content.decode("utf-8", "replace")
        if status >= 500:
            self._note("status", (status, asked))
        if "Traceback (most" in text:
            self._note("traceback", asked)
        if f"<{MARK}" in text or MARK in str(headers.get("Location", "")).split("?")[0]:
            self._note("reflected", asked)
        if "default-src 'none'" not in headers.get("Content-Security-Policy", ""):
            self._note("without a policy", asked)
        if "Set-Cookie" in headers:
            self._note("cookie", asked)
        if 400 <= status < 500 and asked.method != "HEAD" and not text.strip():
            self._note("no reason", asked)
        return status, text
