"""The steps that grow muscles: strands, the area of bellies, and the reading of strands from a table."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="scipy comes with the figures extra")
pytest.importorskip("numba", reason="numba comes with the figures extra")

from tools.body.muscles.strands import belly_area, make_strands, set_half_axes
from tools.body.muscles.tables import BELLY, FAN, MusclePart, MusclePoint, control_points

LINE = np.array([[0, 0.3, 0], [0, 0.1, 0.01], [0, 0.0, 0.0]])


def part(form=BELLY, volume=1e-4, flat=1.5, proximal=0.1, distal=0.2) -> MusclePart:
    tendons = np.full((2, 2), 0.0005)
    return MusclePart("part", "", form, [], proximal, distal, flat, 0.5, 0.0, 0.0, tendons, volume)


@pytest.mark.parametrize("flat", [1.0, 1.5, 3.0])
def test_half_axes_enclose_the_volume(flat) -> None:
    strands = make_strands(part(flat=flat), [LINE])
    set_half_axes(strands)
    area = np.pi * strands.a[0] * strands.b[0]
    assert area.sum() * strands.step[0] == pytest.approx(1e-4, rel=0.05)


def test_a_fan_is_thinner_than_a_belly_of_the_same_volume() -> None:
    beside = LINE + np.array([0.05, 0, 0])
    fan, belly = make_strands(part(FAN), [LINE, beside]), make_strands(part(), [LINE])
    set_half_axes(fan)
    set_half_axes(belly)
    assert len(fan.x) > 2, "the gap is filled"
    assert fan.b.max() < belly.b.max()


def test_tendons_have_no_belly() -> None:
    along = np.array([-0.2, -0.01, 0.5, 1.01, 1.3])
    area = belly_area(part(), along)
    assert (area[[0, 1, 3, 4]] == 0).all()
    assert area[2] == pytest.approx(1)


def test_strands_name_points_and_parts_of_paths() -> None:
    points = {"here": np.zeros(3)}
    paths = {"way": np.arange(12.0).reshape(4, 3)}
    found = control_points(["here", "path:way[1:3]", "path:way[-1]"], points, paths)
    assert found.tolist() == [[0, 0, 0], [3, 4, 5], [6, 7, 8], [9, 10, 11]]
    with pytest.raises(KeyError):
        control_points(["nowhere"], points, paths)


def test_points_are_shares_of_a_bones_box() -> None:
    box = np.array([[0.0, 0, 0], [2, 4, 6]])
    at = MusclePoint("p", "bone", np.array([-1.0, 0, 0.5]), np.array([0, 0, 0.1]), on_bone=False)
    assert at.located(box).tolist() == pytest.approx([0, 2, 4.6])
    on = MusclePoint("p", "bone", np.array([0.9, 0.9, 0.9]), np.zeros(3), on_bone=True)
    assert on.located(box).tolist() == [2, 4, 6]
