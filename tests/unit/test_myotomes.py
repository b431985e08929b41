"""Roots and muscles: the matrix agrees with the rows, and values are read as they are printed."""

from __future__ import annotations

import json
import re

import pytest
from plotly.utils import PlotlyJSONEncoder

from atlas import Atlas
from atlas.dataset.loader import load_dataset
from atlas.dataset.measurements import read_share
from atlas.dataset.problems import DataProblems
from atlas.reasoning.myotomes import ROOT_STATUS, Myotomes
from atlas.web.bundles.myotomes import build_myotomes
from atlas.web.layout.myotome_page import myotome_words
from tests.support.limbs import TINY, copy_of, set_cell


@pytest.fixture(scope="module")
def matrix(limb: Atlas) -> Myotomes:
    return Myotomes(limb.dataset)


@pytest.mark.parametrize("value", ["", "7/5", "0/0", "101%", "major root", "3 / x", "-1/4", "about 50%", "5"])
def test_a_value_that_states_no_share_is_not_read_as_one(value: str) -> None:
    assert read_share(value) is None


def test_every_muscle_is_listed_once_and_groups_follow_their_order(limb: Atlas, matrix: Myotomes) -> None:
    listed = [muscle for _, members in matrix.groups for muscle in members]
    assert sorted(listed) == sorted(limb.dataset["muscles"])
    order = [limb.dataset["muscle_groups"][limb.dataset["muscles"][muscle].group].order for muscle in listed]
    assert order == sorted(order)


def test_the_status_of_a_root_follows_from_the_rows(limb: Atlas, matrix: Myotomes) -> None:
    for id_, row in limb.dataset["muscles"].items():
        status = {root: matrix.root_status(id_, root) for root in matrix.roots}
        assert {root for root, found in status.items() if found == "main"} == {*row.main_roots}
        assert {root for root, found in status.items() if found in ("main", "root_main", "root")} == {*row.roots}
        rivals = {root for rival in matrix.rivals[id_] for root in rival.roots} - {*row.roots}
        assert {root for root, found in status.items() if found in ("rival", "rival_main")} == rivals


def test_a_firmer_status_is_stronger() -> None:
    strengths = list(ROOT_STATUS.values())
    assert strengths == sorted(set(strengths)) and strengths[0] == 0 and strengths[-1] == 1


def test_every_measurement_is_there_and_can_be_compared(limb: Atlas, matrix: Myotomes) -> None:
    found = [
        measurement
        for muscle in limb.dataset["muscles"]
        for root in limb.dataset["roots"]
        for measurement in matrix.measurements(muscle, root)
    ]
    rows = limb.dataset["root_measures"].values()
    assert len(found) + len(matrix.unassigned) == sum(len(row.root) if row.muscle else 1 for row in rows)
    for measurement in found:
        scale = limb.dataset["root_series"][measurement.series].scale
        assert (measurement.share is None) == (scale == "main")
        assert 0 <= measurement.strength <= 1
        if measurement.share is not None and measurement.tested is not None:
            positive = measurement.share * measurement.tested
            assert positive == pytest.approx(round(positive))


def test_a_series_lists_the_roots_that_it_measured(limb: Atlas, matrix: Myotomes) -> None:
    for series in matrix.series:
        measured = {
            root
            for muscle in limb.dataset.muscles
            for root in matrix.roots
            if any(found.series == series.id for found in matrix.measurements(muscle, root))
        }
        assert matrix.roots_in_series(series.id) == tuple(root for root in matrix.roots if root in measured)


def test_the_root_of_a_key_muscle_is_one_of_its_main_roots(atlas: Atlas) -> None:
    """Key muscles are a convention of grading, but it never contradicts the anatomy."""
    matrix = Myotomes(atlas.dataset)
    keys = [(muscle, root.id) for root in atlas.dataset["roots"].values() for muscle in root.key_muscles]
    assert len(keys) > 4
    assert {matrix.root_status(muscle, root) for muscle, root in keys} == {"main"}


def test_a_key_muscle_is_one_only_for_the_roots_that_name_it(tmp_path) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "roots", "K1", "key_muscles", "")
    set_cell(folder, "roots", "K2", "key_muscles", "curler")
    matrix = Myotomes(load_dataset(folder))
    key = {
        (muscle, root) for muscle in ("curler", "sucker") for root in ("K1", "K2") if matrix.is_key_muscle(muscle, root)
    }
    assert key == {("curler", "K2")}


def test_the_bundle_of_the_page_agrees_with_the_matrix(limb: Atlas, matrix: Myotomes) -> None:
    bundle = json.loads(json.dumps(build_myotomes(limb)))
    words = json.loads(json.dumps(myotome_words(limb), cls=PlotlyJSONEncoder))
    ids = list(limb.nodes)
    muscles = [ids[place] for _, members in bundle["groups"] for place in members]
    roots = [ids[place] for place in bundle["roots"]]
    for muscle, row in zip(muscles, bundle["tally"], strict=True):
        status = [bundle["standings"][place][0] for place in row]
        assert status == [matrix.root_status(muscle, root) for root in roots]
    assert len(words["feet"]) == len(bundle["measured"]) > 0
    for (muscle, root, value), foot in zip(bundle["measured"], words["feet"], strict=True):
        series = {
            measurement.series
            for measurement in matrix.measurements(ids[muscle], ids[root])
            if measurement.as_named == value["named"] and measurement.value == value["value"]
        }
        assert bundle["series"][value["series"]]["id"] in series
        assert foot
    for series, sources in zip(bundle["series"], words["series_sources"], strict=True):
        assert sources and series["people"] and series["method"]


BAD_CELLS = [
    ("root_measures", "value", "many", "myotomes/root_measures.csv:2:5: value: 'many' is not a share"),
    ("root_measures", "value", "5/4", "myotomes/root_measures.csv:2:5: value: '5/4' is not a share"),
    (
        "root_measures",
        "measure",
        "guess",
        "myotomes/root_measures.csv:2:4: measure: no series of 'keeper' has the measure 'guess'",
    ),
    ("muscles", "group", "leg", "anatomy/muscles.csv:2:3: group: there is no group 'leg'"),
]


@pytest.mark.parametrize(("table", "column", "cell", "line"), BAD_CELLS)
def test_a_bad_cell_is_reported(tmp_path, table: str, column: str, cell: str, line: str) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, table, "curler", column, cell)
    with pytest.raises(DataProblems, match=re.escape(line)):
        load_dataset(folder)
