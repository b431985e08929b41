"""A short path through the page in Firefox, as CI has no time for all of `make browsers`."""

from collections.abc import Iterator

import pytest

from tests.browsers.firefox_tab import FirefoxTab
from tests.browsers.paths import PATHS, SHORT
from tests.browsers.visitor import Visitor
from tests.support.firefox import ensure_firefox

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def firefox() -> Iterator[FirefoxTab]:
    if ensure_firefox() is None:
        pytest.skip("NO FIREFOX: firefox-esr is not installed and could not be installed, so nothing was tried in it")
    tab = FirefoxTab()
    yield tab
    tab.close()


@pytest.mark.parametrize("width, height", [(1440, 900), (390, 844)])
def test_the_main_paths_can_be_taken(firefox, served, atlas, width, height) -> None:
    firefox.resize(width, height)
    for path in SHORT:
        visitor = Visitor(firefox, served)
        try:
            PATHS[path](visitor, atlas)
            visitor.rest()
        except AssertionError as wrong:
            raise AssertionError(f"{path}: {wrong}") from wrong
