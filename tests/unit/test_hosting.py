"""The atlas for hosts: below any path, as the environment asks, all of it ready before anyone asks."""

import os
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from werkzeug.test import Client

from atlas.web import gunicorn_conf as hosting
from atlas.web.app import create_app
from atlas.web.dev_server import hall_server
from atlas.web.pwa import needed_files
from atlas.web.wsgi import below, server, warm
from tests.support.limbs import TINY


@pytest.fixture(scope="module")
def app():
    return create_app(TINY)


@pytest.mark.parametrize("under", ["/anatomy", "/anatomy/", "/a.b/c-d_~e"])
def test_the_atlas_stands_below_a_path_and_nowhere_else(app, under):
    asker, mount = Client(below(app.server, under)), under.rstrip("/")
    assert asker.get(f"{mount}/robots.txt").status_code == 200
    led = asker.get(mount).headers["Location"]
    assert urljoin(mount, led) == f"{mount}/", "else its relative addresses lead astray"
    assert urljoin(f"/taken/away{mount}", led) == f"/taken/away{mount}/", "a proxy may have taken a path away"
    page = asker.get(f"{mount}/")
    assert page.status_code == 200
    assert needed_files(page.text)
    for file in needed_files(page.text):
        assert asker.get(f"{mount}/{file.removeprefix('./')}").status_code == 200, file
    for outside in ("/", "/robots.txt", f"{mount}x/", "/static/x"):
        told = asker.get(outside)
        assert told.status_code == 404
        assert told.text == f"nothing is at this address; the atlas is at {mount}/\n"
        assert "default-src 'none'" in told.headers["Content-Security-Policy"]


@pytest.mark.parametrize("under", ["", "/"])
def test_without_a_path_nothing_stands_between(app, under):
    assert below(app.server, under) is app.server


@pytest.mark.parametrize("under", ["anatomy", "//anatomy", "/a b", "/a?b", "/a\r\nb", "https://example.org/"])
def test_what_is_no_path_is_refused(app, under):
    with pytest.raises(ValueError, match="NERVE_ATLAS_UNDER"):
        below(app.server, under)


def test_environment_is_heard():
    asker = Client(server({"NERVE_ATLAS_DATA": str(TINY), "NERVE_ATLAS_FRAME_ANCESTORS": "'self'"}))
    assert "frame-ancestors 'self'" in asker.get("/").headers["Content-Security-Policy"]


@pytest.mark.parametrize(("name", "value"), [("DATA", "nowhere"), ("UNDER", "no path"), ("FRAME_ANCESTORS", "a; b")])
def test_a_wrong_environment_ends_in_a_line_and_no_traceback(name, value, capsys):
    with pytest.raises(SystemExit):
        server({"NERVE_ATLAS_DATA": str(TINY), f"NERVE_ATLAS_{name}": value})
    assert value in capsys.readouterr().err


def test_every_language_is_made_before_it_is_asked_for(app):
    warm(app)
    assert {language for language, latin in app.editions.made if not latin} == set(app.editions.languages)


def test_processes_share_what_was_read_and_need_no_disk():
    assert hosting.preload_app, "each process would read and compute everything anew"
    assert hosting.worker_tmp_dir in (None, "/dev/shm")
    assert hosting.control_socket_disable, "it would be a file in the home folder"
    assert hosting.accesslog is None, "who asked for what is nobody's business"
    module, _, name = hosting.wsgi_app.partition(":")
    assert module == server.__module__
    assert name == f"{server.__name__}()"


@pytest.fixture
def hosted():
    with socket.create_server(("127.0.0.1", 0)) as free:
        at = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "-c", "python:atlas.web.gunicorn_conf", "--workers", "1", "--bind", at]
    with subprocess.Popen(command, env={**os.environ, "NERVE_ATLAS_DATA": str(TINY)}) as host:
        try:
            yield at
        finally:
            host.terminate()


def _answered(at: str, patience: float) -> int:
    """The status of the answer, once the host listens at all."""
    for _ in range(300):
        try:
            return urlopen(f"http://{at}/healthz", timeout=patience).status
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.1)
    raise TimeoutError(at)


def test_connections_that_ask_nothing_hold_no_thread(hosted):
    assert _answered(hosted, 30) == 200
    where, port = hosted.split(":")
    held_by_gunicorn = 5  # seconds, for each thread of its own way
    with ExitStack() as idle:
        for _ in range(3 * hosting.threads):
            idle.enter_context(socket.create_connection((where, int(port))))
        assert _answered(hosted, held_by_gunicorn - 1) == 200


def test_all_who_wait_at_the_door_are_let_in_at_once():
    door = hall_server(lambda environ, start: [], "127.0.0.1", 0, threads=1)
    with ExitStack() as waiting:
        waiting.callback(door.close)
        for _ in range(40):
            waiting.enter_context(socket.create_connection(("127.0.0.1", door.effective_port)))
        door.handle_accept()
        assert len(door.active_channels) == 40
        door.handle_accept()
        assert len(door.active_channels) == 40
