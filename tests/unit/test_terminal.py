"""What commands print: in shells of any encoding, into a full disk, and to a reader that stops early."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli import COMMANDS, main
from tests.support.limbs import TINY, copy_of, set_cell

PRINTED = {
    "article": ["article"],
    "check": ["check", str(TINY)],
    "compare": ["compare", "long", "loop"],
    "joints": ["joints"],
    "lesion": ["lesion", "ring"],
    "localise": ["localise", "--weak", "curler"],
    "pathway": ["pathway", "K1"],
    "referred": ["referred"],
    "search": ["search", "arm"],
    "studies": ["studies", "ring"],
    "variants": ["variants"],
}
"""Every command that has `--json`."""
WITHOUT_JSON = {
    "checklist",
    "data",
    "deck",
    "export",
    "figure",
    "handout",
    "locales",
    "new",
    "questions",
    "room",
    "serve",
    "slides",
}
ODD = "Ärmel → “dünn” ≤ 5 µm – žluť 腕 Ω"
"""A name with letters that cp1252 has, some that it has not but that have a plain form, and two without one."""
ODD_IN_CP1252 = "Ärmel -> “dünn” <= 5 µm – žlut ? ?"


@pytest.fixture(scope="module")
def odd_limb(tmp_path_factory) -> Path:
    folder = copy_of(TINY, tmp_path_factory.mktemp("odd"))
    set_cell(folder, "muscles", "curler", "name", ODD)
    return folder


def words_of(name: str, folder: Path) -> list[str]:
    return ["check", str(folder)] if name == "check" else [*PRINTED[name], "--data", str(folder)]


def test_every_command_is_tried() -> None:
    assert PRINTED.keys() | WITHOUT_JSON == COMMANDS.keys()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-16"])
@pytest.mark.parametrize("name", PRINTED)
def test_a_shell_of_any_encoding(odd_limb: Path, name: str, encoding: str) -> None:
    plain = CliRunner(charset=encoding).invoke(main, words_of(name, odd_limb))
    assert plain.exit_code == 0, plain.exception
    found = CliRunner(charset=encoding).invoke(main, [*words_of(name, odd_limb), "--json"])
    usual = CliRunner().invoke(main, [*words_of(name, odd_limb), "--json"])
    assert json.loads(found.stdout_bytes.decode(encoding)) == json.loads(usual.stdout)


def test_characters_that_an_encoding_lacks_get_a_plainer_form(odd_limb: Path) -> None:
    found = CliRunner(charset="cp1252").invoke(main, ["search", "curler", "--data", str(odd_limb)])
    assert ODD_IN_CP1252 in found.stdout


def spawned(*words: str, stdout: int, encoding: str = "utf-8") -> subprocess.CompletedProcess:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "atlas", *words]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, env=environment, timeout=300)


def test_the_shell_of_an_old_windows() -> None:
    found = spawned("pathway", "K1", "--data", str(TINY), stdout=subprocess.PIPE, encoding="cp1252")
    assert (found.returncode, found.stderr) == (0, "") and "K1 root -> " in found.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [["pathway", "K1"], ["pathway", "K1", "--json"], ["check"], ["--help"]], ids=" ".join)
def test_output_onto_a_full_disk_is_one_line(words: list[str]) -> None:
    data = {"pathway": ["--data", str(TINY)], "check": [str(TINY)]}.get(words[0], [])
    with Path("/dev/full").open("wb") as full:
        found = spawned(*words, *data, stdout=full.fileno())
    line = f"nerve-atlas: cannot read or write the output ({os.strerror(errno.ENOSPC)})\n"
    assert (found.returncode, found.stderr) == (2, line)


def test_a_reader_that_stops_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    found = spawned("article", stdout=writer)
    os.close(writer)
    assert found.stderr == ""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["serve", "--port", "70000"], "Invalid value for '--port': 70000 is not in the range 0<=x<=65535"),
        (["room", "--port", "70000"], "Invalid value for '--port': 70000 is not in the range 0<=x<=65535"),
        (["serve", "--port", "many"], "Invalid value for '--port': 'many' is not a valid integer range"),
        (["pathway"], "Missing argument 'NAME'"),
        (["data"], "Missing option '--format'. Choose from: csv, graphml, jsonld, bibtex"),
        (["nobody"], "No such command 'nobody'"),
    ],
)
def test_wrong_arguments_are_one_line(words: list[str], line: str) -> None:
    found = CliRunner().invoke(main, words)
    assert found.exit_code == 2 and found.stdout == ""
    assert found.stderr.startswith(f"nerve-atlas: {line}; see `") and found.stderr.endswith("--help`\n")
    assert found.stderr.count("\n") == 1
