"""`nerve-atlas new` appends rows to fill in, and never changes a row that exists."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli import main
from atlas.cli.new import KINDS
from atlas.dataset.completeness import KINDS as COMPLETED
from atlas.dataset.folders import table_file
from atlas.dataset.new_rows import TEMPLATES, NewRow, with_rows
from atlas.dataset.placeholders import MARK
from atlas.dataset.tables import TABLES
from tests.support.limbs import TINY, copy_of


def new(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["new", *map(str, words)])


def texts(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def limb(tmp_path: Path) -> Path:
    return copy_of(TINY, tmp_path)


def test_the_command_knows_every_template() -> None:
    assert set(KINDS) == set(TEMPLATES)
    assert set(COMPLETED) == set(TEMPLATES) - {"case"}, "a case is one row, so that nothing else can be missing"


@pytest.mark.parametrize("kind", KINDS)
def test_templates_name_columns_that_exist(kind: str) -> None:
    for template in TEMPLATES[kind]:
        if template.table in TABLES:
            columns = {field.alias or name for name, field in TABLES[template.table].model_fields.items()}
            assert {*template.known, *template.wanted} <= columns


@pytest.mark.parametrize("kind", ["nerve", "muscle", "condition", "site", "tour"])
def test_rows_are_added_at_the_end_and_nothing_else_changes(kind: str, limb: Path) -> None:
    before = texts(limb)
    result = new(kind, "fresh", "--data", limb)
    assert result.exit_code == 0
    after = texts(limb)
    changed = {file for file in after if after[file] != before[file]}
    expected = {table_file(template.table) for template in TEMPLATES[kind]}
    assert changed == {file for file in expected if file in before}
    for file in changed:
        assert after[file].startswith(before[file])
        header, *rows = csv.reader(io.StringIO(after[file].decode("utf-8")))
        assert {len(row) for row in rows} == {len(header)}
        assert MARK in ",".join(rows[-1]) and "fresh" in rows[-1]


def test_a_new_tour_stands_behind_the_others(limb: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((limb / "teaching/tours.csv").read_text("utf-8"))))
    assert new("tour", "fresh", "--data", limb).exit_code == 0
    last = list(csv.DictReader(io.StringIO((limb / "teaching/tours.csv").read_text("utf-8"))))[-1]
    assert int(last["order"]) == max(int(row["order"]) for row in rows) + 1


def test_a_dry_run_prints_the_rows_and_writes_nothing(limb: Path) -> None:
    before = texts(limb)
    result = new("muscle", "fresh", "--data", limb, "--dry-run")
    assert result.exit_code == 0 and texts(limb) == before
    assert "anatomy/muscles.csv\n  fresh,FILL IN" in result.output.replace('"', "")
    assert "nothing was written" in result.output


@pytest.mark.parametrize(
    ("kind", "id_", "says"),
    [
        ("nerve", "loop", "'loop' exists already (anatomy/nerves.csv:"),
        ("muscle", "loop", "'loop' exists already (anatomy/nerves.csv:"),
        ("site", "K1", "'K1' exists already (anatomy/roots.csv:"),
        ("nerve", "2 fast", "'2 fast' is not an id; start with a letter"),
        ("condition", "", "'' is not an id; start with a letter"),
        ("nerve", "löop", "'löop' is not an id; start with a letter"),
        ("nerve", "loop\n", "is not an id; start with a letter"),
    ],
)
def test_an_id_that_exists_or_is_none_is_refused_in_one_line(kind: str, id_: str, says: str, limb: Path) -> None:
    before = texts(limb)
    result = new(kind, id_, "--data", limb)
    assert result.exit_code == 2 and texts(limb) == before
    assert says in result.output and result.output.strip("\n").count("\n") <= 1


def test_the_same_thing_is_not_begun_twice(limb: Path) -> None:
    assert new("nerve", "fresh", "--data", limb).exit_code == 0
    before = texts(limb)
    result = new("nerve", "fresh", "--data", limb)
    assert result.exit_code == 2 and "'fresh' exists already" in result.output
    assert texts(limb) == before


def test_what_was_left_of_a_thing_is_not_doubled(limb: Path) -> None:
    path = limb / "teaching/plain_text.csv"
    path.write_text(path.read_text("utf-8") + "fresh,is,It is old.,\n", "utf-8")
    result = new("nerve", "fresh", "--data", limb)
    assert result.exit_code == 2 and "a row for 'fresh' exists already (teaching/plain_text.csv:" in result.output


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    result = new("nerve", "fresh", "--data", tmp_path)
    assert result.exit_code == 2 and "is not a data folder" in result.output


def test_a_table_that_cannot_be_read_is_refused(limb: Path) -> None:
    (limb / "anatomy/segments.csv").write_bytes(b"id,nerve\n\xff")
    before = texts(limb)
    result = new("nerve", "fresh", "--data", limb)
    assert result.exit_code == 1 and "anatomy/segments.csv:2:1: the byte 0xff is not UTF-8" in result.output
    assert texts(limb) == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", "a,b\n1,2\nx,y z\n"),
        ("a,b\n1,2", "a,b\n1,2\nx,y z\n"),
        ("a,b\r\n1,2\r\n", "a,b\r\n1,2\r\nx,y z\r\n"),
        ("a,b\r\n1,2", "a,b\r\n1,2\r\nx,y z\r\n"),
    ],
)
def test_rows_end_as_the_lines_of_the_file_do(text: str, expected: str) -> None:
    assert with_rows(text, [NewRow("muscles", ("x", "y z"))]) == expected


def test_a_cell_with_a_comma_is_quoted() -> None:
    assert NewRow("muscles", ("x", 'a, "b"')).text() == 'x,"a, ""b"""'
