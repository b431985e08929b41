"""Somebody who follows a guide to the letter, on a copy of the data, gets a data set without a problem."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.placeholders import MARK
from atlas.resources import resource_dir
from tests.support.how_to import blocks, commands, fill_in, remove_unfilled
from tools.docs.source_pages import ROOT

GUIDES = ("nerve", "muscle", "condition", "tour", "case")


def run(*words: str) -> str:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == 0, result.output
    return result.output


def guide(name: str) -> str:
    return (ROOT / f"docs/how-to/{name}.md").read_text("utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of links, so that a copy costs nothing; tables are replaced by their own file when they are written."""
    return tmp_path_factory.mktemp("how_to")


def followed(name: str, folder: Path) -> Path:
    """A copy of the data after every step of a guide."""
    data, text = folder / name, guide(name)
    source = resource_dir("data")
    for path in source.rglob("*"):
        if path.is_file() and path.suffix != ".avif":
            (data / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
            (data / path.relative_to(source)).write_bytes(path.read_bytes())
    made = commands(text, "new")
    assert made, "the guide begins with nerve-atlas new"
    for words in made:
        run(*words, str(data))
    filled = sum(fill_in(data, file, rows) for file, rows in blocks(text))
    assert filled >= 1
    remove_unfilled(data, "anatomy/innervation.csv")
    return data


@pytest.mark.slow
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_leads_to_a_sound_data_set(name: str, copy: Path) -> None:
    data = followed(name, copy)
    assert not [path for path in data.rglob("*.csv") if MARK in path.read_text("utf-8")]
    report = json.loads(run("check", str(data), "--json"))
    assert report["sound"]
    lacks = {(part["id"], part["wrong"]) for part in report["missing"]}
    drawn_later = {("example_nerve", "not drawn"), ("example_muscle", "not drawn"), ("example_muscle", "no strand")}
    assert lacks <= drawn_later, "a guide leaves out only what `make figures` draws"
    # no file of the copy has another number of rows than the guide says
    added = {file: len(rows) for file, rows in blocks(guide(name))}
    for file, count in added.items():
        before, after = (folder / file for folder in (resource_dir("data"), data))
        assert after.read_text("utf-8").count("\n") - before.read_text("utf-8").count("\n") == count


@pytest.mark.slow
def test_the_nerve_of_the_guide_is_found_with_its_muscle_and_skin(copy: Path) -> None:
    atlas = Atlas.load(copy / "nerve" if (copy / "nerve").exists() else followed("nerve", copy))
    pathway = atlas.pathway("Example nerve")
    assert pathway.muscles == ("example_muscle",)
    assert pathway.territories == ("posterior_leg_upper",)
    assert set(pathway.roots) == {"S1", "S2"}
    assert "example_muscle" in atlas.lesion("example_nerve").lost
    assert atlas.path("S1", "example muscle")[-3:] == ("tibial.popliteal", "example_nerve", "example_muscle")


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_fills_in_rows_that_new_writes(name: str) -> None:
    """Each row of a guide is one that `new` prints, or the guide says that it is added."""
    text = guide(name)
    printed = [line for words in commands(text, "new") for line in run(*words[:-1], "--dry-run").splitlines()]
    tables = {line for line in printed if line.endswith(".csv")}
    for file, _ in blocks(text):
        new_by_hand = file in {"sources/sources.csv", "figure_source/waypoints.csv"} or "muscle_" in file
        assert file in tables or new_by_hand
