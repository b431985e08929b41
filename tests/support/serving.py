"""Serves the real application on a free port of this machine while a block runs."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(data_dir: Path | None = None, more: dict | None = None) -> Iterator[str]:
    """The address of the application made from `data_dir` (None: the real data); `more`: additional languages."""
    from atlas.web.app import create_app
    from atlas.web.dev_server import create_dev_server

    server = create_dev_server(create_app(data_dir, more).server, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(timeout=0.5)  # it goes on for a browser that keeps its connection, and ends with the tests
