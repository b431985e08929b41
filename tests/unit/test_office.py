"""Slides are opened by LibreOffice in CI, and nowhere is it left unsaid that they were not."""

import pytest

from tests.support import office


@pytest.fixture
def installs(monkeypatch) -> list[tuple[str, bool]]:
    """What was to be installed, on a machine without LibreOffice on which nothing can be."""
    asked: list[tuple[str, bool]] = []

    def install(name: str, recommended: bool = True) -> bool:
        asked.append((name, recommended))
        return False

    monkeypatch.setattr(office, "install_package", install)
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    office._installed.cache_clear()
    yield asked
    office._installed.cache_clear()


def test_without_the_switch_nothing_is_installed_and_the_test_is_skipped_loudly(installs, monkeypatch):
    monkeypatch.delenv(office.REQUIRED, raising=False)
    with pytest.warns(UserWarning, match="NO SLIDE WAS OPENED"), pytest.raises(pytest.skip.Exception):
        office.office_command()
    assert installs == []


def test_with_the_switch_it_is_installed_once_and_the_test_fails_without_it(installs, monkeypatch):
    monkeypatch.setenv(office.REQUIRED, "1")
    for _ in range(2):
        with pytest.raises(pytest.fail.Exception, match="apt-get install libreoffice-impress"):
            office.office_command()
    assert installs == [("libreoffice-impress", False)]


def test_what_the_machine_has_is_taken(installs, monkeypatch):
    monkeypatch.setenv(office.REQUIRED, "1")
    monkeypatch.setattr(office.shutil, "which", {"libreoffice": "/usr/bin/libreoffice"}.get)
    assert office.office_command() == "/usr/bin/libreoffice"
    assert installs == []
