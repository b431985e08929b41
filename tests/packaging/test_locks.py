"""The locks pin what setup.cfg asks for, with hashes, and name no package index."""

import re
from configparser import ConfigParser

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.wheel_build import ROOT

EXTRAS = ("test", "host")
BUILD_TOOL = (ROOT / "requirements/build.in").read_text("utf-8").strip()
CONFIG = ConfigParser()
CONFIG.read(ROOT / "setup.cfg", encoding="utf-8")


def lock(extra: str) -> str:
    return (ROOT / f"requirements/{extra}.txt").read_text("utf-8")


def requirements(extra: str) -> list[Requirement]:
    """What setup.cfg asks for with an extra and the extras that it includes, and the build tool."""
    lines = [*CONFIG["options"]["install_requires"].splitlines(), BUILD_TOOL, f"nerve-atlas[{extra}]"]
    found = []
    while lines:
        line = lines.pop().strip()
        if not line or line.startswith("#"):
            continue
        requirement = Requirement(line)
        if requirement.name == "nerve-atlas":
            for name in requirement.extras:
                lines += CONFIG["options.extras_require"][name].splitlines()
        else:
            found.append(requirement)
    return found


def entries(extra: str) -> list[str]:
    """The lock's entries: a pin with its hashes, as one text each."""
    return re.sub(r"^ *#.*\n", "", lock(extra), flags=re.M).replace("\\\n", "").strip().splitlines()


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_requirement_is_pinned_at_a_version_it_allows(extra: str) -> None:
    pinned: dict[str, list[str]] = {}
    for entry in entries(extra):
        name, version = re.match(r"([\w.-]+)==(\S+)", entry).groups()
        pinned.setdefault(canonicalize_name(name), []).append(version)
    wrong = [
        f"{requirement}: {versions}"
        for requirement in requirements(extra)
        if not (versions := pinned.get(canonicalize_name(requirement.name), []))
        or not all(map(requirement.specifier.contains, versions))
    ]
    assert not wrong, "run make lock"


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_entry_has_hashes_and_none_an_address(extra: str) -> None:
    entry_pattern = re.compile(r"[\w.-]+==[^\s;]+(?: ; [^@:]+?)?(?: +--hash=sha256:[0-9a-f]{64})+")
    assert entries(extra)
    assert not [entry for entry in entries(extra) if not entry_pattern.fullmatch(entry)]
    assert "://" not in lock(extra)


def test_hosts_get_the_releases_that_were_tested() -> None:
    assert set(entries("host")) <= set(entries("test"))


def test_build_tool_is_the_one_in_pyproject() -> None:
    assert f'requires = ["{BUILD_TOOL}"]' in (ROOT / "pyproject.toml").read_text("utf-8")
