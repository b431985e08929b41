"""Codes of conditions: what the official lists say, read by hand, and what linked data shows."""

import json

import pytest

from atlas import Atlas
from atlas.export.json_ld import linked_data

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


def test_linked_data_has_the_codes_that_mean_the_same(atlas: Atlas) -> None:
    graph = {node["id"]: node for node in json.loads(linked_data(atlas))["@graph"]}
    code = {"type": "schema:MedicalCode", "codeValue": "G57.5", "codingSystem": "ICD-10"}
    assert graph["atlas:tarsal_tunnel"]["code"] == [code]
    assert "code" not in graph["atlas:morton_neuroma"]
