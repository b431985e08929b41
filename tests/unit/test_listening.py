"""An address on which no server can listen: one clear line, for every way to start one."""

import errno
import os
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner

from atlas.cli import main
from atlas.web import listening
from atlas.web.listening import CannotListen, check_listening
from tests.support.limbs import TINY

commands = pytest.mark.parametrize("command", ["serve", "room"])


@pytest.fixture
def taken():
    """A port of this computer on which somebody listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def started(command: str, *words: str) -> str:
    """What a command prints that cannot start a server."""
    done = CliRunner().invoke(main, [command, "--data", str(TINY), *words])
    assert done.exit_code == 1 and done.stdout == "" and isinstance(done.exception, SystemExit)
    return done.stderr


@commands
@pytest.mark.parametrize("host", ["no.such.host.invalid", "256.1.1.1", "a..b"])
def test_a_host_that_does_not_exist(command: str, host: str) -> None:
    right = "choose an address of this computer with --host"
    line = f"nerve-atlas: cannot listen on {host}:8050 (there is no such host); {right}\n"
    assert started(command, "--host", host) == line


@commands
def test_an_address_of_another_computer(command: str) -> None:
    line = f"({os.strerror(errno.EADDRNOTAVAIL)}); choose an address of this computer with --host\n"
    assert started(command, "--host", "192.0.2.1").endswith(line)


@commands
def test_a_port_in_use(command: str, taken: int) -> None:
    right = "choose another port with --port"
    line = f"nerve-atlas: cannot listen on 127.0.0.1:{taken} ({os.strerror(errno.EADDRINUSE)}); {right}\n"
    assert started(command, "--host", "127.0.0.1", "--port", str(taken)) == line


@commands
def test_a_port_without_permission(command: str, monkeypatch) -> None:
    class Refusing(socket.socket):
        def bind(self, _: object) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(listening.socket, "socket", Refusing)  # root may listen everywhere
    line = f"({os.strerror(errno.EACCES)}); choose a port from 1024 with --port\n"
    assert started(command, "--host", "127.0.0.1", "--port", "80").endswith(line)


def test_any_free_port_is_fine() -> None:
    check_listening("127.0.0.1", 0)
    check_listening("localhost", 0)


def test_a_port_can_be_tried_twice() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for _ in range(2):
        check_listening("127.0.0.1", port)


@pytest.mark.parametrize("port", ["taken", "70000", "http"])
def test_the_host_of_granian(port: str, taken: int) -> None:
    environment = os.environ | {"NERVE_ATLAS_DATA": str(TINY), "PORT": str(taken) if port == "taken" else port}
    done = subprocess.run(
        [sys.executable, "-m", "atlas.web.host"], env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1
    says = "choose another port" if port == "taken" else f"PORT is '{port}'; write a number from 1 to 65535"
    assert done.stderr.startswith("nerve-atlas: ") and says in done.stderr


def test_an_error_of_another_kind_is_a_line_too() -> None:
    assert str(CannotListen("x", 1, OSError("odd"))) == "cannot listen on x:1 (odd); choose another"
