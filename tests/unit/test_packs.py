"""Packs: the table of bad packs that the page shares, files as a whole, the command, and what the format lists."""

import copy
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.packs import known as knowing
from atlas.packs.check import MOST_PROBLEMS, check_pack, problems_of, read_pack
from atlas.packs.contents import Knowledge
from atlas.packs.pack import FORMAT, MEDIA_TYPE, MOST_BYTES, VERSION, pack_schema
from atlas.packs.problem import nearest
from atlas.web.layout.controls import LAYERS, MODES, SHOWS

ROOT = Path(__file__).resolve().parents[2]
TABLE = json.loads((ROOT / "tests/fixtures/bad_packs.json").read_text("utf-8"))
WORDS = json.loads((ROOT / "data/ui/strings.json").read_text("utf-8"))
KNOWN = Knowledge(TABLE["known"], TABLE["kinds"], lambda: TABLE["questions"])


def changed(row: dict) -> object:
    """The good pack of the table with the changes of a row."""
    if "whole" in row:
        return row["whole"]
    pack = copy.deepcopy(TABLE["good"])

    def place(path: str) -> tuple:
        *way, last = [int(name) if name.isdigit() else name for name in path.split(".")]
        inner = pack
        for name in way:
            inner = inner[name]
        return inner, last

    for path, value in row.get("set", {}).items():
        inner, last = place(path)
        inner[last] = value
    for path in row.get("remove", ()):
        inner, last = place(path)
        del inner[last]
    return pack


def said(raw: object) -> list[str]:
    return [problem.text(WORDS) for problem in problems_of(raw, KNOWN, WORDS)]


def run(*words: object):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_a_good_pack_has_no_problem() -> None:
    assert said(TABLE["good"]) == []


@pytest.mark.parametrize("row", TABLE["bad"], ids=lambda row: row["name"])
def test_each_bad_pack_gets_its_line(row: dict) -> None:
    assert said(changed(row)) == row["says"]


@pytest.mark.parametrize("row", TABLE["bad_texts"], ids=lambda row: row["name"])
def test_each_bad_text_gets_its_line(row: dict) -> None:
    _, problem = read_pack(row["text"].encode())
    assert problem is not None and problem.code.startswith(row["code"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe{\x00}\x00", "binary"),
        (b'{"title": "\xe4"}', "encoding"),
        (b"[" * 200_000, "deep"),
        (b'{"version": ' + b"9" * 5000 + b"}", "json"),
        (b" " * (MOST_BYTES + 1), "size"),
    ],
)
def test_a_file_that_is_no_text_gets_one_line(data: bytes, code: str) -> None:
    value, problem = read_pack(data)
    assert value is None and problem is not None and problem.code == code


def test_a_byte_order_mark_is_read() -> None:
    assert read_pack(b'\xef\xbb\xbf{"a": 1}') == ({"a": 1}, None)


def test_the_modes_and_layers_of_a_view_are_those_of_the_page() -> None:
    played_in = {"", "tours", "quiz", "editor"}
    assert set(knowing.MODES) == set(MODES) - played_in - {"drills"}
    assert (knowing.LAYERS, knowing.SHOWS) == (LAYERS, SHOWS)


def test_the_published_schema_is_that_of_the_models() -> None:
    assert json.loads((ROOT / "docs/pack.schema.json").read_text("utf-8")) == pack_schema()
    assert json.loads(run("check", "--pack-schema").stdout) == pack_schema()


def test_the_documentation_names_the_format() -> None:
    text = (ROOT / "docs/packs.md").read_text("utf-8")
    for name in (FORMAT, MEDIA_TYPE, f'"version": {VERSION}'):
        assert name in text


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.atlas-pack.json")), ids=lambda path: path.name)
def test_every_example_is_sound(path: Path) -> None:
    result = run("check", path)
    assert (result.exit_code, result.stdout) == (0, f"{path}: no problem found\n")


def test_there_is_an_example() -> None:
    assert list((ROOT / "examples").glob("*.atlas-pack.json"))


def test_the_command_prints_each_problem_with_its_place(tmp_path: Path) -> None:
    pack = copy.deepcopy(TABLE["good"]) | {"cases": [], "quizzes": []}
    pack["tours"][0]["steps"][0]["state"] = "?select=tibail"
    path = tmp_path / "foot.atlas-pack.json"
    path.write_text(json.dumps(pack), "utf-8")
    result = run("check", path)
    line = "tour 1, step 1, “state”: There is no “tibail” in the atlas. Do you mean “tibial”?"
    assert (result.exit_code, result.stdout) == (1, f"{path}: {line}\n")
    assert json.loads(run("check", path, "--json").stdout) == {"sound": False, "problems": [line]}


def test_the_command_prints_at_most_twenty_problems(tmp_path: Path, atlas: Atlas) -> None:
    steps = [{"title": "", "text": "x"} for _ in range(MOST_PROBLEMS + 5)]
    path = tmp_path / "long.atlas-pack.json"
    pack = {"format": FORMAT, "version": 1, "title": "x", "tours": [{"title": "x", "steps": steps}]}
    path.write_text(json.dumps(pack), "utf-8")
    lines = check_pack(path, atlas)
    assert len(lines) == MOST_PROBLEMS + 1 and lines[-1] == "There are 5 more problems."
    assert lines[19] == "tour 1, step 20, “title”: Nothing is written here. Write something."


def test_a_huge_file_is_not_read_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    result = run("check", path)
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert "larger than 2 MB" in result.stdout


def test_what_is_neither_a_folder_nor_a_file_is_refused() -> None:
    result = run("check", os.devnull)
    assert result.exit_code == 2 and result.stderr == f"nerve-atlas: {os.devnull} is no folder and no file\n"


@pytest.mark.parametrize(
    ("value", "near"),
    [("tibail", "tibial"), ("TIBIAL", "tibial"), ("tbl", ""), ("", ""), ("S2", "S1"), ("sural", "sural")],
)
def test_the_nearest_id_differs_by_a_third_of_the_letters(value: str, near: str) -> None:
    assert nearest(value, ["sural", "tibial", "S1"]) == near
