"""Reviews: which are refused, how the page gets them, and the checklist from which they are entered."""

import csv
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.export.checklist import checklist_html, entries
from atlas.web.bundles.claims import build_claims
from tests.support.limbs import TINY, copy_of, problems_of

HEAD = "table,row,language,reviewer,role,date,note\n"


def reviewed(to: Path, *rows: str) -> Path:
    """A copy of the tiny limb with these reviews."""
    folder = copy_of(TINY, to)
    (folder / "sources/reviews.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("muscle,curler,,A B,neurologist,2026-01-02,", "there is no table 'muscle'; did you mean 'muscles'?"),
        ("muscles,curlr,,A B,neurologist,2026-01-02,", "'curlr' is not in muscles; did you mean 'curler'?"),
        ("muscles,curler,xx,A B,neurologist,2026-01-02,", "'xx' is not the language of a translation"),
        ("muscles,curler,en,A B,neurologist,2026-01-02,", "'en' is not the language of a translation"),
        ("muscles,curler,,A B,neurologist,2026-02-30,", "there is no day '2026-02-30'"),
        ("muscles,curler,,A B,neurologist,9999-01-01,", "'9999-01-01' is in the future"),
        ("muscles,curler,,,neurologist,2026-01-02,", "reviewer"),
        ("muscles,curler,,A B,,2026-01-02,", "role"),
        ("muscles,curler,,A B,neurologist,2 Jan 2026,", "date"),
    ],
)
def test_a_wrong_review_is_refused(tmp_path: Path, row: str, said: str) -> None:
    (line,) = problems_of(reviewed(tmp_path, row))
    assert line.startswith("sources/reviews.csv:2:") and said in line


def test_a_review_reaches_the_page_under_the_key_of_its_claim(tmp_path: Path) -> None:
    folder = reviewed(
        tmp_path, "muscles,curler,,A B,neurologist,2026-01-02,", "muscles,curler,de,C D,physiotherapist,2026-01-03,"
    )
    bundle = build_claims(Atlas.load(folder))
    said = [["A B", "neurologist", "2026-01-02", ""], ["C D", "physiotherapist", "2026-01-03", "de"]]
    assert bundle["reviews"] == {"muscles:curler": said}
    assert build_claims(Atlas.load(TINY))["reviews"] == {}


def test_an_entry_of_the_checklist_can_be_entered_as_a_review(tmp_path: Path) -> None:
    listed = entries(Atlas.load(TINY))
    rows = [",".join([*entry.id.split(":", 1), "", "A B", "neurologist", "2026-01-02", ""]) for entry in listed]
    assert len({entry.id for entry in listed}) == len(listed) > 10
    assert len(Atlas.load(reviewed(tmp_path, *rows)).dataset.reviews) == len(listed)


def test_the_checklist_has_every_plain_text_and_emergency_once(atlas: Atlas) -> None:
    html = checklist_html(atlas)
    boxes = re.findall(r'<input type="checkbox" name="([^"]+)"', html)
    for table, columns in (
        ("teaching/plain_text", ("of", "part")),
        ("clinical/red_flags", ("id",)),
        ("clinical/emergency_signs", ("id",)),
    ):
        with (atlas.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            keys = ["|".join(row[column] for column in columns) for row in csv.DictReader(file)]
        assert [box for box in boxes if box.startswith(f"{table.split('/')[1]}:")] == [
            f"{table.split('/')[1]}:{key}" for key in keys
        ]
    assert len(boxes) == len(set(boxes)) and boxes[0].startswith("red_flags:")
    assert html.count('aria-label="Right: ') == len(boxes) and "<script" not in html


def test_texts_are_text(atlas: Atlas) -> None:
    """Nothing of the data is read as markup."""
    assert not re.search(r"<p>[^<]*&(?!amp;|lt;|gt;|quot;|#x27;)", checklist_html(atlas))


def test_a_translation_stands_below_its_text(atlas: Atlas) -> None:
    german = atlas.in_language("de")
    html = checklist_html(atlas, german, "de")
    text = german.dataset.plain_text["sciatica", "is"].text
    assert f'<p lang="de"><b>{text}</b></p>' in html and "emergency_rules:" not in html


def test_the_command_writes_the_page_and_refuses_other_endings(tmp_path: Path) -> None:
    run = CliRunner().invoke
    target = tmp_path / "list.html"
    done = run(main, ["checklist", "-o", str(target), "--data", str(TINY)])
    assert (
        done.exit_code == 0 and "entries in" in done.output and target.read_text("utf-8").startswith("<!DOCTYPE html>")
    )
    refused = run(main, ["checklist", "-o", str(tmp_path / "list.doc"), "--data", str(TINY)])
    assert refused.exit_code == 2 and "neither .html nor .pdf" in refused.output


@pytest.mark.slow
def test_the_pdf_has_boxes_to_tick(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    target = tmp_path / "list.pdf"
    assert CliRunner().invoke(main, ["checklist", "-o", str(target), "--data", str(TINY)]).exit_code == 0
    fields = pypdf.PdfReader(target).get_fields() or {}
    assert {field["/FT"] for field in fields.values() if "/FT" in field} == {"/Btn", "/Tx"}
