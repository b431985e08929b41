"""A bad request gets a fitting status and one clear line; none gets a traceback or a 500."""

import json
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.dataset.folders import table_file
from atlas.web.app import create_app
from atlas.web.errors import MAX_BODY
from atlas.web.static_site.pages import server_callbacks
from tests.fuzz.hostile import HOSTILE, PARAMETERS
from tests.support.limbs import TINY, copy_of


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
        ("get", CALLBACK, 404),
        ("post", CALLBACK, 404),
        ("put", CALLBACK, 404),
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


def test_an_unknown_address_shows_where_the_pages_are_and_repeats_nothing(client):
    path = "/<script>alert(1)</script>/%22%3e%3csvg%20onload=alert(1)%3e?x=<script>"
    page = client.get(path, headers=BROWSER).text
    assert "Nothing is at this address" in page and "<s" not in page
    assert 'href="./../../"' in page, "the link is relative: a proxy may have removed a path"
    assert "Pages are at /, /de/, /es/." in client.get(path).text


def test_a_redirect_is_relative_and_names_no_host(client):
    response = client.get("/de?select=L5", headers={"Host": "evil.example"})
    assert response.status_code == 308
    assert response.headers["Location"] == "./de/?select=L5"
    assert response.text == "Redirecting: add a trailing slash.\n"


def test_a_query_that_is_not_utf8_is_refused_with_its_byte(client):
    response = client.get("/", environ_overrides={"QUERY_STRING": "select=L5\xff"})
    assert (response.status_code, response.text) == (
        400,
        "Byte 10 of the query is not UTF-8; percent-encode it.\n",
    )


odd_text = st.sampled_from(HOSTILE) | st.text(max_size=30)
odd_pairs = st.lists(st.tuples(st.sampled_from(PARAMETERS) | odd_text, odd_text), max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=odd_pairs, extra=st.text("&=;?%+ aé", max_size=8))
def test_any_odd_query_gets_the_page(client, pairs, extra):
    """The browser reads the query, so the server sends the same page whatever it holds."""
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs if name != "names")
    response = client.get(f"/?{query}&{quote(extra, safe='&=;?%+')}")
    assert response.status_code == 200
    assert response.text == client.get("/").text


def test_only_the_browser_answers_callbacks():
    app = create_app(TINY)
    assert app.callback_map and not server_callbacks(app)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["output", "inputs", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)
bodies = json_values.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=60)
BODY_TYPES = ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies, kind=st.sampled_from(BODY_TYPES), path=st.sampled_from([CALLBACK, "/", "/_dash-layout"]))
def test_no_body_is_ever_answered(client, body, kind, path):
    response = client.post(path, data=body, content_type=kind)
    assert response.status_code in (404, 405) and response.text.count("\n") == 1


def test_the_health_check_says_which_data_it_serves_and_is_not_cached(tmp_path):
    folder = copy_of(TINY, tmp_path)
    row = "entry,value\nversion,7.5\n"
    (folder / table_file("edition")).write_text(row, "utf-8")
    response = create_app(folder).server.test_client().get("/healthz")
    assert response.status_code == 200 and response.mimetype == "application/json"
    assert response.json == {"sound": True, "data": "7.5"}
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_health_check_can_only_be_read(client, method):
    response = getattr(client, method)("/healthz")
    assert response.status_code == 405 and "GET" in response.headers["Allow"]


def test_a_body_that_is_too_large_is_refused_all_the_same(client):
    assert client.post(CALLBACK, data=b"[" * (MAX_BODY + 1), content_type="application/json").status_code == 404
