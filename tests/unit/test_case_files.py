"""The files of cases: names that the atlas knows, findings that do not contradict each other, and no case twice."""

import json

import pytest

from atlas import Atlas
from tests.cases import CASES_FOLDER, read_cases
from tests.cases.__main__ import main as measure

FILES = sorted(CASES_FOLDER.glob("*.json"))
LATER_SETS = [path for path in FILES if path.stem.endswith(("_2", "_3", "_neuro"))]
EXCLUSIVE = [("weak", "normal_muscles"), ("numb", "intact_skin"), ("reduced_reflexes", "normal_reflexes")]


def cases_of(paths):
    return [pytest.param(case, id=f"{path.stem}-{case['id']}") for path in paths for case in read_cases(path)]


@pytest.mark.parametrize("case", cases_of(LATER_SETS))
def test_a_case_names_what_the_atlas_knows(atlas: Atlas, case: dict) -> None:
    keys = {atlas.lesion_places.site_key(site) for site in atlas.dataset["sites"]}
    assert {case["expected_site_key"], *case["acceptable_site_keys"]} <= keys
    assert case["expected_site_key"] not in case["acceptable_site_keys"]
    findings = atlas.findings_parser.parse_case(case)
    assert findings.unrecognised == []
    assert findings.clues == case["clues"], "painful skin that the atlas does not know became a clue"


@pytest.mark.parametrize("case", cases_of(LATER_SETS))
def test_findings_do_not_contradict_each_other(case: dict) -> None:
    for abnormal, normal in EXCLUSIVE:
        assert not {*case[abnormal]} & {*case[normal]}
    assert {*case["weak"]} == {*case["weak_strength"]}
    assert case["urgent"] or not case["out_of_graph"]


def test_no_case_is_in_two_files() -> None:
    cases = [case for path in FILES for case in json.loads(path.read_text("utf-8"))]
    ids = [case["id"] for case in cases]
    assert len(ids) == len({*ids})
    published = [case["source"] for case in cases if case.get("kind") == "published"]
    assert len(published) == len({*published})


def test_published_cases_say_where_they_were_read() -> None:
    for path in LATER_SETS:
        kinds = {case["kind"] for case in read_cases(path)}
        assert kinds == ({"composed"} if path.stem == "composed_2" else {"published"})
        assert all(case["source"].strip() for case in read_cases(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_cases_can_be_measured(path, capsys) -> None:
    measure([path])
    assert capsys.readouterr().out.startswith(f"{path.name}: ")
