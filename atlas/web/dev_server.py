"""Waitress as the command serves with it: for one laptop, and for a lecture hall that opens its page at once."""

from __future__ import annotations

import logging
import select
import sys
from wsgiref.types import WSGIApplication

from waitress import create_server
from waitress.server import BaseWSGIServer, MultiSocketServer

from atlas.web.request_bodies import LARGEST

_CROWD = {"connection_limit": 2000, "backlog": 2048, "asyncore_use_poll": hasattr(select, "poll")}
"""A lecture hall opens more connections than waitress takes by itself, where those past a hundred wait for ever; and
`select` ends at a thousand."""
_LARGEST_HEAD = 32 * 1024
"""Bytes of a request before its body."""
_TURN = 0.001
"""Seconds until a thread gives way to another. At Python's own five thousandths the one that watches a thousand
connections leaves too little time to the eight that answer them."""


def hall_server(app: WSGIApplication, host: str, port: int, threads: int = 8) -> BaseWSGIServer | MultiSocketServer:
    """A server that listens and is ready to `run`. Raises OSError where it cannot listen."""
    sys.setswitchinterval(_TURN)
    # it would write a line for each question that has to wait, and take longer for that than for the answer
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    limits = {"max_request_body_size": LARGEST, "max_request_header_size": _LARGEST_HEAD}
    sockets: dict[int, object] = {}
    server = create_server(app, map=sockets, host=host, port=port, threads=threads, ident=None, **_CROWD, **limits)
    for door in sockets.values():
        if isinstance(door, BaseWSGIServer):
            _let_all_in(door)
    return server


def _let_all_in(door: BaseWSGIServer) -> None:
    """Take in all who wait at once: waitress takes one a round, and a round is long while a thousand others ask."""
    let_one_in = door.handle_accept

    def let_in() -> None:
        before = -1
        while before < len(door.active_channels) < door.adj.connection_limit:
            before = len(door.active_channels)
            let_one_in()

    door.handle_accept = let_in
