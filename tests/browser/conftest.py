"""What the tests of the page share: a page that is ready, and how to read what it shows."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.support.exported_site import exported, ready

DISK = os.environ.get("ATLAS_DISK", "")
"""A folder to which the atlas was exported: then every test opens it from there, without a network (`make offline`)."""
SWEEP = bool(os.environ.get("SWEEP"))
"""Whether to look at every state (`make sweep`) instead of a sample."""
PATIENCE = 30
"""Seconds within which a page asks for what a test holds back."""


def opening(address: str, query: str = "") -> str:
    """The address of a page that is served or, with its name, on a disk."""
    return f"{address}{query}" if address.endswith(".html") else f"{address}/{query}"


class Held:
    """Answers on their way to a page, held back from when this is made until they are let go."""

    def __init__(self, page: Page, pattern: str):
        self._page, self._pattern = page, pattern
        self._routes: list[Route] = []
        page.route(pattern, lambda route: self._routes.append(route))

    def asked(self) -> None:
        """Wait until the page has asked for one of them."""
        until = time.monotonic() + PATIENCE
        while not self._routes:
            assert time.monotonic() < until, f"the page has not asked for {self._pattern}"
            self._page.wait_for_timeout(20)

    def let_go(self) -> None:
        """Wait until the page has asked, then let it have what it asked for so far."""
        self.asked()
        for route in self._routes:
            route.continue_()

    def abort(self) -> None:
        """Wait until the page has asked, then let all that it asked for so far fail."""
        self.asked()
        for route in self._routes:
            route.abort()


class Reader:
    """Reads the page as a person would: what is highlighted, what the panel and the status say."""

    def __init__(self, page: Page, address: str):
        self.page = page
        self.address = address

    def open(self, query: str = "") -> "Reader":
        """Open the page with this query and wait until it can answer."""
        self.page.goto(opening(self.address, query))
        ready(self.page)
        return self

    def resize(self, width: int, height: int) -> Page:
        """Give the window this size, and wait until the page has drawn itself in it."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_function(
            "([width, height]) => innerWidth === width && innerHeight === height", arg=[width, height]
        )
        self.painted()
        return self.page

    def painted(self) -> None:
        """Wait until the page has painted the state that it has now, and written it into the address."""
        # the page writes its address after three frames, see assets/app/scheduling.js; this is asked for later
        self.page.evaluate(
            """() => new Promise((done) => {
              const wait = (frames) => (frames ? requestAnimationFrame(() => wait(frames - 1)) : setTimeout(done));
              wait(4);
            })"""
        )

    def everything_loaded(self) -> None:
        """Wait until the page asks the server for nothing more, its pictures included, which come one after another."""
        last = "() => performance.getEntriesByType('resource').some(({ name }) => /pictures-[a-z]+-more/.test(name))"
        self.page.wait_for_function(last)
        self.page.wait_for_load_state("networkidle")

    def hold(self, pattern: str) -> Held:
        """Hold back what the page asks for at addresses of this pattern."""
        return Held(self.page, pattern)

    def choose(self, id_: str, within: str = "#figures") -> None:
        """Click a thing of this id at a point that is really it, and well inside it if there is such a point."""
        point = self.page.evaluate(
            """([within, id]) => {
              const is = (element, x, y) => document.elementFromPoint(x, y)?.closest("[data-node]") === element;
              const clear = (element, x, y) => {
                for (let dx = -7; dx < 8; dx++) for (let dy = -7; dy < 8; dy++)
                  if (!is(element, x + dx, y + dy)) return false;
                return true;
              };
              for (const element of document.querySelectorAll(`${within} [data-node="${id}"]`)) {
                element.scrollIntoView({ block: "center", inline: "center" });
                const box = element.getBoundingClientRect();
                const points = [];
                for (let i = 1; i < 12; i++) for (let j = 1; j < 12; j++) {
                  const [x, y] = [box.left + (box.width * i) / 12, box.top + (box.height * j) / 12];
                  if (is(element, x, y)) points.push([x, y]);
                }
                if (points.length) return points.find(([x, y]) => clear(element, x, y)) ?? points[0];
              }
              return null;
            }""",
            [within, id_],
        )
        assert point, f"{id_} cannot be reached by pointer in {within}"
        self.page.mouse.click(*point)

    def highlighted(self, within: str) -> set[str]:
        """The ids that are highlighted in a part of the page."""
        return set(
            self.page.eval_on_selector_all(
                f"{within} [data-node].lit", "all => all.map(element => element.dataset.node)"
            )
        )

    def heading(self) -> str:
        """The heading of the panel once it shows a selection."""
        return self.page.locator("#panel h2").inner_text()

    def wait_for_panel(self, name: str) -> None:
        """Wait until the panel shows this name as its heading."""
        self.page.wait_for_function("name => document.querySelector('#panel h2')?.textContent === name", arg=name)

    def unfold(self) -> None:
        """Open every fold of the panel."""
        self.page.evaluate("for (const fold of document.querySelectorAll('#panel details')) fold.open = true")

    def silent(self) -> None:
        """Wait until nothing is selected any more."""
        self.page.wait_for_selector("#greeting:not([hidden])")
        assert not self.highlighted("#figures") and not self.highlighted("#graph")


@pytest.fixture(scope="session")
def visits(browser: Browser, browser_context_args: dict) -> Iterator[BrowserContext]:
    """One visitor for all tests, whose browser has the files of the page already: each test opens it many times.

    Nothing moves for them: motion is tested in test_pulse.py, and drawing it takes most of the time.
    """
    still = {**browser_context_args, "reduced_motion": "reduce"}
    context = browser.new_context(**still, service_workers="block", offline=bool(DISK))
    yield context
    context.close()


@pytest.fixture
def page(visits: BrowserContext) -> Iterator[Page]:
    """A page of its own, that leaves nothing behind for the next."""
    page = visits.new_page()
    yield page
    if page.url.startswith(("http", "file")):
        page.evaluate("localStorage.clear()")
    for left in visits.pages:
        left.close()


@pytest.fixture(scope="session")
def serve(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """`serve(data_dir)` answers the address of a server over that data, or of its export."""
    if not DISK:
        return serve

    def on_disk(data_dir: Path | None = None, more: dict | None = None) -> str:
        if more:
            pytest.skip("languages made up for a test are only served")
        if data_dir is None:
            return (Path(DISK).resolve() / "index.html").as_uri()
        return exported(tmp_path_factory.mktemp("disk") / "site", data_dir).as_uri()

    return on_disk


@pytest.fixture
def asking_the_server() -> None:
    """For tests that read from the server more than a page does."""
    if DISK:
        pytest.skip("asks the server itself")


@pytest.fixture
def reader(page: Page, served: str) -> Reader:
    """A reader of the real atlas."""
    return Reader(page, served)


@pytest.fixture
def reader_of(page: Page, serve: Callable[..., str]) -> Callable[..., Reader]:
    """`reader_of(data_dir)` reads another atlas."""
    return lambda data_dir: Reader(page, serve(data_dir))
