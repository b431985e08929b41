"""Serves the real application on a free port of this machine while a block runs."""

import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from flask import Flask


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def hosting(server: Flask) -> Iterator[str]:
    """The address of a server while it runs."""
    from atlas.web.dev_server import create_dev_server

    running = create_dev_server(server, "127.0.0.1", 0)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.effective_port}"
    finally:
        running.close()
        thread.join(timeout=0.5)  # it goes on for a browser that keeps its connection, and ends with the tests


@cache
def real_server() -> Flask:
    """The application made from the real data, one for all tests, as it works out its answers only once."""
    from atlas.web.app import create_app

    return create_app().server


@contextmanager
def serving(data_dir: Path | None = None, more: dict | None = None) -> Iterator[str]:
    """The address of the application made from `data_dir` (None: the real data); `more`: additional languages."""
    from atlas.web.app import create_app

    with hosting(create_app(data_dir, more).server if data_dir or more else real_server()) as address:
        yield address


@contextmanager
def served_by_command(limb: Path, port: int = 0) -> Iterator[str]:
    """The address of `nerve-atlas serve`, for only with its process do the connections end that a browser keeps open."""
    command = [sys.executable, "-m", "atlas", "serve", "--port", str(port), "--data", str(limb)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        try:
            lines = iter(running.stdout.readline, "")
            yield next(found[1] for line in lines if (found := re.search(r"(http://\S+:\d+)/", line)))
        finally:
            running.terminate()
