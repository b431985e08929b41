"""The examination: what the page gets of each test, the checks of its tables, and its entries in the search."""

from __future__ import annotations

import csv
import io

import pytest

from atlas.api import Atlas
from atlas.resources import resource_dir
from atlas.web.bundles.examination import build_examination
from atlas.web.bundles.registry import bundle_json
from atlas.web.layout.controls import MODES
from atlas.web.layout.examination_page import exam_words
from tests.support.limbs import copy_of, problems_of

ACCURACY = "examination/exam_accuracy.csv"
TESTS = "examination/exam_tests.csv"


def table(file: str) -> list[dict[str, str]]:
    with (resource_dir("data") / file).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


@pytest.fixture(scope="module")
def bundle(atlas: Atlas) -> dict:
    return build_examination(atlas)


def test_every_test_is_in_one_group_and_in_the_order_of_the_table(bundle) -> None:
    rows = sorted(table(TESTS), key=lambda row: int(row["order"]))
    assert [test["id"] for test in bundle["tests"]] == [row["id"] for row in rows]
    places = [at for _, places in bundle["groups"] for at in places]
    assert sorted(places) == list(range(len(rows)))
    assert bundle["groups"][0][0] == "first"
    for group, own in bundle["groups"]:
        assert {rows[at]["group"] for at in own} == {group}


def test_the_numbers_of_the_table_arrive_unchanged(bundle) -> None:
    by_finding = {
        (row["finds"], row["reference"], row["sensitivity"], row["specificity_low"], row["people"])
        for row in table(ACCURACY)
    }
    assert len(bundle["accuracy"]) == len(table(ACCURACY))
    for row in bundle["accuracy"]:
        sensitivity = row["numbers"].get("sensitivity", [None] * 3)
        specificity = row["numbers"].get("specificity", [None] * 3)
        written = [
            one
            for one in by_finding
            if one[:2] == (row["finds"], row["reference"])
            and (float(one[2]) if one[2] else None) == sensitivity[0]
            and (float(one[3]) if one[3] else None) == specificity[1]
            and row["people"].endswith(one[4])
        ]
        assert written, row


def test_each_study_stands_with_the_tests_that_it_names(bundle) -> None:
    named = {row["id"]: 0 for row in table(TESTS)}
    for row in table(ACCURACY):
        for id_ in row["tests"].split(";"):
            named[id_] += 1
    assert {test["id"]: len(test["accuracy"]) for test in bundle["tests"]} == named


def test_studies_without_numbers_come_last(bundle) -> None:
    has_numbers = [bool(row["numbers"]) for row in bundle["accuracy"]]
    assert has_numbers == sorted(has_numbers, reverse=True)


def test_the_people_are_counted_once(bundle) -> None:
    for row in bundle["accuracy"]:
        assert sum(part.isdigit() for part in row["people"].split()[:2]) <= 1, row["people"]


def test_what_a_test_tests_is_on_the_graph(atlas, bundle) -> None:
    for test in bundle["tests"]:
        assert set(test["targets"]) | set(test["roots"]) <= set(atlas.nodes)


def test_what_has_no_right_and_left_is_marked(bundle) -> None:
    midline = {test["id"] for test in bundle["tests"] if test["midline"]}
    assert midline == {"red_flags", "bladder_question", "post_void_residual", "anal_tone", "anal_reflex", "tandem_walk"}


def test_marks_and_notes_follow_the_bundle(atlas, bundle) -> None:
    words = exam_words(atlas)
    assert len(words["test_marks"]) == len(words["test_notes"]) == len(bundle["tests"])
    assert len(words["accuracy_marks"]) == len(words["accuracy_notes"]) == len(bundle["accuracy"])
    for group, _ in bundle["groups"]:
        assert words["words"][f"examination.group.{group}"]
    assert not any(note.startswith(("Read:", "read:")) for note in words["accuracy_notes"])


def test_the_page_is_a_mode_with_a_bundle_even_without_tests(tiny: Atlas) -> None:
    assert "examination" in MODES
    assert b'"tests":[]' in bundle_json("examination", tiny)


def test_search_finds_a_test_and_the_page(atlas) -> None:
    assert atlas.find("straight leg raise")[0].id == "page:slr"
    assert "page:examination" in {match.id for match in atlas.find("examine the leg")}
    assert atlas.find("nerve conduction")[0].id == "page:studies"
    entry = next(entry for entry in atlas.site_search.entries if entry.id == "page:slr")
    assert (entry.state_change["mode"], entry.state_change["part"]) == ("examination", "slr")


@pytest.mark.parametrize(
    ("said", "test"), [("straight leg", "slr"), ("straight-leg raise", "slr"), ("slump", "slump"), ("Slumped", "slump")]
)
def test_the_words_of_the_glossary_for_a_test_find_the_test_first(atlas, said, test) -> None:
    first, second = atlas.find(said)[:2]
    assert (first.id, second.kind) == (f"page:{test}", "word")


def changed(folder, file: str, id_: str, **cells: str) -> None:
    """Write cells of one row."""
    path = folder / file
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
    next(row for row in rows if row["id"] == id_).update(cells)
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    ("file", "id_", "cells", "said"),
    [
        (
            ACCURACY,
            "slr.1",
            {"sensitivity_low": "0.93"},
            "'sensitivity_low' is 0.93, above 'sensitivity', which is 0.92",
        ),
        (
            ACCURACY,
            "slr.1",
            {"specificity_high": "0.2"},
            "'specificity' is 0.28, above 'specificity_high', which is 0.2",
        ),
        (ACCURACY, "red_flags.1", {"sensitivity_low": "0.5"}, "'sensitivity_low' is 0.5, above 'sensitivity_high'"),
        (ACCURACY, "slr.2", {"lr_positive_low": "2"}, "'lr_positive_low' is 2, above 'lr_positive', which is 1.38"),
        (ACCURACY, "slr.1", {"sensitivity": "92"}, "'92' is above 1; write a number of at most 1"),
        (ACCURACY, "slr.1", {"tests": ""}, "belongs to no test"),
        (ACCURACY, "slr.1", {"tests": "cold_spoon"}, "cold_spoon"),
        (TESTS, "hip_flexion", {"targets": ""}, "a test of the group 'strength' needs its targets"),
        (TESTS, "touch_L4", {"targets": ""}, "a test of the group 'touch' needs its targets"),
        (TESTS, "reflex_knee", {"targets": ""}, "a test of the group 'reflex' needs its targets"),
        (TESTS, "slr", {"order": "1"}, "'red_flags' has the place 1 too"),
    ],
)
def test_check_says_what_is_wrong_in_a_table(tmp_path, file, id_, cells, said) -> None:
    folder = copy_of(resource_dir("data"), tmp_path)
    changed(folder, file, id_, **cells)
    assert said in "\n".join(problems_of(folder))


def test_tests_without_any_accuracy_are_refused(tmp_path) -> None:
    folder = copy_of(resource_dir("data"), tmp_path)
    path = folder / ACCURACY
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert "no row belongs to a test of the examination" in "\n".join(problems_of(folder))
