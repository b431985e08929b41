"""The locks hold what setup.cfg asks for, each release with its hashes, and tell no address."""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.packaging import pins as reading
from tools.packaging.install import is_locked, steps
from tools.packaging.lock_file import Pin, asked, pins
from tools.packaging.update_locks import EXTRAS, lock_of

RELEASE = f"click==8.1.0 ; sys_platform == 'none' \\\n    --hash=sha256:{'0' * 64}\n    # via nobody\n"


def by_name(extra: str) -> dict[str, list[Pin]]:
    found: dict[str, list[Pin]] = {}
    for pin in pins(extra):
        found.setdefault(pin.name, []).append(pin)
    return found


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_requirement_is_locked_at_a_version_it_admits(extra: str) -> None:
    locked = by_name(extra)
    wrong = [
        f"{one}: {[pin.version for pin in locked.get(canonicalize_name(one.name), [])]}"
        for one in asked(extra)
        if not (taken := locked.get(canonicalize_name(one.name)))
        or not all(one.specifier.contains(pin.version) for pin in taken)
    ]
    assert not wrong, "run make lock"


def test_an_extra_brings_what_it_names_and_what_building_needs() -> None:
    names = {one.name for one in asked("test")}
    assert {"dash", "pytest", "granian", "numba", "setuptools"} <= names
    assert "nerve-atlas" not in names
    assert not {"pytest", "numba"} & {one.name for one in asked("host")}


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_release_has_hashes_and_no_address(extra: str) -> None:
    for pin in pins(extra):
        assert pin.hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in pin.hashes), pin
    text = lock_of(extra).read_text("utf-8")
    assert not re.findall(r"^-.*|.*(?:://|@ ).*", text, flags=re.M), (
        "where releases come from is told by nobody but pip"
    )


@pytest.mark.parametrize("extra", EXTRAS)
def test_one_release_at_most_is_for_this_python(extra: str) -> None:
    assert not [name for name, found in by_name(extra).items() if sum(pin.applies() for pin in found) > 1]


def test_hosts_get_the_releases_that_were_tested() -> None:
    tested = {(pin.name, pin.version, pin.marker, pin.hashes) for pin in pins("test")}
    assert not [pin.name for pin in pins("host") if (pin.name, pin.version, pin.marker, pin.hashes) not in tested]


@pytest.mark.parametrize("extra", EXTRAS)
def test_nothing_that_is_locked_asks_for_what_is_not(extra: str) -> None:
    """Pip is told to check hashes, so it would refuse. What is not installed here cannot be asked."""
    here = {pin.name for pin in pins(extra) if pin.applies()}
    for name in sorted(here):
        try:
            lines = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        needed = [one for one in map(Requirement, lines) if not one.marker or one.marker.evaluate({"extra": ""})]
        assert not [one for one in needed if canonicalize_name(one.name) not in here], name


def test_a_lock_is_read_with_its_markers(tmp_path, monkeypatch) -> None:
    lock(RELEASE, tmp_path, monkeypatch)
    (pin,) = pins("host")
    assert pin == Pin("click", "8.1.0", "sys_platform == 'none'", (f"sha256:{'0' * 64}",))
    assert not pin.applies()


@pytest.mark.parametrize("line", ["click==8.1.0\n", "click @ https://example.org/click.whl\n", "--find-links x\n"])
def test_a_line_without_hashes_or_with_an_address_is_refused(line, tmp_path, monkeypatch) -> None:
    lock(RELEASE + line, tmp_path, monkeypatch)
    with pytest.raises(ValueError, match=re.escape(line.strip())):
        pins("host")


def test_only_a_python_that_is_named_is_installed_from_the_lock() -> None:
    locked, own = steps("host", (3, 11))
    assert locked[:1] == ["--require-hashes"]
    assert locked[-1] == str(lock_of("host"))
    assert "--no-deps" in own
    assert "--no-build-isolation" in own, "else setuptools would be fetched unlocked"
    assert steps("host", (3, 99)) == [["--editable", ".[host]"]]
    assert not is_locked((3, 10))
    assert sys.version_info >= (3, 11)


def lock(text: str, folder, monkeypatch) -> None:
    path = folder / "host.txt"
    path.write_text(text, "utf-8")
    monkeypatch.setattr(reading, "lock_of", lambda extra: path)
