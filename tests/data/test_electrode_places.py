"""Electrodes stand on the drawn body as far apart as the sources say, and the figures show them there."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import numpy as np
import pytest

from atlas.api import Atlas
from atlas.reasoning.nerve_studies.electrodes import RECORDING, along_mm, stimuli
from atlas.resources import resource_dir
from tools.electrode_places import DrawnBody, electrode_views

NERVE_MM = 5
"""How far a distance along a nerve may be from the cited one."""
TAPE_SHARE = 0.1
"""The same for a tape over the skin to a muscle, which is a little longer than the straight line that is measured here."""
CITED_RANGES = {
    ("fibular_motor_ta", RECORDING, 1): (50, 100),
    ("fibular_motor_ta", 1, 2): (100, 150),
    ("fibular_motor_edb", 2, 3): (100, 120),
}
"""Distances that rows of study_points.csv give in their notes, in millimetres."""


@pytest.fixture(scope="module")
def body() -> DrawnBody:
    return DrawnBody()


def places(atlas: Atlas, study: str) -> dict[int, tuple[str, int | None]]:
    row = atlas.dataset.studies[study]
    return {RECORDING: (row.on, row.at_mm)} | {one.order: (one.on, one.at_mm) for one in stimuli(atlas.dataset, study)}


def cited(atlas: Atlas) -> Iterator[tuple[str, int, int, int, int]]:
    """Study, two electrodes, and the limits of their distance."""
    for point in atlas.dataset.study_points.values():
        if point.distance_mm:
            yield point.study, RECORDING, point.order, point.distance_mm, point.distance_mm
    for pair, limits in CITED_RANGES.items():
        yield *pair, *limits


def test_electrodes_are_as_far_apart_as_sources_say(atlas: Atlas, body: DrawnBody) -> None:
    checked = 0
    for study, one, other, low, high in cited(atlas):
        first, second = (places(atlas, study)[number] for number in (one, other))
        here, there = along_mm(atlas.dataset, *first), along_mm(atlas.dataset, *second)
        if here is None or there is None:
            apart = float(np.linalg.norm(body.place(*first) - body.place(*second)))
            assert low * (1 - TAPE_SHARE) <= apart <= high * (1 + TAPE_SHARE), (study, one, other, apart)
        else:
            assert low - NERVE_MM <= abs(here - there) <= high + NERVE_MM, (study, one, other, here - there)
        checked += 1
    assert checked == 15


def test_electrodes_stand_on_the_nerve_that_is_tested(atlas: Atlas) -> None:
    """Within its length; and of two stimuli the nearer one is farther from the cord."""
    for study in atlas.dataset.studies:
        along = [along_mm(atlas.dataset, *places(atlas, study)[one.order]) for one in stimuli(atlas.dataset, study)]
        assert along == sorted(along, reverse=True), study
        for on, at_mm in places(atlas, study).values():
            if on in atlas.dataset.nerve_lengths:
                assert at_mm is not None
                assert at_mm <= atlas.dataset.nerve_lengths[on].length_mm, (study, on)


def test_marks_agree_with_what_predictions_take_to_lie_between(atlas: Atlas) -> None:
    """A stimulus is marked on the first segment that lies between, or on the one before it. A mixed study records above."""
    dataset = atlas.dataset
    for row in dataset.study_points.values():
        if row.first and dataset.studies[row.study].kind != "mixed":
            assert row.on in (row.first, *dataset.segments[row.first].upstream), row.key


def test_the_table_is_what_the_tool_writes() -> None:
    path = resource_dir("data") / "studies" / "electrode_views.csv"
    with path.open(encoding="utf-8", newline="") as file:
        _, *written = csv.reader(file)
    assert written == [[str(cell) for cell in row] for row in electrode_views()]


def test_every_electrode_is_in_a_figure(atlas: Atlas) -> None:
    shown = {(row.study, row.electrode) for row in atlas.dataset.electrode_views.values()}
    for study in atlas.dataset.studies:
        for number, (on, _) in places(atlas, study).items():
            assert ((study, number) in shown) == bool(on), (study, number)


@pytest.mark.parametrize(
    ("study", "number", "heights"),
    [
        ("superficial_fibular_sensory", 1, (100, 180)),
        ("saphenous_sensory", 1, (100, 180)),
        ("sural_sensory", 1, (100, 180)),
        ("superficial_fibular_sensory", RECORDING, (-20, 50)),
        ("saphenous_sensory", RECORDING, (-20, 50)),
        ("sural_sensory", RECORDING, (-20, 50)),
    ],
)
def test_heights_above_the_malleoli(atlas: Atlas, body: DrawnBody, study: str, number: int, heights) -> None:
    """The tarsal tunnel is marked at the medial malleolus."""
    height = body.place(*places(atlas, study)[number])[1] - body.sites["nerve_tibial_tarsal_tunnel"][1]
    assert heights[0] <= height <= heights[1]
