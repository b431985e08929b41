"""Files as the server sends them: compressed once, kept by the right rule, and built once however many ask."""

import gzip
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from urllib.parse import urljoin

import brotli
import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from atlas.keyed_cache import KeyedCache
from atlas.rooms import Rooms
from atlas.rooms.memory_store import MemoryStore
from atlas.web import errors
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


def ranges_client(mimetype: str = "text/plain"):
    server = Flask("test", static_folder=None)
    serve_file(server, "/x", ServedFile(TEXT, mimetype))
    errors.register(server, {"error.404": "", "error.other": "", "error.home": ""}, [], [])
    return server.test_client()


LENGTH = len(TEXT)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=3-11", 3, 11),
        ("bytes=100-", 100, LENGTH - 1),
        ("bytes=-5", LENGTH - 5, LENGTH - 1),
        (f"bytes=10-{LENGTH + 100}", 10, LENGTH - 1),
        (f"bytes={LENGTH - 1}-", LENGTH - 1, LENGTH - 1),
    ],
)
@pytest.mark.parametrize("accepted", ["", "br, gzip"])
def test_a_part_of_a_file_is_sent_uncompressed(asked, first, last, accepted):
    answer = ranges_client().get("/x", headers={"Range": asked, "Accept-Encoding": accepted})
    assert answer.status_code == 206 and "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{LENGTH}"
    assert answer.get_data() == TEXT[first : last + 1]
    assert int(answer.headers["Content-Length"]) == last + 1 - first
    assert not answer.headers["ETag"].startswith("W/")


@pytest.mark.parametrize("asked", [f"bytes={LENGTH}-", f"bytes={LENGTH + 5}-{LENGTH + 9}"])
def test_a_part_outside_the_file_is_refused_with_its_length(asked):
    answer = ranges_client().get("/x", headers={"Range": asked})
    assert answer.status_code == 416 and answer.headers["Content-Range"] == f"bytes */{LENGTH}"
    assert answer.text == f"There is no such part: the file has {LENGTH} bytes.\n"


@pytest.mark.parametrize("asked", ["bytes=9-1", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes", "", "bytes=-"])
def test_what_is_no_range_gets_the_whole_file(asked):
    answer = ranges_client().get("/x", headers={"Range": asked})
    assert answer.status_code == 200 and answer.get_data() == TEXT
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_a_download_is_resumed_only_if_it_is_still_the_same_file():
    client = ranges_client()
    etag = client.get("/x").headers["ETag"]
    part = {"Range": "bytes=7-"}
    assert client.get("/x", headers=part | {"If-Range": etag}).get_data() == TEXT[7:]
    compressed = client.get("/x", headers={"Accept-Encoding": "br"}).headers["ETag"]
    assert compressed == f"W/{etag}", "compressed bytes may change, so they cannot be continued"
    for other in ('"other"', compressed, "Thu, 01 Jan 1970 00:00:00 GMT"):
        answer = client.get("/x", headers=part | {"If-Range": other})
        assert answer.status_code == 200 and answer.get_data() == TEXT


def test_what_the_browser_has_is_not_sent_in_parts_and_head_has_none():
    client = ranges_client()
    etag = client.get("/x").headers["ETag"]
    assert client.get("/x", headers={"Range": "bytes=0-3", "If-None-Match": etag}).status_code == 304
    head = client.head("/x", headers={"Range": "bytes=0-3"})
    assert head.status_code == 200 and int(head.headers["Content-Length"]) == LENGTH


def test_a_file_that_must_be_another_one_is_refused_in_one_line():
    answer = ranges_client().get("/x", headers={"If-Match": '"other"', "Accept-Encoding": "br"})
    assert answer.status_code == 412 and answer.text.count("\n") == 1 and "Content-Encoding" not in answer.headers


@given(cut=st.integers(1, LENGTH - 1), mimetype=st.sampled_from(["text/plain", "image/png"]))
def test_the_parts_of_a_file_are_the_file(cut, mimetype):
    client = ranges_client(mimetype)
    parts = [client.get("/x", headers={"Range": f"bytes={of}"}).get_data() for of in (f"0-{cut - 1}", f"{cut}-")]
    assert b"".join(parts) == TEXT


def test_pages_bundles_scripts_decks_and_data_are_sent_in_parts():
    app = create_app(TINY)
    client, version = app.server.test_client(), app.pages.version
    page = client.get("/").text
    files = [file.removeprefix(".") for file in files_in(page)]
    assert len(files) > 30
    for path in ("/", "/de/", f"/solid-{version}.json", "/data/nerve-atlas-en.apkg", "/slides/en/arm.pptx", *files):
        whole = client.get(path)
        part = client.get(path, headers={"Range": "bytes=1-4", "If-Range": whole.headers["ETag"]})
        assert part.status_code == 206 and part.get_data() == whole.get_data()[1:5], path
        assert part.headers.get("Content-Disposition") == whole.headers.get("Content-Disposition")


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


def test_a_page_with_classrooms_keeps_only_what_can_be_fetched() -> None:
    """A browser keeps all files of a page or none, so one that is not there ends all use offline."""
    client = create_app(TINY, rooms=Rooms(MemoryStore(60))).server.test_client()
    script = client.get("/worker.js").text
    told = json.loads(script.removeprefix("self.PRECACHE=").partition(";\n")[0])
    kept = [*told["files"], *told["also"]]
    assert kept
    assert [file for file in kept if client.get(urljoin("/", file)).status_code != 200] == []
