"""A wrong cell or file gives one line that says where it is, what is wrong and how to fix it."""

import csv
import re

import pytest
from click.testing import CliRunner

from atlas.cli import main
from atlas.dataset.folders import table_file
from atlas.dataset.loader import load_dataset
from atlas.dataset.tables import TABLES
from tests.support.limbs import TINY, add_row, copy_of, drop_row, problems_of, set_cell


def test_the_tiny_limb_has_no_problems():
    assert load_dataset(TINY).counts()["roots"] == 3


WRONG_CELLS = [
    ("views", "back", "figure", "x" * 3000, "ui/views.csv:3:5: figure: there is no file 'xxx"),
    (
        "segments",
        "outer",
        "from",
        "knott",
        "anatomy/segments.csv:5:5: from: 'knott' is not in segments or roots; did you mean 'knot'?",
    ),
    (
        "segments",
        "outer",
        "level",
        "moon",
        "anatomy/segments.csv:5:6: level: 'moon' is not in levels; name one that exists",
    ),
    ("segments", "knot", "from", "K1;K2;K3;outer", "anatomy/segments.csv:2:5: from: these segments form a cycle"),
    ("muscles", "curler", "cites", "", "anatomy/muscles.csv:2:10: cites: no source is cited"),
    (
        "muscles",
        "curler",
        "cites",
        "keper",
        "anatomy/muscles.csv:2:10: cites: 'keper' is not in sources; did you mean 'keeper'?",
    ),
    ("muscles", "curler", "cites", "keeper[p.", "anatomy/muscles.csv:2:10: cites: 'keeper[p.' is not a citation"),
    ("muscles", "curler", "confidence", "certain", "anatomy/muscles.csv:2:11: confidence: 'certain' is not allowed"),
    (
        "muscles",
        "curler",
        "confidence",
        "consensus",
        "anatomy/muscles.csv:2:11: confidence: the row says consensus, but independent sources that were read: 1; "
        "cite 2 that have different authors, or write single-source or variable",
    ),
    (
        "muscles",
        "curler",
        "cites",
        "keeper~whole",
        "anatomy/muscles.csv:2:10: cites: 'keeper~whole' is no worse than the source's own access, 'whole'; "
        "leave out '~whole', or correct access in sources/sources.csv",
    ),
    (
        "muscles",
        "curler",
        "cites",
        "keeper~heard",
        "anatomy/muscles.csv:2:10: cites: 'keeper~heard' is not a citation; "
        "write key or key[where], separated by ';'; a reading follows as in key~memory",
    ),
    ("muscles", "curler", "roots", "K1;K9", "anatomy/muscles.csv:2:4: roots: 'K9' is not in roots; did you mean"),
    (
        "muscles",
        "curler",
        "unchecked",
        "part:tests",
        "anatomy/muscles.csv:2:12: unchecked: there is no column 'part:tests'; did you mean 'test'?",
    ),
    ("muscles", "curler", "main_roots", "K3", "anatomy/muscles.csv:2:5: main_roots: 'K3' is not among its roots"),
    ("muscles", "curler", "name", "", "anatomy/muscles.csv:2:2: name: the cell is empty"),
    (
        "muscles",
        "curler",
        "name",
        "Sucker",
        "anatomy/muscles.csv:3:2: name: 'Sucker' is also the name of 'curler' in muscles",
    ),
    ("muscles", "curler", "id", "2 fast", "anatomy/muscles.csv:2:1: id: '2 fast' is not an id"),
    ("muscles", "sucker", "id", "curler", "anatomy/muscles.csv:3:1: id: 'curler' is already the key of line 2"),
    ("muscles", "sucker", "id", "loop", "anatomy/muscles.csv:3:1: id: 'loop' is also an id in nerves"),
    ("roots", "K1", "order", "first", "anatomy/roots.csv:2:3: order: 'first' is not a whole number from 0"),
    (
        "roots",
        "K1",
        "key_point",
        "lower",
        "anatomy/roots.csv:2:6: key_point: 'lower' is not in territories; did you mean 'lower_skin'?",
    ),
    (
        "nerves",
        "outer",
        "part_of",
        "lung",
        "anatomy/nerves.csv:5:4: part_of: 'lung' is not in nerves; did you mean 'long'?",
    ),
    (
        "fields",
        "tip_skin",
        "segment",
        "outer",
        "anatomy/fields.csv:6:1: territory: 'tip_skin + outer' is already the key of line 5",
    ),
    (
        "innervation",
        "snap",
        "target",
        "snapp",
        "anatomy/innervation.csv:4:1: target: 'snapp' is not in muscles or reflexes",
    ),
    (
        "innervation",
        "sucker",
        "role",
        "overlap",
        "anatomy/muscles.csv:3:1: id: no main branch supplies 'sucker'",
    ),
    (
        "innervation",
        "sucker",
        "roots",
        "K2",
        "anatomy/muscles.csv:3:4: roots: no branch of 'sucker' carries K3",
    ),
    (
        "dermatomes",
        "upper_skin",
        "roots",
        "",
        "dermatomes/dermatomes.csv:2:3: roots: the row is drawn, but names no root",
    ),
    (
        "dermatomes",
        "tip_skin",
        "dissent",
        "divers",
        "dermatomes/dermatomes.csv:4:6: dissent: 'divers' is not a map with roots",
    ),
    ("dermatome_maps", "keepers", "default", "no", "dermatomes/dermatome_maps.csv:1:1: no map has default=yes"),
    ("dermatome_maps", "divers", "default", "yes", "dermatomes/dermatome_maps.csv:1:1: 2 maps have default=yes"),
    (
        "dermatome_maps",
        "keepers",
        "selectable",
        "no",
        "dermatomes/dermatome_maps.csv:2:6: selectable: the default map cannot be selected",
    ),
    (
        "sites",
        "ring",
        "on",
        "inner.top",
        "clinical/sites.csv:3:3: on: 'inner.top' is not in segments or roots; did you mean 'inner.tip'?",
    ),
    ("conditions", "gate_press", "sites", "gate", "clinical/conditions.csv:3:4: sites: 'gate' is not in sites"),
    (
        "views",
        "back",
        "figure",
        "figures/rear.svg",
        "ui/views.csv:3:5: figure: there is no file 'figures/rear.svg'",
    ),
    (
        "views",
        "back",
        "figure",
        "../../limbs.py",
        "ui/views.csv:3:5: figure: there is no file '../../limbs.py'",
    ),
    (
        "sources",
        "diver",
        "access",
        "heard",
        "sources/sources.csv:3:6: access: 'heard' is not allowed; it should be 'whole', 'excerpt'",
    ),
]


@pytest.mark.parametrize(("table", "key", "column", "value", "line"), WRONG_CELLS)
def test_a_wrong_cell(tmp_path, table, key, column, value, line):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, table, key, column, value)
    found = problems_of(folder)
    assert any(problem.startswith(line) for problem in found), found


def change_bytes(folder, table, change):
    path = folder / table_file(table)
    path.write_bytes(change(path.read_bytes()))


WRONG_FILES = [
    ("muscles", lambda raw: raw.replace(b",", b";"), "anatomy/muscles.csv:1:1: the fields are separated by ';'"),
    ("muscles", lambda raw: b"", "anatomy/muscles.csv:1:1: the file is empty"),
    ("muscles", lambda raw: b" \n\n", "anatomy/muscles.csv:1:1: the file is empty"),
    (
        "muscles",
        lambda raw: raw.replace(b"Curler", b"Curl\xe9r"),
        "anatomy/muscles.csv:2:2: the byte 0xe9 is not UTF-8",
    ),
    ("muscles", lambda raw: raw.decode().encode("utf-16"), "anatomy/muscles.csv:1:1: the byte 0xff is not UTF-8"),
    ("muscles", lambda raw: raw.replace(b"Curler,", b'"Curler,', 1), "anatomy/muscles.csv:2:1: the CSV is broken"),
    (
        "muscles",
        lambda raw: raw.replace(b"Curler,arm,", b"Curler,"),
        "anatomy/muscles.csv:2:13: the row has 13 fields, but the header has 14",
    ),
    (
        "muscles",
        lambda raw: raw.replace(b",weakness,", b",weakness,weakness,"),
        "anatomy/muscles.csv:1:10: the column 'weakness' appears twice",
    ),
    (
        "muscles",
        lambda raw: raw.replace(b",weakness,", b",weekness,"),
        "anatomy/muscles.csv:1:1: the column 'weakness' is missing",
    ),
    (
        "muscles",
        lambda raw: raw.replace(b",weakness,", b",weekness,"),
        "anatomy/muscles.csv:1:9: this table has no column 'weekness'",
    ),
    (
        "muscles",
        lambda raw: raw.replace(b"Curler", b"Cur\0ler"),
        "anatomy/muscles.csv:2:1: the text contains a NUL character",
    ),
]


@pytest.mark.parametrize(("table", "change", "line"), WRONG_FILES)
def test_a_wrong_file(tmp_path, table, change, line):
    folder = copy_of(TINY, tmp_path)
    change_bytes(folder, table, change)
    found = problems_of(folder)
    assert any(problem.startswith(line) for problem in found), found


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path):
    folder = copy_of(TINY, tmp_path)
    change_bytes(folder, "muscles", lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"))
    assert load_dataset(folder).muscles == load_dataset(TINY).muscles


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.replace(b"\n", b"\r"),
        lambda raw: raw.replace(b"\n", b",,\n"),
        lambda raw: raw + b"," * raw.split(b"\n")[0].count(b",") + b"\n" + b"\n\n",
        lambda raw: raw.rstrip(b"\n"),
    ],
    ids=["old line ends", "empty columns at the end", "empty rows at the end", "no line end"],
)
def test_what_a_spreadsheet_adds_is_ignored(tmp_path, change):
    folder = copy_of(TINY, tmp_path)
    change_bytes(folder, "muscles", change)
    assert load_dataset(folder).muscles == load_dataset(TINY).muscles


LOST_TABLES = [
    ("roots", lambda raw: raw.replace(b",", b";"), "anatomy/roots.csv:1:1: the fields are separated by ';'"),
    ("roots", lambda raw: raw.replace(b",", b"\t"), "anatomy/roots.csv:1:1: the fields are separated by tabs"),
    (
        "roots",
        lambda raw: raw.replace(b",", b";").replace(b"root", b"r\xe9ot"),
        "anatomy/roots.csv:1:1: the fields are separated by ';'",
    ),
    ("roots", lambda raw: raw.replace(b"K2", b"K\xe92", 1), "anatomy/roots.csv:3:1: the byte 0xe9 is not UTF-8"),
    ("roots", lambda raw: raw.replace(b"K3", b"K\0", 1), "anatomy/roots.csv:4:1: the text contains a NUL character"),
    ("roots", lambda raw: raw.replace(b"order", b"name"), "anatomy/roots.csv:1:3: the column 'name' appears twice"),
    ("roots", lambda raw: raw.replace(b"order", b"odor"), "anatomy/roots.csv:1:1: the column 'order' is missing"),
    ("roots", None, "anatomy/roots.csv:1:1: the file is missing"),
]
"""Table, damage and the first line, for damages after which no row of `roots` can be read."""


def rows_that_name_a_root() -> int:
    """Counted with the csv module alone, in the columns that hold roots of the tiny limb."""
    found = 0
    for path in TINY.rglob("*.csv"):
        if path.name != "roots.csv":
            for row in csv.DictReader(path.read_text("utf-8").splitlines()):
                cells = [cell for column, cell in row.items() if column in ROOT_COLUMNS.get(path.stem, ())]
                found += any(set(cell.split(";")) & {"K1", "K2", "K3"} for cell in cells)
    return found


ROOT_COLUMNS = {
    table: [row.model_fields[column].alias or column for column, tables in row.REFERS.items() if "roots" in tables]
    for table, row in TABLES.items()
}


@pytest.mark.parametrize(("table", "change", "line"), LOST_TABLES)
def test_the_cause_comes_first_and_what_follows_is_counted(tmp_path, table, change, line):
    folder = copy_of(TINY, tmp_path)
    if change:
        change_bytes(folder, table, change)
    else:
        (folder / table_file(table)).unlink()
    first, *others = problems_of(folder)
    assert first.startswith(line) and first.endswith(f"({rows_that_name_a_root()} rows of other tables point to it)")
    assert all(other.startswith(f"{table_file(table)}:") for other in others), "nothing that only follows"


def test_rows_that_point_to_a_refused_row_are_counted(tmp_path):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "sources", "diver", "access", "heard")
    rows = [row for path in folder.rglob("*.csv") for row in csv.DictReader(path.read_text("utf-8").splitlines())]
    citing = sum("diver" in re.split(r"[\[;~]", row.get("cites", "")) for row in rows)
    found = problems_of(folder)
    assert found[0].startswith("sources/sources.csv:3:6: access: 'heard' is not allowed")
    assert citing > 1 and found[0].endswith(f"({citing} rows of other tables point to it)")
    assert not any("'diver' is not in sources" in line for line in found)


def test_at_most_20_problems_of_a_file_are_printed(tmp_path):
    folder = copy_of(TINY, tmp_path)
    header, row = (folder / table_file("levels")).read_text("utf-8").splitlines()[:2]
    wrong = [f"{number} bad,{row.partition(',')[2]}" for number in range(50)]
    (folder / table_file("levels")).write_text("\n".join([header, *wrong]), "utf-8")
    set_cell(folder, "muscles", "curler", "cites", "")
    short, long = (CliRunner().invoke(main, ["check", str(folder), *more]).stdout for more in ((), ("--all",)))
    in_file = [line for line in short.splitlines() if line.startswith("anatomy/levels.csv:")]
    assert in_file[20] == "anatomy/levels.csv: 30 more problems; see `nerve-atlas check --all`" and len(in_file) == 21
    assert sum(line.startswith("anatomy/levels.csv:") for line in long.splitlines()) == 50
    assert "anatomy/muscles.csv:2:10: cites" in short and "more problems" not in long


def test_a_missing_file(tmp_path):
    folder = copy_of(TINY, tmp_path)
    (folder / "anatomy/reflexes.csv").unlink()
    assert any(line.startswith("anatomy/reflexes.csv:1:1: the file is missing") for line in problems_of(folder))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            'data-node="lower_skin"',
            'data-node="lower_skim"',
            "'lower_skim' is not a territory, segment, root, site, reflex or muscle; did you mean 'lower_skin'?",
        ),
        ('data-node="lower_skin"', "", "dermatomes/territories.csv:3:1: id: 'lower_skin' is not drawn in any figure"),
        ("</svg>", "", "figures/back.svg:2:1: this is not well-formed SVG"),
        (
            '<g class="skin">',
            '<script>alert(1)</script><g class="skin">',
            "<script> is not allowed in a figure",
        ),
        (
            '<g class="skin">',
            '<g class="skin" onclick="alert(1)">',
            "the attribute onclick is not allowed in a figure",
        ),
        (
            '<g class="skin">',
            '<image href="http://elsewhere/x.png"/><g class="skin">',
            "the attribute href is not allowed",
        ),
    ],
)
def test_a_wrong_figure(tmp_path, old, new, line):
    folder = copy_of(TINY, tmp_path)
    path = folder / "figures" / "back.svg"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = problems_of(folder)
    assert any(line in problem for problem in found), found


def test_insets_that_a_plate_has_no_room_for(tmp_path):
    folder = copy_of(TINY, tmp_path)
    rows = "id,name,order,views,describe,insets\nall,All,1,front,The front,back;front;front;front\n"
    (folder / "ui" / "plates.csv").write_text(rows, "utf-8")
    found = "\n".join(problems_of(folder))
    assert "ui/plates.csv:2:6: insets: 'back' is an inset of a plate that does not show it" in found
    wrong = "a plate has 3 corners for insets, but this one names 4 insets; name fewer"
    assert f"ui/plates.csv:2:6: insets: {wrong}" in found


def test_rows_that_nothing_uses(tmp_path):
    folder = copy_of(TINY, tmp_path)
    add_row(folder, "sources", {"id": "nobody", "title": "Never cited"}, like="keeper")
    add_row(folder, "segments", {"id": "stray", "nerve": "loop", "order": "2", "from": ""}, like="loop")
    add_row(folder, "nerves", {"id": "ghost", "name": "Ghost nerve"}, like="loop")
    found = "\n".join(problems_of(folder))
    assert "sources/sources.csv:4:1: id: no row cites 'nobody'" in found
    assert "anatomy/segments.csv:7:5: from: no root reaches 'stray'" in found
    assert "anatomy/segments.csv:7:1: id: 'stray' does not lead to any target" in found
    assert "anatomy/nerves.csv:7:1: id: the nerve 'ghost' has no segment" in found


def test_a_problem_with_a_line_break_in_the_data_is_one_line(tmp_path):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "muscles", "curler", "roots", "K1;K\n9")
    assert any("'K 9' is not in roots" in line for line in problems_of(folder))


def test_every_problem_in_one_run(tmp_path):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "muscles", "curler", "cites", "")
    set_cell(folder, "roots", "K1", "order", "x")
    drop_row(folder, "territories", "tip_skin")
    found = "\n".join(problems_of(folder))
    for part in (
        "anatomy/muscles.csv:2:10",
        "anatomy/roots.csv:2:3",
        "'tip_skin' is not a territory",
        "dermatomes/dermatomes.csv:4:1",
    ):
        assert part in found


def test_line_numbers_after_a_quoted_field_of_several_lines(tmp_path):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "muscles", "curler", "note", "first line\nsecond line")
    set_cell(folder, "muscles", "sucker", "cites", "")
    assert any(line.startswith("anatomy/muscles.csv:4:10: cites: no source") for line in problems_of(folder))
