"""Requests that make no sense get a clear word and a fitting status; none gets a traceback or a 500."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.app import create_app
from tests.limbs import TINY


@pytest.fixture(scope="module")
def client():
    return create_app(TINY).server.test_client()


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
    ],
)
def test_statuses(client, method, path, status):
    response = getattr(client, method)(path)
    assert response.status_code == status
    if status >= 400:
        assert b"Traceback" not in response.data
        assert 'lang="en"' in response.text and "Nerve Atlas" in response.text


def test_an_unknown_address_is_not_the_page(client):
    text = client.get("/<script>alert(1)</script>").text
    assert "There is nothing at this address" in text and "<script" not in text


def test_a_body_too_large(client):
    assert client.post("/_dash-update-component", data=b"x" * 70_000).status_code == 413


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
    response = client.post(
        "/_dash-update-component", data=body.encode("utf-8", "replace"), content_type="application/json"
    )
    assert response.status_code == 400


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40))
def test_any_query_gives_the_page(client, query):
    assert client.get("/", query_string={"select": query, "map": query}).status_code == 200
