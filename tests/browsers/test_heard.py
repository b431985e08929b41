"""What a screen reader is told in ten states has been read by a person as it is."""

import difflib

import pytest

from tests.browsers.heard import STATES, accepted, heard
from tests.support.limbs import TINY

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address(serve) -> str:
    return serve(TINY)


@pytest.mark.parametrize("name", STATES)
def test_what_is_heard_was_read(browser, address, name) -> None:
    with browser.new_context(reduced_motion="reduce", service_workers="block") as context:
        told = heard(context.new_page(), address, name)
    changed = list(
        difflib.unified_diff(accepted(name).splitlines(), told.splitlines(), "accepted", "now", lineterm="", n=1)
    )
    assert not changed, "\n".join([f"read it aloud, then `make heard` ({name})", *changed[:60]])
