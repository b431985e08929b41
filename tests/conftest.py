"""What several tests share: the real atlas and the tiny one, a running server, the browser's start."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import wraps
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from tests.support.chromium import launch_options
from tests.support.limbs import TINY
from tests.support.serving import serving

# how long an example takes depends on what else the machine does
settings.register_profile("atlas", deadline=None)
# `make mutants`: the same examples for each mutant; that one fails is enough, it need not be the smallest
settings.register_profile(
    "mutants", deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("atlas")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, so that `-m "not browser"` leaves it out."""
    for item in items:
        if {"page", "browser", "context"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    return {**browser_type_launch_args, **launch_options()}


def _stamps(folder: str = str(TINY)) -> dict[str, tuple[int, int]]:
    """Each file of the tiny limb, with its size and when it was written."""
    found = {}
    for entry in os.scandir(folder):  # much faster than Path.rglob, and asked for after each test
        if entry.is_dir():
            found |= _stamps(entry.path)
        else:
            stat = entry.stat()
            found[entry.path] = (stat.st_size, stat.st_mtime_ns)
    return found


UNTOUCHED = _stamps()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail the test in whose time a file of the tiny limb was written, as many tests read it."""
    yield
    global UNTOUCHED
    before, UNTOUCHED = UNTOUCHED, _stamps()
    changed = sorted({os.path.relpath(path, TINY) for path, _ in before.items() ^ UNTOUCHED.items()})
    assert not changed, f"tests/tiny_limb was changed during {item.nodeid}: {', '.join(changed)}"


@pytest.fixture(scope="session", autouse=True)
def one_real_atlas() -> Iterator[None]:
    """Let every test that loads the real data, such as through a command, have the same atlas.

    Nothing changes an atlas, and no test changes the data of the package. What has been worked out for one test, or for
    the server, need not be worked out for another. Other folders are read each time.
    """
    from atlas import Atlas
    from atlas.resources import resource_dir

    loaded: dict[tuple, Atlas] = {}
    load = Atlas.load

    @wraps(load)
    def load_once(folder: str | Path | None = None, lang: str = "en", variants: Iterable[str] = ()) -> Atlas:
        if folder is not None:
            return load(folder, lang, variants)
        key = (resource_dir("data"), lang, tuple(variants))
        if key not in loaded:
            loaded[key] = load(None, lang, key[2])
        return loaded[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Atlas, "load", staticmethod(load_once))
        yield


@pytest.fixture(scope="session")
def atlas():
    """The atlas of the real data, loaded once."""
    from atlas import Atlas

    return Atlas.load()


@pytest.fixture(scope="session")
def tiny():
    """The atlas of the tiny invented limb."""
    from atlas import Atlas

    return Atlas.load(TINY)


@pytest.fixture(scope="module", params=["tiny", "real"])
def limb(request: pytest.FixtureRequest):
    """Both atlases, one after the other; of a module's scope, so that each file still runs in one piece."""
    return request.getfixturevalue("tiny" if request.param == "tiny" else "atlas")


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
