"""The layout of a data folder: a different layout is refused with the remedy."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli import main
from atlas.dataset.folders import FOLDERS, RENAMED, STRINGS_FILE, table_file
from atlas.dataset.loader import load_dataset, read_folder
from atlas.dataset.tables import BORROWED, OPTIONAL, TABLES
from atlas.resources import resource_dir
from tests.support.limbs import TINY, copy_of, problems_of

OLD_NAMES = {new: old for old, new in RENAMED.items()}


def flat_copy(to: Path) -> Path:
    """The tiny limb in the old layout: every table at the top, under its old name."""
    folder = copy_of(TINY, to)
    for path in list(folder.glob("*/*.csv")):
        path.rename(folder / f"{OLD_NAMES.get(path.stem, path.stem)}.csv")
    (folder / "strings.json").write_text("{}", "utf-8")
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    return folder


def test_every_table_has_one_folder() -> None:
    tables = [table for tables in FOLDERS.values() for table in tables]
    assert len(tables) == len(set(tables)) and set(TABLES) <= set(tables)


def test_a_flat_folder_gets_one_line_that_says_where_each_file_goes(tmp_path) -> None:
    (line,) = problems_of(flat_copy(tmp_path))
    assert "tables are no longer at the top of a data folder; move " in line and "\n" not in line
    for path in TINY.glob("*/*.csv"):
        file = path.relative_to(TINY).as_posix()
        assert f"{OLD_NAMES.get(path.stem, path.stem)}.csv → {file}" in line
    assert f"strings.json → {STRINGS_FILE}" in line


def test_following_the_line_makes_the_folder_valid(tmp_path) -> None:
    folder = flat_copy(tmp_path)
    (line,) = problems_of(folder)
    for move in line.partition("; move ")[2].split(", "):
        old, _, new = move.partition(" → ")
        (folder / new).parent.mkdir(exist_ok=True)
        (folder / old).rename(folder / new)
    (folder / STRINGS_FILE).unlink()  # the flat copy has no texts in it
    assert load_dataset(folder).counts() == load_dataset(TINY).counts()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("supply.csv", "anatomy/innervation.csv"),
        ("aspects.csv", "ui/views.csv"),
        ("views.csv", "figure_source/cameras.csv"),
        ("seed_claims.csv", "teaching/article_claims.csv"),
        ("plain.csv", "teaching/plain_text.csv"),
        ("muscles.csv", "anatomy/muscles.csv"),
        ("strings.json", STRINGS_FILE),
    ],
)
def test_an_old_file_next_to_the_new_folders(tmp_path, old: str, new: str) -> None:
    folder = copy_of(TINY, tmp_path)
    (folder / old).write_text("id\n", "utf-8")
    (line,) = problems_of(folder)
    assert line.startswith(f"{old}:1:1: ")
    assert line.endswith(f"delete {old} (now {new})" if (TINY / new).exists() else f"move {old} → {new}")


def test_unrelated_files_at_the_top_are_ignored(tmp_path) -> None:
    folder = copy_of(TINY, tmp_path)
    (folder / "shopping.csv").write_text("milk\n", "utf-8")
    (folder / "README.txt").write_text("notes", "utf-8")
    assert load_dataset(folder).counts() == load_dataset(TINY).counts()


def test_a_missing_folder_is_one_line_with_the_files_that_it_needs(tmp_path) -> None:
    folder = copy_of(TINY, tmp_path)
    shutil.rmtree(folder / "anatomy")
    (line,) = problems_of(folder)
    needed = set(FOLDERS["anatomy"]) - OPTIONAL
    assert {"nerves", "segments", "innervation"} <= needed
    assert line.startswith("anatomy/:1:1: the folder is missing; it should hold ")
    assert {part.strip() for part in line.partition(" hold ")[2].split(",")} == {f"{table}.csv" for table in needed}


def test_an_empty_folder_names_every_folder_with_required_tables(tmp_path) -> None:
    required = set(TABLES) - OPTIONAL - BORROWED
    needed = [name for name, tables in FOLDERS.items() if required.intersection(tables)]
    assert [line.partition("/")[0] for line in problems_of(tmp_path)] == sorted(needed)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (
            "clinical/latin.csv",
            "clinical/latin.csv:1:1: this table belongs in another folder; move it to sources/latin.csv",
        ),
        ("myotomes/wieghts.csv", "myotomes/wieghts.csv:1:1: there is no table 'wieghts'; did you mean 'weights'?"),
        ("sources/zzz.csv", "sources/zzz.csv:1:1: there is no table 'zzz'; remove the file, or correct its name"),
    ],
)
def test_a_table_in_the_wrong_place(tmp_path, file: str, line: str) -> None:
    folder = copy_of(TINY, tmp_path)
    (folder / file).write_text("id\n", "utf-8")
    assert problems_of(folder) == [line]


def test_check_prints_the_line_and_exits_1(tmp_path) -> None:
    result = CliRunner().invoke(main, ["check", str(flat_copy(tmp_path))])
    assert result.exit_code == 1 and len(result.stdout.splitlines()) == 1 and "Traceback" not in result.output


def test_the_tables_of_the_package_are_where_the_layout_says() -> None:
    data = resource_dir("data")
    dataset, problems = read_folder(data)
    assert not problems
    files = {path.relative_to(data).as_posix() for path in data.glob("*/*.csv")}
    assert files == {table_file(table) for table in (*dataset, *dataset.other)}
