"""The accessibility tree of ten states is the one that somebody has accepted."""

import difflib

import pytest

from tests.browsers.accessibility_snapshots import STATES, accepted, snapshot
from tests.support.limbs import TINY

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address(serve) -> str:
    return serve(TINY)


@pytest.mark.parametrize("name", STATES)
def test_the_accessibility_tree_was_accepted(browser, address, name) -> None:
    with browser.new_context(reduced_motion="reduce", service_workers="block") as context:
        tree = snapshot(context.new_page(), address, name)
    changed = list(
        difflib.unified_diff(accepted(name).splitlines(), tree.splitlines(), "accepted", "now", lineterm="", n=1)
    )
    assert not changed, "\n".join([f"read it aloud, then run `make accessibility` ({name})", *changed[:60]])
