"""While one thing is being built, requests for others are answered, and only a limited number wait."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from werkzeug.exceptions import ServiceUnavailable

from atlas import Atlas
from atlas.lazy_property import cached_property
from atlas.web import localized_pages
from atlas.web.app import create_app
from atlas.web.host import settings
from atlas.web.localized_pages import PageForm
from atlas.web.waiting import MOST_FOR_ONE, MOST_WAITING, RETRY_AFTER, SHARED, THREADS, WaitingPlaces
from tests.support.limbs import TINY
from tests.support.serving import hosting

LONG = 60
"""Seconds after which a test that waits for ever gives up; nothing is measured."""
CROWD = 2 * THREADS


class Held:
    """A building that goes on until it is released, and says when it has begun."""

    def __init__(self) -> None:
        self.begun, self.released = threading.Event(), threading.Event()

    def wait(self) -> None:
        self.begun.set()
        assert self.released.wait(LONG)


@contextmanager
def held_building(monkeypatch, language: str) -> Iterator[Held]:
    """Until the end of the block, everything that is built for a language is held."""
    held, load = Held(), Atlas.in_language

    def in_language(atlas: Atlas, asked: str) -> Atlas:
        if asked == language:
            held.wait()
        return load(atlas, asked)

    monkeypatch.setattr(Atlas, "in_language", in_language)
    try:
        yield held
    finally:
        held.released.set()


def status_of(url: str, accept: str = "*/*") -> tuple[int, dict[str, str]]:
    try:
        with urlopen(Request(url, headers={"Accept": accept}), timeout=LONG) as response:
            response.read()
            return response.status, dict(response.headers)
    except HTTPError as refused:
        refused.read()
        return refused.code, dict(refused.headers)


def paths_in(app, language: str) -> list[str]:
    """Everything that is built for a language: its page, bundles, worker, deck and slides."""
    folder, version = app.pages.folder(PageForm(language)), app.pages.version
    bundles = [f"/{folder}{name}-{version}.json" for name in localized_pages.BUILDERS]
    return [f"/{folder}", *bundles, f"/{folder}worker.js", f"/slides/{language}/arm.pptx"]


def test_a_language_that_is_being_built_keeps_nothing_else_from_answering(monkeypatch):
    app = create_app(TINY)
    with (
        hosting(app.server) as address,
        ThreadPoolExecutor(CROWD) as crowd,
        held_building(monkeypatch, "de") as held,
    ):
        paths = paths_in(app, "de")
        asking: list[Future] = [crowd.submit(status_of, f"{address}{paths[n % len(paths)]}") for n in range(CROWD)]
        assert held.begun.wait(LONG)
        for path in ("/healthz", "/", f"/pathways-{app.pages.version}.json", "/es/", "/robots.txt"):
            assert status_of(f"{address}{path}")[0] == 200, path
        held.released.set()
        answers = [future.result(LONG) for future in asking]
    assert {status for status, _ in answers} <= {200, 503}
    assert sum(status == 200 for status, _ in answers) >= 1
    refused = [headers for status, headers in answers if status == 503]
    assert len(refused) >= CROWD - MOST_FOR_ONE
    assert all(int(headers["Retry-After"]) > 0 for headers in refused)


def test_who_finds_no_place_gets_a_page_that_comes_again(monkeypatch):
    app = create_app(TINY)
    with ExitStack() as taken:
        for _ in range(MOST_FOR_ONE):
            taken.enter_context(app.pages.waiting.place("de"))
        page = app.server.test_client().get("/de/", headers={"Accept": "text/html"})
        assert page.status_code == 503 and "<h1>" in page.text
        assert page.headers["Retry-After"] == page.headers["Refresh"] == str(RETRY_AFTER)
        assert page.headers["Cache-Control"] == "no-store"
    assert app.server.test_client().get("/de/").status_code == 200


def test_what_is_ready_needs_no_place():
    app = create_app(TINY)
    app.pages.build_ahead(["de"])
    with ExitStack() as taken:
        for _ in range(MOST_FOR_ONE):
            taken.enter_context(app.pages.waiting.place("de"))
        client = app.server.test_client()
        assert {client.get(path).status_code for path in paths_in(app, "de")[:-2]} == {200}


def test_all_languages_are_built_ahead_first_their_first_views(monkeypatch):
    app, built = create_app(TINY), []
    real = localized_pages.bundle_json
    monkeypatch.setattr(
        localized_pages,
        "bundle_json",
        lambda name, atlas: built.append((atlas.language, name)) or real(name, atlas),
    )
    app.pages.build_ahead()
    languages, names = app.pages.languages, localized_pages.BUILDERS
    assert built[: len(languages)] == [(language, localized_pages.FIRST_VIEW_BUNDLE) for language in languages]
    assert sorted(built) == sorted((language, name) for language in languages for name in names), "each once"


def taken(places: WaitingPlaces, language: str, stack: ExitStack) -> bool:
    try:
        stack.enter_context(places.place(language))
    except ServiceUnavailable:
        return False
    return True


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 24])
def test_no_language_takes_the_places_of_another(count):
    places, languages = WaitingPlaces(count), [SHARED, *map(str, range(1, count))]
    with ExitStack() as stack:
        assert taken(places, languages[0], stack)
        while taken(places, languages[0], stack):
            pass
        assert all(taken(places, language, stack) for language in languages[1:])
    with ExitStack() as stack:
        assert all(taken(places, language, stack) for language in languages), "a place is given back"


def test_some_threads_are_always_free():
    places = WaitingPlaces(1000)
    with ExitStack() as stack:
        assert sum(taken(places, str(n), stack) for n in range(1000)) == MOST_WAITING < THREADS
    assert settings({})["blocking_threads"] == THREADS


def computed_while_another_is_held(kind: Callable) -> bool:
    """Whether a property of one object is computed while the same property of another object takes its time."""
    held = Held()

    class Thing:
        def __init__(self, name: str) -> None:
            self.name = name

        def value(self) -> str:
            if self.name == "slow":
                held.wait()
            return self.name

        value = kind(value)

    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(lambda: Thing("slow").value)
        assert held.begun.wait(LONG)
        fast = threads.submit(lambda: Thing("fast").value)
        try:
            return fast.result(LONG) == "fast"
        finally:
            held.released.set()
            assert slow.result(LONG) == "slow"


def test_an_object_does_not_wait_for_the_property_of_another():
    assert computed_while_another_is_held(cached_property)


def test_a_property_is_kept():
    calls = []

    class Thing:
        @cached_property
        def value(self) -> int:
            calls.append(self)
            return len(calls)

    thing = Thing()
    assert (thing.value, thing.value, Thing().value) == (1, 1, 2)
