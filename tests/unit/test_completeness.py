"""`check` says what is still to be filled in, hides what follows from it, and lists what a thing lacks."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.completeness import missing_parts
from atlas.dataset.csv_reader import Record
from atlas.dataset.loader import read_folder
from atlas.dataset.placeholders import placeholder_problems, without_consequences
from atlas.dataset.problems import Problem
from tests.support.limbs import TINY, add_row, copy_of, drop_row, problems_of, set_cell


@pytest.fixture
def limb(tmp_path: Path) -> Path:
    return copy_of(TINY, tmp_path)


def lacking(folder: Path) -> set[tuple[str, str, str]]:
    return {(part.id, part.file, part.wrong) for part in missing_parts(read_folder(folder)[0])}


def check(folder: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", str(folder), *words])
    return result.exit_code, result.output


def test_the_atlas_lacks_nothing(atlas: Atlas) -> None:
    assert missing_parts(atlas.dataset) == []


def test_one_line_for_a_row_with_cells_to_fill_in() -> None:
    record = Record(
        "anatomy/muscles.csv", 7, {"id": "new", "name": "FILL IN: its name", "roots": "L5", "test": "FILL IN"}
    )
    assert list(map(str, placeholder_problems([record]))) == [
        "anatomy/muscles.csv:7:2: new is still to be filled in: name, test; "
        "write what each cell says, or remove the row if it does not apply"
    ]


def test_a_row_of_which_nothing_is_known_is_named_too() -> None:
    record = Record("anatomy/fields.csv", 3, {"territory": "FILL IN: skin", "segment": "FILL IN: nerve"})
    assert "the row is still to be filled in: territory, segment" in str(placeholder_problems([record])[0])


def test_what_follows_from_an_unfinished_row_is_left_out() -> None:
    record = Record("x.csv", 1, {"id": "new", "name": "FILL IN", "cites": "old;fresh[p. 2]~memory"})
    kept = Problem("a.csv", 1, 1, "'newer' is not in muscles", "correct it")
    problems = [
        kept,
        Problem("a.csv", 2, 1, "target: 'new' is not in muscles", "name one"),
        Problem("a.csv", 3, 1, "no row cites 'fresh'", "cite it"),
    ]
    assert without_consequences(problems, [record]) == [kept]


def test_an_unfinished_thing_gives_one_problem_for_each_row_and_no_other(limb: Path) -> None:
    assert CliRunner().invoke(main, ["new", "nerve", "fresh", "--data", str(limb)]).exit_code == 0
    assert CliRunner().invoke(main, ["new", "muscle", "strong", "--data", str(limb)]).exit_code == 0
    lines = problems_of(limb)
    assert all("still to be filled in" in line for line in lines)
    files = [line.partition(":")[0] for line in lines]
    assert sorted(files) == sorted(
        [
            *("anatomy/nerves.csv", "anatomy/segments.csv", "anatomy/fields.csv", "teaching/plain_text.csv"),
            *("anatomy/innervation.csv", "anatomy/innervation.csv", "anatomy/muscles.csv", "teaching/plain_text.csv"),
        ]
    )


def test_other_problems_are_still_reported(limb: Path) -> None:
    assert CliRunner().invoke(main, ["new", "nerve", "fresh", "--data", str(limb)]).exit_code == 0
    set_cell(limb, "segments", "outer", "level", "moon")
    assert any("'moon' is not in levels" in line for line in problems_of(limb))


def test_what_some_have_and_others_lack_is_listed(limb: Path) -> None:
    add_row(limb, "plain_text", {"of": "loop", "part": "is", "text": "It is a nerve.", "reason": ""})
    lacks = {
        id_ for id_, file, wrong in lacking(limb) if wrong == "no plain words" and file == "teaching/plain_text.csv"
    }
    assert {"knot", "long", "inner", "outer"} <= lacks and "loop" not in lacks


def test_what_nobody_has_is_not_asked_for(limb: Path) -> None:
    assert not {wrong for _, _, wrong in lacking(limb)} & {"no course", "no thickness", "no strand", "not drawn"}


def test_a_tour_without_steps_is_not_complete(limb: Path) -> None:
    add_row(limb, "tours", {"id": "short", "order": "5"}, like=next(iter(read_folder(limb)[0].tours)))
    assert ("short", "teaching/tour_steps.csv", "no step") in lacking(limb)


def test_a_muscle_without_a_branch_is_not_complete(limb: Path) -> None:
    drop_row(limb, "innervation", "sucker")
    assert ("sucker", "anatomy/innervation.csv", "no branch") in lacking(limb)


def test_check_prints_what_things_lack_and_still_passes(limb: Path) -> None:
    status, output = check(limb)
    assert status == 0
    assert "condition gate_press is not complete:\n  teaching/plain_text.csv: no plain words; add a row" in output
    status, output = check(limb, "--json")
    assert status == 0
    assert json.loads(output)["missing"] == [
        {
            "kind": "condition",
            "id": "gate_press",
            "file": "teaching/plain_text.csv",
            "wrong": "no plain words",
            "right": "add a row with the part 'is'",
        }
    ]


def test_a_refused_folder_lists_what_the_begun_things_lack_and_no_others(limb: Path) -> None:
    assert CliRunner().invoke(main, ["new", "muscle", "strong", "--data", str(limb)]).exit_code == 0
    drop_row(limb, "plain_text", "strong")
    add_row(limb, "plain_text", {"of": "curler", "part": "is", "text": "It is a muscle.", "reason": ""})
    status, output = check(limb)
    assert status == 1
    assert "muscle strong is not complete:\n  teaching/plain_text.csv: no plain words; add a row with" in output
    assert "muscle sucker" not in output and "gate_press" not in output


def test_a_folder_that_cannot_be_read_lists_its_problems_only(tmp_path: Path) -> None:
    status, output = check(tmp_path)
    assert status == 1 and "is not complete" not in output
