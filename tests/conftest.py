"""What several tests share: the real atlas, a running server, the browser's start."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.chromium import launch_options
from tests.support.serving import serving


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, so that `-m "not browser"` leaves it out."""
    for item in items:
        if {"page", "browser", "context"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    return {**browser_type_launch_args, **launch_options()}


@pytest.fixture(scope="session")
def atlas():
    """The atlas of the real data, loaded once."""
    from atlas import Atlas

    return Atlas.load()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """`serve(data_dir)` answers the address of a server over that data, up until the session ends."""
    with ExitStack() as running:

        def start(data_dir: Path | None = None, more: dict | None = None) -> str:
            return running.enter_context(serving(data_dir, more))

        yield start


@pytest.fixture(scope="session")
def served(serve: Callable[..., str]) -> str:
    """The address of a server over the real data."""
    return serve()
