"""Security headers of every response: what may run, which sites may frame the page, and nothing about the server."""

import re
from ast import literal_eval
from importlib.metadata import version

import pytest

from atlas.web.app import create_app
from atlas.web.pwa import needed_files
from atlas.web.security_headers import INSERTED_STYLES, hash_source, policy
from tests.support.limbs import TINY

PATHS = ("/", "/de/", "/?names=latin", "/robots.txt", "/nowhere", "/_dash-layout", "/assets/atlas.css", "/worker.js")


@pytest.fixture(scope="module")
def client():
    return create_app(TINY).server.test_client()


def directives(response) -> dict[str, list[str]]:
    parts = (part.split() for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


def answers(client):
    page = client.get("/").text
    yield from (client.get(path) for path in (*PATHS, *(file.removeprefix(".") for file in needed_files(page))))
    yield client.post("/_dash-update-component", json={})
    yield client.put("/")
    yield client.options("/")


def test_every_response_has_the_whole_policy(client) -> None:
    for response in answers(client):
        found = directives(response)
        assert found["default-src"] == ["'none'"]
        assert found["script-src"] == ["'self'"], "no inline script, and none from elsewhere"
        assert found["base-uri"] == found["form-action"] == ["'none'"]
        assert not re.search("unsafe|https?:|wss?:", response.headers["Content-Security-Policy"])
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in response.headers["Permissions-Policy"]


def test_no_response_sets_a_cookie_or_names_its_software(client) -> None:
    versions = [version(package) for package in ("dash", "flask", "werkzeug", "waitress", "plotly")]
    for response in answers(client):
        head = str(response.headers)
        assert "Cookie" not in head
        assert not {"Server", "X-Powered-By", "Via"} & set(response.headers.keys())
        assert not [number for number in versions if number in head]
    page = client.get("/").text
    assert not [number for number in versions if number in page or number.replace(".", "_") in page]
    assert not re.search(r'"(?:python|dash|plotly)_version":"[^"]', page)


MAKES_STYLE = 'createElement("style")'
INSERTED = (
    re.compile(r"""createElement\("style"\);\w+\.id="[^"]*",\w+\.textContent=('(?:[^'\\]|\\.)*')"""),
    re.compile(r'\.push\(\[\w+\.id,("(?:[^"\\]|\\.)*")'),
)
"""How the minified scripts of Plotly and Dash insert style elements."""


def inserted_styles(script: str) -> set[str]:
    """The style elements that a script inserts, as sources; each starts empty."""
    if MAKES_STYLE not in script:
        return set()
    found = [literal_eval(style) for pattern in INSERTED for style in pattern.findall(script)]
    return {hash_source(style) for style in ("", *found)}


def test_the_allowed_styles_are_those_of_the_installed_packages(client) -> None:
    page = client.get("/").text
    scripts = [file.removeprefix(".") for file in needed_files(page) if file.endswith(".js")]
    assert any("plotly" in path for path in scripts) and any("dash_renderer" in path for path in scripts)
    by_script = {path: inserted_styles(client.get(path).text) for path in scripts}
    needed = {source: path for path, sources in by_script.items() for source in sources}
    missing = {source: path for source, path in needed.items() if source not in INSERTED_STYLES}
    unused = [source for source in INSERTED_STYLES if source not in needed]
    assert not missing, f"add to INSERTED_STYLES in atlas/web/security_headers.py (source: script): {missing}"
    assert not unused, f"remove from INSERTED_STYLES in atlas/web/security_headers.py: {unused}"
    assert directives(client.get("/"))["style-src"] == ["'self'", *INSERTED_STYLES]


def test_sources_are_added_to_a_directive_once() -> None:
    assert "img-src 'self' data: blob: file:;" in policy(img_src=["file:", "file:"])


@pytest.mark.parametrize("ancestors", ["*", "'self' https://school.example", "'none'"])
def test_who_may_frame_the_page_can_be_set(ancestors: str) -> None:
    client = create_app(TINY, ancestors=f" {ancestors} ").server.test_client()
    assert directives(client.get("/"))["frame-ancestors"] == ancestors.split()


@pytest.mark.parametrize("ancestors", ["", " ", "*; script-src *", "a\r\nSet-Cookie: b", "a,b", "é", "a\0b"])
def test_a_list_of_sites_cannot_contain_another_rule(ancestors: str) -> None:
    with pytest.raises(ValueError, match="not a list of sites"):
        create_app(TINY, ancestors=ancestors)
