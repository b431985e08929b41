"""Codes of conditions: their form, one of a pair that says the same, and how the page shows them."""

import csv
from pathlib import Path

import pytest

from atlas import Atlas
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.web.layout.condition_page import condition_page
from tests.support.limbs import TINY, copy_of

HEADER = "condition,system,code,match,cites,confidence,note"


def with_codes(folder: Path, *rows: tuple[str, str, str]) -> Path:
    """A copy of the tiny limb whose first condition has these codes, each (system, code, match)."""
    limb = copy_of(TINY, folder)
    with (limb / "clinical/conditions.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    lines = [f"{first['id']},{','.join(row)},{first['cites'].split(';')[0]},single-source," for row in rows]
    (limb / "clinical/condition_codes.csv").write_text("\n".join([HEADER, *lines]) + "\n", "utf-8")
    return limb


@pytest.mark.parametrize(
    "row",
    [
        ("ICD-10", "G57", "wider"),
        ("ICD-10", "M51.1", "same"),
        ("ICD-10-CM", "G95.81", "part"),
        ("ICD-10-CM", "S74.01XA", "same"),
    ],
)
def test_a_code_of_the_right_form_is_read(tmp_path: Path, row: tuple[str, str, str]) -> None:
    (code,) = load_dataset(with_codes(tmp_path, row)).condition_codes.values()
    assert (code.system, code.code, code.match) == row


@pytest.mark.parametrize("row", [("ICD-10", "M51.16", "same"), ("ICD-10", "51.1", "same"), ("ICD-10-CM", "G5", "same")])
def test_a_code_of_another_form_is_refused_with_an_example(tmp_path: Path, row: tuple[str, str, str]) -> None:
    with pytest.raises(DataProblems) as refused:
        load_dataset(with_codes(tmp_path, row))
    (problem,) = refused.value.problems
    assert (problem.file, problem.line, problem.column) == ("clinical/condition_codes.csv", 2, 3)
    assert row[1] in problem.wrong and " as in " in problem.right


def test_a_code_that_both_share_is_given_once(tmp_path: Path) -> None:
    with pytest.raises(DataProblems, match="given for ICD-10 already"):
        load_dataset(with_codes(tmp_path, ("ICD-10", "G57.1", "same"), ("ICD-10-CM", "G57.1", "same")))


def test_the_page_says_how_a_code_fits(tmp_path: Path) -> None:
    atlas = Atlas.load(with_codes(tmp_path, ("ICD-10", "G57.1", "same"), ("ICD-10", "G57.8", "wider")))
    first, *others = atlas.dataset.conditions
    shown = str(condition_page(atlas, first)["foot"].to_plotly_json())
    assert "ICD-10 G57.1" in shown and atlas.strings["conditions.codes.wider"].format(code="ICD-10 G57.8") in shown
    assert all("ICD-10" not in str(condition_page(atlas, id_)["foot"].to_plotly_json()) for id_ in others)
