"""Over the web, the browser keeps the page: it opens without a server, and a new version replaces the old as a whole."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.exported_site import exported, hosting, ready
from tests.support.limbs import TINY, copy_of, set_cell
from tests.support.page_menus import go_to_mode
from tests.support.serving import served_by_command

pytestmark = pytest.mark.slow

KEPT = "navigator.serviceWorker.getRegistration().then(kept => kept?.active?.state === 'activated')"
WAITING = "navigator.serviceWorker.getRegistration().then(kept => Boolean(kept?.waiting))"
NEWER = "Root of another name"
Hosted = Callable[[Path, int], object]


@contextmanager
def as_files(limb: Path, port: int) -> Iterator[str]:
    site = limb.parent / f"{limb.name}-site"
    if not site.exists():
        exported(site, limb)
    with hosting(site, port) as at:
        yield f"http://127.0.0.1:{at}"


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def heading(page: Page, name: str) -> None:
    page.wait_for_function("name => document.querySelector('#panel h2')?.textContent === name", arg=name)


def until(page: Page, test: str) -> None:
    """Wait until a promise in the page holds."""
    while not page.evaluate(test):
        page.wait_for_timeout(50)


def caches(page: Page) -> list[str]:
    return page.evaluate("caches.keys()")


@pytest.fixture
def roots() -> list[str]:
    from atlas import Atlas

    return [*Atlas.load(TINY).dataset["roots"]]


@pytest.fixture
def newer(tmp_path: Path, roots: list[str]) -> Path:
    """The same limb, in which one root has another name."""
    limb = copy_of(TINY, tmp_path / "newer")
    set_cell(limb, "roots", roots[0], "name", NEWER)
    return limb


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return copy_of(TINY, tmp_path / "older")


@pytest.mark.parametrize("host", [served_by_command, as_files])
def test_the_second_visit_needs_no_server(visitor: Page, older: Path, roots, host: Hosted) -> None:
    with host(older, 0) as address:
        visitor.goto(f"{address}/")
        ready(visitor)
        until(visitor, KEPT)
    visitor.goto("about:blank")
    visitor.goto(f"{address}/?select={roots[0]}")
    ready(visitor)
    assert visitor.locator("#panel h2").inner_text()
    for mode in ("sources", "lesion", "quiz"):  # none of which was opened before
        go_to_mode(visitor, mode)
        visitor.wait_for_selector(f"html[data-entered='{mode}']")


@pytest.mark.parametrize("host", [served_by_command, as_files])
def test_a_new_version_replaces_the_old_as_a_whole(
    visitor: Page, older: Path, newer: Path, roots, host: Hosted
) -> None:
    with host(older, 0) as address:
        visitor.goto(f"{address}/?select={roots[0]}")
        ready(visitor)
        until(visitor, KEPT)
        before = visitor.locator("#panel h2").inner_text()
        [kept] = caches(visitor)
    with host(newer, int(address.rpartition(":")[2])):
        visitor.reload()
        until(visitor, WAITING)
        heading(visitor, before)  # the page that is open stays of one piece, with what it has not asked for yet
        go_to_mode(visitor, "lesion")
        visitor.wait_for_selector("html[data-entered='lesion']")
        assert kept in caches(visitor)
        visitor.goto(f"{address}/?select={roots[0]}")
        heading(visitor, NEWER)
        until(visitor, f"caches.keys().then(names => names.length === 1 && names[0] !== {json.dumps(kept)})")
    visitor.reload()
    heading(visitor, NEWER)
    go_to_mode(visitor, "lesion")
    visitor.wait_for_selector("html[data-entered='lesion']")


def test_browsers_can_install_it(visitor: Page, older: Path) -> None:
    with served_by_command(older, 0) as address:
        visitor.goto(f"{address}/")
        ready(visitor)
        until(visitor, KEPT)
        asking = visitor.context.new_cdp_session(visitor)
        visitor.reload()
        visitor.wait_for_selector("link[rel=manifest]", state="attached")
        told = asking.send("Page.getAppManifest")
        assert told["errors"] == [] and '"start_url": "./"' in told["data"]
        # a context of a test keeps nothing, as a private window does, and installing is refused there for that alone
        refused = {one["errorId"] for one in asking.send("Page.getInstallabilityErrors")["installabilityErrors"]}
        assert refused <= {"in-incognito"}
