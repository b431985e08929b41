"""What browsers are told with every response: what may run, what may frame, and nothing of what serves it."""

import re
from importlib.metadata import version

import pytest

from atlas.web.app import create_app
from atlas.web.pwa import needed_files
from atlas.web.security_headers import hashed, inserted, policy
from tests.support.limbs import TINY

EVERYWHERE_ASKED = (
    "/",
    "/de/",
    "/?names=latin",
    "/robots.txt",
    "/nowhere",
    "/_dash-layout",
    "/assets/atlas.css",
    "/worker.js",
)


@pytest.fixture(scope="module")
def client():
    return create_app(TINY).server.test_client()


def directives(response) -> dict[str, list[str]]:
    parts = (part.split() for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


def answers(client):
    page = client.get("/").text
    yield from (
        client.get(path) for path in (*EVERYWHERE_ASKED, *(file.removeprefix(".") for file in needed_files(page)))
    )
    yield client.post("/_dash-update-component", json={})
    yield client.put("/")
    yield client.options("/")


def test_every_response_has_the_whole_policy(client) -> None:
    for response in answers(client):
        told = directives(response)
        assert told["default-src"] == ["'none'"]
        assert told["script-src"] == ["'self'"], "no script stands in a page, none comes from elsewhere"
        assert told["base-uri"] == told["form-action"] == ["'none'"]
        assert not re.search("unsafe|https?:|wss?:", response.headers["Content-Security-Policy"])
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in response.headers["Permissions-Policy"]


def test_no_response_sets_a_cookie_or_tells_what_serves_it(client) -> None:
    versions = [version(package) for package in ("dash", "flask", "werkzeug", "waitress")]
    for response in answers(client):
        head = str(response.headers)
        assert "Cookie" not in head
        assert not {"Server", "X-Powered-By", "Via"} & set(response.headers.keys())
        assert not [one for one in versions if one in head]
    page = client.get("/").text
    assert not [one for one in versions if one in page or one.replace(".", "_") in page]
    assert not re.search(r'"(?:python|dash|plotly)_version":"[^"]', page)


def test_the_scripts_of_others_may_insert_only_the_styles_that_they_hold(client) -> None:
    styles = directives(client.get("/"))["style-src"]
    assert styles[0] == "'self'"
    assert all(source.startswith("'sha256-") for source in styles[1:])
    assert len(styles) == len(set(styles)) == 4, "an empty one, Plotly's for maps, Dash's for undoing"


def test_inserted_styles_are_read_from_packed_scripts() -> None:
    loader = r'e.push([t.id,"._a{\n content: \"x\"}",""]);document.createElement("style")'
    plotly = """var e=document.createElement("style");e.id="9f",e.textContent='.b{a:"c"}';"""
    assert inserted(loader) == [hashed(""), hashed('._a{\n content: "x"}')]
    assert inserted(plotly) == [hashed(""), hashed('.b{a:"c"}')]
    assert inserted('e.push([t.id,"x"])') == []


def test_sources_are_added_to_a_directive_once() -> None:
    assert "img-src 'self' data: blob: file:;" in policy(img_src=["file:", "file:"])


@pytest.mark.parametrize("ancestors", ["*", "'self' https://school.example", "'none'"])
def test_who_may_frame_the_page_can_be_set(ancestors: str) -> None:
    client = create_app(TINY, ancestors=f" {ancestors} ").server.test_client()
    assert directives(client.get("/"))["frame-ancestors"] == ancestors.split()


@pytest.mark.parametrize("ancestors", ["", " ", "*; script-src *", "a\r\nSet-Cookie: b", "a,b", "é", "a\0b"])
def test_no_list_of_pages_can_hold_another_rule(ancestors: str) -> None:
    with pytest.raises(ValueError, match="no list of sources"):
        create_app(TINY, ancestors=ancestors)
