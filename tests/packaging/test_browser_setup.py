"""`make test` sees to it that Playwright starts, also where its Node.js lacks a library of the system."""

from collections.abc import Iterator

import pytest

from tests.support import chromium


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packages that would be installed; each can be."""
    names: list[str] = []
    monkeypatch.setattr(chromium, "install_package", lambda name: not names.append(name))
    return names


@pytest.mark.parametrize(("starts", "packages"), [([True], []), ([False, True], ["libatomic1"])])
def test_the_library_is_installed_only_where_it_lacks(
    starts: list[bool], packages: list[str], installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: Iterator[bool] = iter(starts)
    monkeypatch.setattr(chromium, "driver_starts", lambda: next(answers))
    chromium.ensure_driver()
    assert installed == packages


def test_a_driver_that_never_starts_is_one_line(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "driver_starts", lambda: False)
    with pytest.raises(SystemExit, match="Install the library libatomic1"):
        chromium.ensure_driver()
    assert installed == ["libatomic1"]


def test_the_driver_of_this_machine_starts() -> None:
    assert chromium.driver_starts()
