"""The server of `nerve-atlas serve`: Waitress, with limits for a room full of browsers that open the page at once."""

from __future__ import annotations

import select
from typing import Any
from wsgiref.types import WSGIApplication

from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from atlas.web.errors import MAX_BODY
from atlas.web.waiting import THREADS

_OPTIONS: dict[str, Any] = {
    "threads": THREADS,
    # by default Waitress accepts 100 connections and lets others wait; select() handles no more than 1024
    "connection_limit": 3000,
    "backlog": 2048,
    "asyncore_use_poll": hasattr(select, "poll"),
    "max_request_body_size": MAX_BODY,
    "max_request_header_size": 32 * 1024,
    "ident": None,
}


def create_dev_server(app: WSGIApplication, host: str, port: int) -> BaseWSGIServer | MultiSocketServer:
    """A server that listens and is ready to `run`. Raises OSError when it cannot listen there."""
    return create_server(app, host=host, port=port, **_OPTIONS)
