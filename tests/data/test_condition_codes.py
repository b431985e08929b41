"""Codes of conditions: what the official lists say, read by hand, and what the page and the exports show."""

import json

import pytest

from atlas import Atlas
from atlas.export.json_ld import linked_data
from atlas.web.layout.condition_page import codes
from tests.support.limbs import TINY, copy_of, problems_of

# Titles of ICD-10 version 2019 and ICD-10-CM that name the condition itself; read there, not in our table.
OFFICIAL = {
    "sciatica": "M54.3",
    "meralgia_paraesthetica": "G57.1",
    "femoral_neuropathy": "G57.2",
    "tarsal_tunnel": "G57.5",
    "cauda_equina_syndrome": "G83.4",
    "guillain_barre_syndrome": "G61.0",
    "mononeuritis_multiplex": "G58.7",
    "motor_neurone_disease": "G12.2",
    "gout": "M10",
    "conus_medullaris": "G95.81",
    "cidp": "G61.81",
}
HEAD = "condition,system,code,match,cites,confidence,note\n"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.load()


@pytest.mark.parametrize(("condition", "code"), OFFICIAL.items())
def test_a_code_that_names_the_condition_means_the_same(atlas: Atlas, condition: str, code: str) -> None:
    rows = atlas.dataset.condition_codes.values()
    assert [row.code for row in rows if row.condition == condition and row.match == "same"] == [code]


def test_each_code_is_read_in_the_list_that_it_cites(atlas: Atlas) -> None:
    lists = {"ICD-10": "icd10_who2019", "ICD-10-CM": "icd10cm_2026"}
    for row in atlas.dataset.condition_codes.values():
        first = row.cites[0]
        assert first.key == lists[row.system]
        assert first.where == row.code or (row.checked == "memory" and row.note)


def test_the_page_shows_the_code_with_its_mark(atlas: Atlas) -> None:
    shown = json.dumps(codes(atlas, "morton_neuroma").to_plotly_json(), default=lambda part: part.to_plotly_json())
    assert "G57.6" in shown and "G57.8" in shown and shown.count("data-claim") == 2 and "wider" in shown
    assert codes(atlas, "groin_neuralgia") is None


def test_linked_data_has_the_codes_that_mean_the_same(atlas: Atlas) -> None:
    graph = {node["id"]: node for node in json.loads(linked_data(atlas))["@graph"]}
    code = {"type": "schema:MedicalCode", "codeValue": "G57.5", "codingSystem": "ICD-10"}
    assert graph["atlas:tarsal_tunnel"]["code"] == [code]
    assert "code" not in graph["atlas:morton_neuroma"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "{id},ICD-10,G57.10,same",
            "'G57.10' is not a code of ICD-10; write a letter, two digits and at most one more",
        ),
        ("{id},ICD-10,g57,same", "'g57' is not a code of ICD-10"),
        ("{id},ICD-10-CM,G95.81234,same", "'G95.81234' is not a code of ICD-10-CM"),
        ("nobody,ICD-10,G57.1,same", "'nobody' is not in conditions"),
        ("{id},ICD-10,G57.1,same,{source},single-source,\n{id},ICD-10-CM,G57.1,same", "given for ICD-10 already"),
    ],
)
def test_a_wrong_code_is_refused(tmp_path, tiny, row: str, said: str) -> None:
    folder = copy_of(TINY, tmp_path)
    names = {"id": next(iter(tiny.dataset.conditions)), "source": next(iter(tiny.dataset.sources))}
    text = HEAD + f"{row},{{source}},single-source,\n"
    (folder / "clinical/condition_codes.csv").write_text(text.format(**names), "utf-8")
    lines = problems_of(folder)
    assert lines and all("condition_codes.csv" in line for line in lines) and any(said in line for line in lines)
