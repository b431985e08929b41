"""A real Valkey or Redis server for tests, with its append-only file on."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import redis

from tests.support.chromium import install_package
from tests.support.serving import free_port

COMMANDS = ("valkey-server", "redis-server")
REQUIRED = "ATLAS_REQUIRES_REDIS"
"""Set in CI: then the server is installed where there is none, and tests fail instead of being skipped without it."""
PATIENCE = 20


def _found() -> str | None:
    return next(filter(None, map(shutil.which, COMMANDS)), None)


def server_command() -> str:
    """The server that this machine has. Skips the test loudly if it has none, or fails where one is required."""
    if os.environ.get(REQUIRED) and not _found():
        install_package("redis-server")
    if found := _found():
        return found
    reason = "CLASS ROOMS ARE NOT TESTED WITH A STORE: neither valkey-server nor redis-server is installed"
    if os.environ.get(REQUIRED):
        pytest.fail(reason)
    pytest.skip(reason)


class RedisServer:
    """A server that can be killed and started again with what it has written to its disk."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._command = server_command()
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder), "--save", ""]
        safe = ["--appendonly", "yes", "--appendfsync", "always"]
        self._process = subprocess.Popen(
            [self._command, *words, *safe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + PATIENCE
        while True:
            try:
                redis.Redis.from_url(self.url, socket_timeout=1).ping()
                return
            except redis.RedisError:
                assert time.monotonic() < until, "the server does not start"
                time.sleep(0.05)

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None


@contextmanager
def redis_server() -> Iterator[RedisServer]:
    """A server in a folder of its own, running."""
    with TemporaryDirectory() as folder:
        server = RedisServer(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.kill()
