"""The process of gunicorn that hosts the atlas: a connection that has not asked yet holds no thread."""

from __future__ import annotations

import time
from functools import partial
from selectors import EVENT_READ

from gunicorn.workers.gthread import TConn, ThreadWorker


class HostWorker(ThreadWorker):
    """Lets a new connection wait as gunicorn lets those wait that asked before.

    Gunicorn itself hands it to a thread, which waits up to five seconds for the first word
    (https://github.com/benoitc/gunicorn/pull/3635). Browsers open connections ahead of need: a lecture hall of them
    would hold every thread.
    """

    def enqueue_req(self, conn: TConn) -> None:
        """Hand a connection that asks to a thread; keep one that only opened with those that are waited for."""
        if conn.initialized or conn.data_ready:
            super().enqueue_req(conn)
            return
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + self.cfg.keepalive
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self.on_pending_socket_readable, conn))
