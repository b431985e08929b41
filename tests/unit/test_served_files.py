"""Files as the server sends them: compressed once, kept by the right rule, and built once however many ask."""

import gzip
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import brotli
import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from atlas.keyed_cache import KeyedCache
from atlas.web.app import create_app
from atlas.web.bundles.registry import BUILDERS, build_version, bundle_paths
from atlas.web.served_file import IMMUTABLE, REVALIDATE, ServedFile, serve_file, serve_hashed, serve_lazily
from atlas.web.urls import files_in, rewrite_urls
from tests.support.limbs import TINY, copy_of, set_cell

TEXT = b"L5 runs to the big toe. " * 200


def client_of(path: str, file: ServedFile):
    server = Flask("test", static_folder=None)
    serve_file(server, path, file)
    return server.test_client()


@pytest.mark.parametrize(
    ("accepted", "encoding", "decode"),
    [
        ("br, gzip", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("", None, bytes),
        ("identity", None, bytes),
    ],
)
def test_text_is_sent_in_an_encoding_that_the_browser_accepts(accepted, encoding, decode):
    client = client_of("/text", ServedFile(TEXT, "text/plain"))
    answer = client.get("/text", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert decode(answer.get_data()) == TEXT
    assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize("file", [ServedFile(b"short", "text/plain"), ServedFile(TEXT, "image/png")])
def test_short_and_binary_files_are_sent_as_they_are(file):
    answer = client_of("/x", file).get("/x", headers={"Accept-Encoding": "br"})
    assert "Content-Encoding" not in answer.headers and answer.get_data() == file.content


def test_a_browser_that_has_the_content_gets_304():
    client = client_of("/x", ServedFile(TEXT, "text/plain", REVALIDATE))
    etag = client.get("/x").headers["ETag"]
    for encoding in ("", "br"):
        answer = client.get("/x", headers={"If-None-Match": etag, "Accept-Encoding": encoding})
        assert answer.status_code == 304 and not answer.get_data()
    assert client.get("/x", headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_path_changes_with_the_content_so_the_file_is_immutable():
    server = Flask("test", static_folder=None)
    first, second = (serve_hashed(server, "a.css", text, "text/css") for text in ("a{}", "b{}"))
    assert first != second
    assert server.test_client().get(first).headers["Cache-Control"] == IMMUTABLE


def test_a_lazy_file_is_made_once_however_many_ask():
    server, made = Flask("test", static_folder=None), []

    def make() -> ServedFile:
        made.append(1)
        return ServedFile(TEXT, "text/plain")

    serve_lazily(server, "/x", make, nullcontext)
    assert made == []
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: server.test_client().get("/x").get_data(), range(16)))
    assert made == [1] and set(answers) == {TEXT}


def test_one_key_does_not_wait_for_another():
    release = threading.Event()

    def compute(key: str) -> str:
        if key == "slow":
            assert release.wait(30)
        return key

    cache = KeyedCache(compute)
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(cache, "slow")
        assert cache("fast") == "fast"
        release.set()
        assert slow.result(30) == "slow"


def test_a_call_that_fails_is_tried_again():
    answers = iter([ValueError("first"), "second"])

    def compute(key: str) -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    cache = KeyedCache(compute)
    with pytest.raises(ValueError, match="first"):
        cache("key")
    assert cache("key") == "second"


def test_bundle_addresses_change_with_the_data_and_nothing_else(tmp_path):
    from atlas import Atlas

    folder = copy_of(TINY, tmp_path)
    before = build_version(Atlas.load(folder))
    assert build_version(Atlas.load(TINY)) == before, "where the folder is does not matter"
    set_cell(folder, "nerves", "outer", "name", "Another name")
    assert build_version(Atlas.load(folder)) != before


def test_every_bundle_of_every_page_is_served_at_its_address():
    app = create_app(TINY)
    client, version = app.server.test_client(), app.pages.version
    for folder in ("", "de/", "latin/", "de/latin/"):
        paths = bundle_paths(folder, version)
        assert paths.keys() == BUILDERS.keys()
        for path in paths.values():
            assert client.get(path).status_code == 200, path
    assert client.get(f"/nothing-{version}.json").status_code == 404


@given(st.lists(st.sampled_from(["./a.css", "../b.json", "./de/", "../", "?names=latin", "x.css", "https://x/y"])))
def test_rewriting_urls_to_themselves_changes_nothing(urls):
    page = "".join(f'<a href="{url}">x</a><i data-x="{url}"></i>' for url in urls)
    assert rewrite_urls(page, lambda url: url, lambda url: url) == page
    assert set(files_in(page)) == {url for url in urls if url in ("./a.css", "../b.json")}
