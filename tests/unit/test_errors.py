"""Requests that make no sense get a clear word and a fitting status; none gets a traceback or a 500."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.web.app import create_app
from atlas.web.static_site.pages import needing_a_server
from tests.support.limbs import TINY


@pytest.fixture(scope="module")
def client():
    return create_app(TINY).server.test_client()


CALLBACK = "/_dash-update-component"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/", 200),
        ("get", "/?select=%00%ff&map=<script>", 200),
        ("get", "/robots.txt", 200),
        ("get", "/_dash-layout", 200),
        ("get", "/nowhere", 404),
        ("get", "/payload-000.json", 404),
        ("get", "/assets/../setup.cfg", 404),
        ("get", "/assets/nothing.css", 404),
        ("get", "/static/x", 404),
        ("get", "/_dash-component-suites/dash/nothing.js", 404),
        ("get", "/_dash-component-suites/nobody/x.js", 404),
        ("put", "/", 405),
        ("post", "/robots.txt", 405),
        ("get", "/_dash-update-component", 404),
        ("get", "/_dash-component-suites/dash/dash-renderer/build/dash_renderer.min.js", 404),
        ("get", "/_favicon.ico", 404),
        ("get", "/_reload-hash", 404),
        ("get", "/_mcp", 404),
        ("post", "/_mcp", 404),
        ("get", "/%ff%fe", 404),
        ("get", "/?%ff=%00", 200),
        ("get", "//de/x", 404),
        ("get", "/?" + "x" * 9000, 414),
        ("get", "/" + "x" * 9000, 414),
        ("put", "/nowhere", 404),
        ("post", "/nowhere", 404),
        ("put", "/_dash-update-component", 405),
        ("delete", "/de/", 405),
        ("head", "/", 200),
        ("head", "/nowhere", 404),
        ("options", "/", 200),
        ("options", "/nowhere", 404),
    ],
)
def test_statuses(client, method, path, status):
    response = getattr(client, method)(path)
    assert response.status_code == status
    if status >= 400 and method != "head":
        assert response.mimetype == "text/plain"
        assert response.text.count("\n") == 1, "one line says why"
        page = getattr(client, method)(path, headers=BROWSER)
        assert 'lang="en"' in page.text and "Nerve Atlas" in page.text
        assert page.status_code == status


def test_an_unknown_address_is_not_the_page(client):
    path = "/<script>alert(1)</script>/%22%3e%3csvg%20onload=alert(1)%3e?x=<script>"
    page = client.get(path, headers=BROWSER).text
    assert "There is nothing at this address" in page and "<s" not in page
    assert 'href="./../../"' in page, "the way home is relative: a proxy may have taken a path away"
    assert client.get(path).text == "nothing is at this address; pages are at /, /de/, /es/, and name all their files\n"


def test_a_redirect_stays_where_it_was_asked(client):
    response = client.get("/de?select=L5", headers={"Host": "evil.example"})
    assert response.status_code == 308
    assert response.headers["Location"] == "./de/?select=L5", "no host, and below whatever a proxy put before it"
    assert "evil" not in response.text


@pytest.mark.parametrize(
    ("body", "kind", "status", "reason"),
    [
        (b"x" * 70_000, "application/json", 413, "too large"),
        (b"{}", "text/plain", 415, "should be application/json"),
        (b"", "application/json", 400, "no JSON (Expecting value, line 1, column 1)"),
        (b'{"a"', "application/json", 400, "column 5"),
        (b'"\xff"', "application/json", 400, "byte 2 of the body is not UTF-8"),
        (b"[" * 60_000, "application/json", 400, "nested too deeply"),
        (b"1" * 60_000, "application/json", 400, "a number in the body is none"),
        (b'{"output": NaN}', "application/json", 400, "a number in the body is none"),
        (b"[]", "application/json", 400, "should be an object"),
        (b"{}", "application/json", 400, "'output' is missing"),
        (b'{"output": "x", "inputs": [], "a": 1}', "application/json", 400, "1 of its names are none"),
        (b'{"output": 1, "inputs": []}', "application/json", 400, "'output' has another type"),
        (b'{"output": "x", "inputs": [], "changedPropIds": [1]}', "application/json", 400, "should hold texts"),
        (b'{"output": "x", "inputs": [{"id": "a"}]}', "application/json", 400, "with 'id' and 'property'"),
        (b'{"output": "x", "inputs": []}', "application/json", 400, "there is panel.children"),
        (b'{"output": "panel.children", "inputs": []}', "application/json", 400, "the browser answers panel.children"),
    ],
)
def test_a_body_is_refused_with_a_reason_before_dash_sees_it(client, body, kind, status, reason):
    response = client.post(CALLBACK, data=body, content_type=kind)
    assert response.status_code == status
    assert reason in response.text


def test_only_the_browser_answers_callbacks():
    app = create_app(TINY)
    assert app.callback_map and not needing_a_server(app)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["output", "inputs", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=json_values.map(json.dumps) | st.text(max_size=30))
def test_no_callback_body_is_answered(client, body):
    response = client.post(CALLBACK, data=body.encode("utf-8", "replace"), content_type="application/json")
    assert response.status_code == 400


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40))
def test_any_query_gives_the_page(client, query):
    assert client.get("/", query_string={"select": query, "map": query}).status_code == 200
