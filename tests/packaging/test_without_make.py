"""`python -m tools run` and `test` do what `make run` and `make test` do."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import __main__ as tools

ROOT = Path(__file__).resolve().parents[2]
needs_make = pytest.mark.skipif(not shutil.which("make"), reason="it is compared with make, which is missing")


def made_by_make(target: str) -> list[list[str]]:
    """The commands of the environment that a target runs from an empty checkout, in order."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "--dry-run", "--always-make", "JOBS=2", "ARGS=--more", target]
    said = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, encoding="utf-8", check=True).stdout
    lines = [line.removeprefix("exec ") for line in said.splitlines()]
    return [shlex.split(line.removeprefix(".venv/bin/")) for line in lines if line.startswith(".venv/bin/")]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Every command that would run, in an empty checkout."""
    commands: list[list[str]] = []
    monkeypatch.setattr(tools, "VENV", tmp_path)
    monkeypatch.setattr(tools, "is_newer", lambda made, sources: False)
    monkeypatch.setattr(tools, "make_environment", lambda: None)
    monkeypatch.setattr(tools, "run", lambda *command: commands.append(list(command)))
    return commands


@needs_make
@pytest.mark.parametrize("target", ["run", "test"])
def test_it_runs_the_commands_of_make(target: str, ran: list[list[str]]) -> None:
    expected = made_by_make(target)
    tools.main([target, "--more"])
    assert len(expected) >= 5
    assert sorted(ran) == sorted(expected), "Makefile and tools/__main__.py differ"
    assert ran[-1] == expected[-1]


def test_what_is_up_to_date_is_not_installed_or_built_again(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "is_newer", lambda made, sources: True)
    tools.main(["run"])
    assert ran == [["nerve-atlas", "serve"]]


@pytest.mark.parametrize(("made", "sources", "newer"), [(5, [3, 5], True), (5, [3, 6], False), (None, [3], False)])
def test_a_source_that_is_newer_counts(tmp_path: Path, made: int | None, sources: list[int], newer: bool) -> None:
    paths = []
    for number, time in enumerate([made, *sources]):
        path = tmp_path / str(number)
        paths.append(path)
        if time is not None:
            path.touch()
            os.utime(path, (time, time))
    assert tools.is_newer(paths[0], paths[1:]) is newer


@pytest.mark.parametrize("arguments", [[], ["serve"]])
def test_another_word_is_one_line(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"^Write `python -m tools run` or `python -m tools test`\.$"):
        tools.main(arguments)


def test_an_old_python_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; .* is Python 3\.10\.4"):
        tools.make_environment()


def test_a_failed_command_ends_it_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "FOLDER", Path(sys.executable).parent)
    with pytest.raises(SystemExit) as ended:
        tools.run("python", "-c", "raise SystemExit(7)")
    assert ended.value.code == 7
