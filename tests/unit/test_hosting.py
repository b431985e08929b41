"""Hosting: below any path, configured by the environment, and open to many connections at once."""

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
from flask import request
from werkzeug.test import Client

from atlas.web.app import create_app
from atlas.web.bundles.registry import BUILDERS
from atlas.web.host import settings
from atlas.web.localized_pages import PageForm
from atlas.web.pwa import needed_files
from atlas.web.wsgi import configured, mounted
from tests.support.limbs import TINY, copy_of
from tests.support.serving import free_port, hosting

ENVIRONMENT = {"NERVE_ATLAS_DATA": str(TINY)}


@pytest.fixture(scope="module")
def app():
    return create_app(TINY)


@pytest.mark.parametrize("under", ["/anatomy", "/anatomy/", "/a.b/c-d_~e"])
def test_the_atlas_is_below_a_path_and_nowhere_else(app, under):
    client, mount = Client(mounted(app.server, under)), under.rstrip("/")
    assert client.get(f"{mount}/robots.txt").status_code == 200
    redirect = client.get(mount).headers["Location"]
    assert urljoin(mount, redirect) == f"{mount}/", "else the page's relative URLs are wrong"
    assert urljoin(f"/proxy{mount}", redirect) == f"/proxy{mount}/", "a proxy may have removed a path"
    page = client.get(f"{mount}/")
    assert page.status_code == 200
    assert needed_files(page.text)
    for file in needed_files(page.text):
        assert client.get(f"{mount}/{file.removeprefix('./')}").status_code == 200, file
    for outside in ("/", "/robots.txt", f"{mount}x/", "/static/x"):
        answer = client.get(outside)
        assert answer.status_code == 404
        assert answer.text == f"Nothing is at this address. The atlas is at {mount}/\n"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("under", ["", "/"])
def test_without_a_path_the_app_is_served_as_it_is(app, under):
    assert mounted(app.server, under) is app.server


@pytest.mark.parametrize("under", ["anatomy", "//anatomy", "/a b", "/a?b", "/a\r\nb", "https://example.org/"])
def test_what_is_not_a_path_is_refused(app, under):
    with pytest.raises(ValueError, match="NERVE_ATLAS_UNDER"):
        mounted(app.server, under)


def test_the_environment_is_used():
    _, wsgi = configured(ENVIRONMENT | {"NERVE_ATLAS_FRAME_ANCESTORS": "'self'"})
    assert "frame-ancestors 'self'" in Client(wsgi).get("/").headers["Content-Security-Policy"]


@pytest.mark.parametrize(("name", "value"), [("DATA", "nowhere"), ("UNDER", "no path"), ("FRAME_ANCESTORS", "a; b")])
def test_a_wrong_setting_is_named(name, value):
    with pytest.raises(ValueError, match=value):
        configured(ENVIRONMENT | {f"NERVE_ATLAS_{name}": value})


def run_host(environment: dict[str, str]) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "atlas.web.host"]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize(
    ("environment", "error"),
    [
        ({"NERVE_ATLAS_UNDER": "no path"}, "NERVE_ATLAS_UNDER is 'no path'"),
        ({"PORT": "http"}, "PORT is 'http'; write a number from 1 to 65535"),
        ({"NERVE_ATLAS_PROXIES": "all"}, "NERVE_ATLAS_PROXIES is 'all'; write a number from 0 to 9"),
    ],
)
def test_the_host_command_refuses_a_wrong_setting_in_one_line(environment, error):
    done = run_host(ENVIRONMENT | environment)
    assert done.returncode == 2 and error in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("proxies", "seen"),
    [("0", "http://atlas.test/"), ("1", "https://campus.test/anatomy/"), ("2", "http://atlas.test/")],
)
def test_only_as_many_proxies_are_trusted_as_stand_in_front(proxies, seen):
    app, _ = configured(ENVIRONMENT | {"NERVE_ATLAS_PROXIES": proxies})
    roots: list[str] = []
    app.server.before_request(lambda: roots.append(request.url_root))
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "campus.test", "X-Forwarded-Prefix": "/anatomy"}
    app.server.test_client().get("/robots.txt", base_url="http://atlas.test", headers=said)
    assert roots == [seen]


def test_the_host_command_names_the_problems_of_the_data(tmp_path):
    folder = copy_of(TINY, tmp_path)
    (folder / "anatomy/muscles.csv").write_bytes(b"\xff")
    done = run_host({"NERVE_ATLAS_DATA": str(folder)})
    assert done.returncode == 1 and "anatomy/muscles.csv:1:" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("value", ["0", "-1", "x", "65536", "1.5"])
@pytest.mark.parametrize("name", ["PORT", "WEB_CONCURRENCY"])
def test_numbers_of_the_environment_are_checked(name, value):
    with pytest.raises(ValueError, match=f"{name} is '{value}'"):
        settings({name: value})


def test_the_host_keeps_no_log_of_who_visits():
    chosen = settings({"PORT": "8123", "WEB_CONCURRENCY": "3"})
    assert (chosen["port"], chosen["workers"]) == (8123, 3)
    assert not chosen["log_access"]


def test_nothing_is_built_before_it_is_asked_for():
    fresh = create_app(TINY)
    english, german = PageForm("en"), PageForm("de")
    fresh.server.test_client().get("/")
    assert english in fresh.pages.page and german not in fresh.pages.page
    assert not [name for name in BUILDERS if (english, name) in fresh.pages.bundle]


def test_a_language_can_be_built_ahead(app):
    app.pages.build_ahead(("de",))
    german = PageForm("de")
    assert german in app.pages.page
    assert all((german, name) in app.pages.bundle for name in BUILDERS)
    assert (PageForm("es"), "quiz") not in app.pages.bundle


def answered(address: str, seconds: float) -> int:
    """The status of the health check, once the server listens at all."""
    for _ in range(600):
        try:
            return urlopen(f"http://{address}/healthz", timeout=seconds).status
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.1)
    raise TimeoutError(address)


@pytest.fixture
def granian_server():
    pytest.importorskip("granian", reason="needs the extra host")
    port = free_port()
    environment = {**os.environ, **ENVIRONMENT, "PORT": str(port), "WEB_CONCURRENCY": "1"}
    with subprocess.Popen([sys.executable, "-m", "atlas.web.host"], env=environment) as host:
        try:
            yield f"127.0.0.1:{port}"
        finally:
            host.terminate()


@pytest.fixture
def waitress_server(app):
    with hosting(app.server) as address:
        yield address.removeprefix("http://")


@pytest.mark.slow
@pytest.mark.parametrize("server", ["granian_server", "waitress_server"])
def test_a_request_is_answered_while_many_connections_are_idle(server, request):
    address = request.getfixturevalue(server)
    assert answered(address, 30) == 200
    host, port = address.split(":")
    with ExitStack() as idle:
        for _ in range(300):
            idle.enter_context(socket.create_connection((host, int(port))))
        assert answered(address, 4) == 200
