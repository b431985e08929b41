"""Roots and muscles: what the matrix says is what the rows say, and values are read as they are printed."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.utils import PlotlyJSONEncoder

from atlas import Atlas
from atlas.dataset.loader import load_dataset
from atlas.dataset.measurements import read_share
from atlas.dataset.problems import DataProblems
from atlas.reasoning.myotomes import ROOT_STATUS, Myotomes
from atlas.web.bundles.myotomes import build_myotomes
from atlas.web.layout.myotome_page import myotome_words
from tests.support.limbs import TINY, copy_of, set_cell


@pytest.fixture(scope="module", params=["tiny", "real"])
def limb(request: pytest.FixtureRequest) -> Atlas:
    return Atlas.load(TINY) if request.param == "tiny" else request.getfixturevalue("atlas")


@pytest.fixture(scope="module")
def matrix(limb: Atlas) -> Myotomes:
    return Myotomes(limb.dataset)


@given(st.integers(1, 500), st.data())
def test_a_counted_share_is_what_was_found_of_what_was_tested(tested: int, data: st.DataObject) -> None:
    found = data.draw(st.integers(0, tested))
    told = read_share(f"{found}/{tested}")
    assert 0 <= told.share <= 1 and told.tested == tested
    assert round(told.share * tested) == found
    more = read_share(f"{min(found + 1, tested)}/{tested}")
    assert more.share >= told.share


@given(st.integers(0, 1000))
def test_a_percentage_is_its_hundredth(tenths: int) -> None:
    assert read_share(f"{tenths / 10}%").share == pytest.approx(tenths / 1000)


@pytest.mark.parametrize("value", ["", "7/5", "0/0", "101%", "major root", "3 / x", "-1/4", "about 50%", "5"])
def test_what_states_no_share_is_not_read_as_one(value: str) -> None:
    assert read_share(value) is None


def test_every_muscle_stands_once_and_groups_follow_their_order(limb: Atlas, matrix: Myotomes) -> None:
    listed = [muscle for _, own in matrix.groups for muscle in own]
    assert sorted(listed) == sorted(limb.dataset["muscles"])
    order = [limb.dataset["muscle_groups"][limb.dataset["muscles"][muscle].group].order for muscle in listed]
    assert order == sorted(order)


def test_the_tally_says_what_the_rows_say(limb: Atlas, matrix: Myotomes) -> None:
    for id_, row in limb.dataset["muscles"].items():
        by_root = {root: matrix.root_status(id_, root) for root in matrix.roots}
        assert {root for root, said in by_root.items() if said == "main"} == {*row.main_roots}
        assert {root for root, said in by_root.items() if said in ("main", "root_main", "root")} == {*row.roots}
        some = {root for one in matrix.rivals[id_] for root in one.roots} - {*row.roots}
        assert {root for root, said in by_root.items() if said in ("rival", "rival_main")} == some


def test_what_is_told_more_firmly_is_stronger() -> None:
    strengths = list(ROOT_STATUS.values())
    assert strengths == sorted(set(strengths)) and strengths[0] == 0 and strengths[-1] == 1


def test_what_was_measured_is_all_there_and_can_be_compared(limb: Atlas, matrix: Myotomes) -> None:
    told = [
        one
        for muscle in limb.dataset["muscles"]
        for root in limb.dataset["roots"]
        for one in matrix.measurements(muscle, root)
    ]
    rows = limb.dataset["root_measures"].values()
    assert len(told) + len(matrix.unassigned) == sum(len(row.root) if row.muscle else 1 for row in rows)
    for one in told:
        scale = limb.dataset["root_series"][one.series].scale
        assert (one.share is None) == (scale == "main")
        assert 0 <= one.strength <= 1
        assert (
            one.share is None
            or one.tested is None
            or one.share * one.tested == pytest.approx(round(one.share * one.tested))
        )


def test_a_span_holds_every_value_of_its_cell(limb: Atlas, matrix: Myotomes) -> None:
    for one in matrix.series:
        for muscle in limb.dataset["muscles"]:
            for root in matrix.roots:
                own = [told.strength for told in matrix.measurements(muscle, root) if told.series == one.id]
                span = matrix.strength_range(one.id, muscle, root)
                assert (span is None) == (not own)
                assert span is None or (
                    span[0] == min(own) and span[1] == max(own) and root in matrix.roots_in_series(one.id)
                )


def test_key_muscles_are_the_roots_own(limb: Atlas, matrix: Myotomes) -> None:
    found = {
        (muscle, root)
        for muscle in limb.dataset["muscles"]
        for root in limb.dataset["roots"]
        if matrix.is_key_muscle(muscle, root)
    }
    assert found == {(muscle, root.id) for root in limb.dataset["roots"].values() for muscle in root.key_muscles}


def test_a_key_muscle_gets_its_root(atlas: Atlas) -> None:
    """A convention of grading, but never against the anatomy: each key muscle has the root among its main ones."""
    matrix = Myotomes(atlas.dataset)
    keys = [(muscle, root.id) for root in atlas.dataset["roots"].values() for muscle in root.key_muscles]
    assert len(keys) > 4
    assert {matrix.root_status(muscle, root) for muscle, root in keys} == {"main"}


def test_the_answers_say_what_the_matrix_says(limb: Atlas, matrix: Myotomes) -> None:
    answers = json.loads(json.dumps(build_myotomes(limb)))
    more = json.loads(json.dumps(myotome_words(limb), cls=PlotlyJSONEncoder))
    ids = list(limb.nodes)
    muscles = [ids[at] for _, own in answers["groups"] for at in own]
    roots = [ids[at] for at in answers["roots"]]
    for muscle, row in zip(muscles, answers["tally"], strict=True):
        assert [answers["standings"][one][0] for one in row] == [matrix.root_status(muscle, root) for root in roots]
    assert len(more["feet"]) == len(answers["measured"]) > 0
    for (muscle, root, told), foot in zip(answers["measured"], more["feet"], strict=True):
        own = [
            o
            for o in matrix.measurements(ids[muscle], ids[root])
            if o.as_named == told["named"] and o.value == told["value"]
        ]
        assert answers["series"][told["series"]]["id"] in {one.series for one in own}
        assert foot
    for one, sources in zip(answers["series"], more["series_sources"], strict=True):
        assert sources and one["people"] and one["method"]


SPOILT = [
    ("root_measures", "value", "many", "myotomes/root_measures.csv:2:5: value: 'many' is no share"),
    ("root_measures", "value", "5/4", "myotomes/root_measures.csv:2:5: value: '5/4' is no share"),
    (
        "root_measures",
        "measure",
        "guess",
        "myotomes/root_measures.csv:2:4: measure: no series of 'keeper' has the measure 'guess'",
    ),
    ("muscles", "group", "leg", "anatomy/muscles.csv:2:3: group: 'leg' is no group"),
]


@pytest.mark.parametrize(("table", "column", "cell", "line"), SPOILT)
def test_a_spoilt_cell_is_named(tmp_path, table: str, column: str, cell: str, line: str) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, table, "curler", column, cell)
    with pytest.raises(DataProblems, match=re.escape(line)):
        load_dataset(folder)
