"""Commands are listed without their modules, and heavy libraries are imported only by commands that need them."""

import importlib
import json
import pkgutil
import subprocess
import sys

import pytest

import atlas.cli
from atlas.cli import ALIASES, COMMANDS, main
from tests.support.limbs import TINY

SHARED = {"check_pack", "loading", "local_server", "output", "terminal", "version"}
"""Modules of atlas.cli that are not commands."""
HEAVY = {
    "pandas",
    "numpy",
    "dash",
    "flask",
    "plotly",
    "babel",
    "weasyprint",
    "genanki",
    "segno",
    "waitress",
    "pptx",
    "resvg_py",
}


def modules_after(*words: str) -> set[str]:
    """The top-level modules that a process has imported after running a command."""
    code = (
        "import sys, json\nfrom atlas.__main__ import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_the_table_of_commands_lists_every_command_module() -> None:
    assert {module.name for module in pkgutil.iter_modules(atlas.cli.__path__)} - SHARED == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_short_help_is_the_first_paragraph_of_the_docstring(name: str) -> None:
    command = getattr(importlib.import_module(f"atlas.cli.{name}"), name)
    assert command.name == name
    assert " ".join(command.help.split("\n\n")[0].split()) == COMMANDS[name]


def test_help_imports_no_command_and_no_data_set() -> None:
    imported = modules_after("--help")
    assert not {f"atlas.cli.{name}" for name in COMMANDS} & imported
    assert not (HEAVY | {"pydantic", "networkx", "atlas.api", "atlas.dataset"}) & imported


@pytest.mark.parametrize("words", [["pathway", "K1"], ["pathway", "K1", "--json"], ["check"]])
def test_a_simple_command_imports_no_heavy_library(words: list[str]) -> None:
    data = [str(TINY)] if words == ["check"] else ["--data", str(TINY)]
    unused = HEAVY - {"babel"} if words == ["check"] else HEAVY | {"networkx", "rapidfuzz"}
    assert not unused & modules_after(*words, *data)


@pytest.mark.parametrize(("alias", "name"), ALIASES.items())
def test_an_alias_is_the_same_command_and_not_listed(alias: str, name: str) -> None:
    assert main.get_command(None, alias) is main.get_command(None, name)
    assert alias not in main.list_commands(None)


def test_a_removed_command_is_an_ordinary_error() -> None:
    assert main.get_command(None, "seal") is None
