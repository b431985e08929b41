"""The command line, run as a user runs it."""

import json

import pytest
from click.testing import CliRunner

from atlas.cli import main
from tests.support.limbs import TINY, copy_of, set_cell

PARTS = [
    "selected",
    "roots",
    "segments",
    "nerves",
    "territories",
    "muscles",
    "reflexes",
    "conditions",
    "edges",
    "sources",
]


@pytest.fixture
def run():
    def call(*words):
        return CliRunner().invoke(main, [str(word) for word in words])

    return call


def test_pathway_as_json(run):
    result = run("pathway", "great arm nerve", "--data", TINY, "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert [part for part in PARTS if part in found] == PARTS
    assert found["selected"] == "long"
    assert all(isinstance(found[part], list) for part in PARTS[1:])
    assert ["K2", "knot"] in found["edges"]


def test_pathway_as_text(run):
    result = run("pathway", "snap", "--data", TINY)
    assert result.exit_code == 0
    assert "K2 root → Knot → Outer half → Snap reflex" in result.stdout
    assert "muscles (0): none" in result.stdout


def test_the_map_changes_the_skin(run):
    by = {
        m: json.loads(run("pathway", "K3", "--map", m, "--json", "--data", TINY).stdout)["territories"]
        for m in ("keepers", "divers")
    }
    assert by == {"keepers": ["lower_skin"], "divers": ["tip_skin"]}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["pathway", "curlr"], "the nearest names are Curler"),
        (["pathway", "K1", "--map", "moon"], "the maps are keepers, divers"),
    ],
)
def test_unknown_names_exit_2(run, words, message):
    result = run(*words, "--data", TINY)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_search(run):
    result = run("search", "curlr", "--data", TINY)
    assert (result.exit_code, result.stdout.split()[0]) == (0, "curler")
    listed = json.loads(run("search", "skin", "--data", TINY, "--json").stdout)
    assert {found["id"] for found in listed} == {"upper_skin", "lower_skin", "tip_skin"}
    nothing = run("search", "zzzzqqqq", "--data", TINY)
    assert nothing.exit_code == 1 and nothing.stderr == "nothing here is called 'zzzzqqqq'\n"
    assert json.loads(run("search", "zzzzqqqq", "--data", TINY, "--json").stdout) == []


def test_check_counts(run):
    result = run("check", TINY)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2].split() == ["roots", "3"]
    assert json.loads(run("check", TINY, "--json").stdout)["counts"]["segments"] == 5


def test_every_command_refuses_data_with_problems(run, tmp_path):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "muscles", "curler", "cites", "")
    line = "anatomy/muscles.csv:2:10: cites: no source is cited; name at least one source, as key or key[where]"
    assert (run("check", folder).exit_code, run("check", folder).stdout.strip()) == (1, line)
    printed = json.loads(run("check", folder, "--json").stdout)
    assert printed["problems"][0]["file"] == "anatomy/muscles.csv" and not printed["sound"]
    for words in (["serve", "--port", "0"], ["pathway", "K1"], ["search", "K1"]):
        result = run(*words, "--data", folder)
        assert result.exit_code == 1
        assert line in result.stderr and "nothing was loaded" in result.stderr
        assert "Traceback" not in result.output


@pytest.mark.parametrize("words", [["check", "no/such/folder"], ["pathway"], ["search", "x", "--limit", "0"], ["fly"]])
def test_wrong_use_exits_2_with_an_error(run, words):
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith("nerve-atlas: ") and result.stderr.count("\n") == 1


def test_version_includes_the_purpose(run):
    result = run("--version")
    assert result.exit_code == 0 and "does not diagnose" in result.stdout
