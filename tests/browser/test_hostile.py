"""Text that is a program elsewhere, in the address and in the data: here it stays text, in every part of the page.

`FUZZ=1` takes all texts in all modes; otherwise a few.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from atlas.api import Atlas
from atlas.web.layout.controls import MODES
from tests.browser.conftest import DISK, opening
from tests.fuzz.hostile import HOSTILE, PARAMETERS, SAFE
from tests.fuzz.limb import hostile_limb
from tests.support.exported_site import exported, ready
from tests.support.limbs import TINY
from tests.support.serving import serving

pytestmark = pytest.mark.slow

ALL = bool(os.environ.get("FUZZ"))
QUIET = {"hit": None, "put": 0}


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what it did that text never does: asked, ran into its policy, or went elsewhere."""
    context = browser.new_context(service_workers="block")
    page, wrong = context.new_page(), []
    page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda said: "Content Security Policy" in said.text and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on("request", lambda sent: urlsplit(sent.url).hostname == "evil.example" and wrong.append(sent.url))
    yield page, wrong
    context.close()


INHERITED = ("__proto__", "constructor", "toString", "hasOwnProperty")
"""Names that every object of a script has, though nobody gave them to it."""


def queries() -> Iterator[dict[str, str]]:
    """Every parameter hostile at once, each with another text; and then in each mode."""
    for name in INHERITED if ALL else INHERITED[:2]:
        asked = dict.fromkeys(PARAMETERS, name)
        yield from (asked | {"mode": mode} for mode in (*MODES, name)) if ALL else (asked,)
    for first in range(0, len(HOSTILE), 1 if ALL else 25):
        texts = [HOSTILE[(first + at) % len(HOSTILE)] for at in range(len(PARAMETERS))]
        asked = dict(zip(PARAMETERS, texts, strict=True))
        yield asked
        for at, mode in enumerate(MODES):
            if ALL or at % 4 == first % 3:
                yield asked | {"mode": mode}


def test_the_parameters_are_those_of_the_page() -> None:
    code = Path("assets/app/address.js").read_text("utf-8")
    defaults = code.partition("=> ({")[2].partition("});")[0]
    assert set(re.findall(r"^  ([a-z]+)[:,]", defaults, re.M)) == set(PARAMETERS)


def test_no_text_in_the_address_runs(watched, serve: Callable[..., str]) -> None:
    page, wrong = watched
    served = serve(None if ALL else TINY)
    for asked in queries():
        page.goto(opening(served, "?" + urlencode(asked)))
        ready(page)
        page.wait_for_timeout(60)
        assert page.evaluate(SAFE) == QUIET, asked
        assert not wrong, (asked, wrong)
    page.goto(opening(served, "#" + HOSTILE[3]))
    ready(page)
    assert page.evaluate(SAFE) == QUIET


def visited(page: Page, address: str, ids: list[str]) -> None:
    """Look at what the data say: in each mode, of each thing, in both voices."""
    states = (
        [f"mode={mode}" for mode in MODES[:: 1 if ALL else 3]]
        + [f"select={one}" for one in ids]
        + ["plate=solid", "voice=plain"]
    )
    states += [f"select={one}&voice=plain&show=labels,sites" for one in ids[:: 1 if ALL else 6]]
    states += [f"mode=lesion&lesion={one}" for one in ids[:: 3 if ALL else 9]] + [
        "tour=walk&step=1",
        "mode=conditions&part=x",
    ]
    for state in states:
        page.goto(opening(address, f"?{state}"))
        ready(page)
        page.wait_for_timeout(60)
        assert page.evaluate(SAFE) == QUIET, state
    for opener in ("#panel [data-claim]", "[data-source]"):
        for button in page.locator(opener).all()[:3]:
            if button.is_visible():
                button.click()
                page.wait_for_timeout(60)
                assert page.evaluate(SAFE) == QUIET, opener
                page.keyboard.press("Escape")


@pytest.fixture
def lenient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of plain words would keep most of it out; here it must not matter."""
    monkeypatch.setattr("atlas.dataset.validation.broken_rules", lambda dataset: [])


@pytest.mark.usefixtures("lenient")
@pytest.mark.parametrize("first", [None, *range(0, len(HOSTILE), 25)] if ALL else [None])
def test_no_text_in_the_data_runs(watched, tmp_path: Path, first: int | None) -> None:
    page, wrong = watched
    limb = hostile_limb(tmp_path, first)
    nodes = list(Atlas.load(limb).nodes)
    with serving(limb) as address:
        visited(page, address, nodes if ALL else nodes[::20])
        assert not wrong


@pytest.mark.usefixtures("lenient")
@pytest.mark.skipif(bool(DISK), reason="is written here anyway")
def test_no_text_in_the_data_runs_in_a_file(watched, tmp_path: Path) -> None:
    page, wrong = watched
    one = exported(tmp_path / "one", hostile_limb(tmp_path, None), single=True)
    for query in ("?select=K1", "?mode=sources"):
        page.goto(one.as_uri() + query)
        ready(page)
        assert page.evaluate(SAFE) == QUIET
    assert not wrong
