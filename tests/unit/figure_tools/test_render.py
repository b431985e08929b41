"""The renderer of the resting body, on tiny parts made by hand."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tools.body.part import BONE, MUSCLE, SKIN, Part
from tools.render.camera import Camera
from tools.render.encoding import encode
from tools.render.lights import Lights
from tools.render.look import Look
from tools.render.openness import openness
from tools.render.picture import render

_DATA = Path(__file__).parents[3] / "data"
_CAMERA = Camera((1, 0, 0), (0, 1, 0), 1000, (-0.05, 0.0, 0.05, 0.1))


@pytest.fixture
def lights():
    return Lights.read(_DATA)


def quad(left, low, right, high, z, kind=BONE):
    points = np.array([[left, low, z], [right, low, z], [right, high, z], [left, high, z]], float)
    return Part(kind, kind, points, np.array([[0, 1, 2], [0, 2, 3]]))


def ball(radius=0.03, kind=BONE, rings=24):
    down, round_ = np.meshgrid(np.linspace(0, np.pi, rings), np.linspace(0, 2 * np.pi, 2 * rings), indexing="ij")
    points = np.stack([np.sin(down) * np.sin(round_), np.cos(down), np.sin(down) * np.cos(round_)], axis=2)
    i, j = (grid.ravel() for grid in np.meshgrid(np.arange(rings - 1), np.arange(2 * rings - 1), indexing="ij"))
    a, b = i * 2 * rings + j, (i + 1) * 2 * rings + j
    faces = np.concatenate([np.stack([a, b, b + 1], 1), np.stack([a, b + 1, a + 1], 1)])
    return Part(kind, kind, points.reshape(-1, 3) * radius + [0, 0.05, 0], faces)


def test_the_background_is_transparent_and_a_part_is_not(lights):
    opacity = render([Look(ball())], _CAMERA, lights)[..., 3]

    assert opacity[0, 0] == 0
    assert opacity[50, 50] == 255


def test_nothing_gives_an_empty_picture(lights):
    assert render([], _CAMERA, lights).shape == (100, 100, 4)
    assert not render([], _CAMERA, lights).any()


def test_the_nearer_part_hides_the_other_in_any_order(lights):
    bone, flesh = Look(quad(-0.04, 0.01, 0.04, 0.09, 0)), Look(quad(-0.02, 0.03, 0.02, 0.07, 0.02, MUSCLE))
    one, other = render([bone, flesh], _CAMERA, lights), render([flesh, bone], _CAMERA, lights)

    np.testing.assert_array_equal(one, other)
    only_flesh = render([flesh], _CAMERA, lights)
    np.testing.assert_allclose(one[50, 50].astype(int), only_flesh[50, 50].astype(int), atol=2)


def test_the_window_is_exact_to_a_pixel(lights):
    opacity = render([Look(quad(-0.03, 0.02, 0.01, 0.06, 0))], _CAMERA, lights)[..., 3]
    rows, columns = np.nonzero(opacity > 127)

    assert (columns.min(), columns.max() + 1) == (20, 60)
    assert (rows.min(), rows.max() + 1) == (40, 80)
    corner = _CAMERA.project(np.array([[-0.03, 0.06, 0.0]]))[0]
    np.testing.assert_allclose(corner[:2], [20, 40], atol=1e-9)


def test_what_lies_beyond_a_half_space_is_cut_away(lights):
    cut = replace(_CAMERA, cuts=((0, 1, 0, 0.05, 1e-6),))
    rows = np.nonzero(render([Look(quad(-0.03, 0.02, 0.01, 0.08, 0))], cut, lights)[..., 3] > 127)[0]

    assert (rows.min(), rows.max() + 1) == (50, 80)


def test_light_from_the_front_is_symmetric(lights):
    head_on = {**lights.values, "key_direction": "0 0 1", "fill_direction": "0 0 1"}
    picture = render([Look(ball())], _CAMERA, Lights(head_on)).astype(int)

    assert np.abs(picture - picture[:, ::-1]).max() <= 6


def test_light_comes_from_the_upper_left(lights):
    picture = render([Look(ball())], _CAMERA, lights).astype(int)

    assert picture[35, 35, :3].sum() > picture[65, 65, :3].sum() + 30


def test_a_pale_part_has_the_pale_colour_whatever_its_material(lights):
    white = dict.fromkeys(("key_colour", "fill_colour", "rim_colour", "pale"), "#ffffff")
    picture = render([Look(ball(kind=MUSCLE), pale=True)], _CAMERA, Lights({**lights.values, **white})).astype(int)
    seen = picture[picture[..., 3] == 255][:, :3]

    assert len(seen) > 1000
    assert np.ptp(seen, axis=1).max() <= 1


def test_the_same_input_gives_the_same_picture_and_file(lights):
    looks = [Look(ball()), Look(ball(0.04, SKIN))]
    one, other = render(looks, _CAMERA, lights), render(looks, _CAMERA, lights)

    np.testing.assert_array_equal(one, other)
    assert encode(one) == encode(other)


def test_skin_lets_what_lies_under_it_through_unless_it_is_opaque(lights):
    skin, flesh = Look(ball(0.04, SKIN)), Look(ball(0.02, MUSCLE))
    bare, covered = (render(looks, _CAMERA, lights)[50, 50].astype(int) for looks in ([flesh], [skin, flesh]))
    assert np.abs(bare - covered).max() < 50

    opaque = Lights(lights.values, opaque=True)
    one, other = render([skin, flesh], _CAMERA, opaque), render([skin], _CAMERA, opaque)
    np.testing.assert_array_equal(one, other)


def test_the_trunk_fades_out_upward(lights):
    high = Camera((1, 0, 0), (0, 1, 0), 200, (-0.05, 1.1, 0.05, 1.45), ((0, 1, 0, 1.4, 0.2),))
    opacity = render([Look(quad(-0.04, 1.0, 0.04, 1.5, 0))], high, lights)[:, 10, 3].astype(int)

    assert (np.diff(opacity) >= 0).all()
    assert opacity[0] == 0
    assert opacity[-1] == 255


def test_a_groove_between_two_balls_is_less_open_than_their_far_sides():
    left, right = ball(), ball()
    shift = np.array([0.028, 0, 0])
    pair = [Part("a", BONE, left.points - shift, left.faces), Part("b", BONE, right.points + shift, right.faces)]
    open_left, _ = openness(pair)

    groove = np.abs(pair[0].points[:, 0]).argmin()
    assert open_left[groove] < open_left[pair[0].points[:, 0].argmin()] - 0.2


@pytest.mark.parametrize("kind", ["AVIF", "WEBP"])
def test_a_file_keeps_the_size_and_the_transparency(lights, kind):
    from io import BytesIO

    from PIL import Image

    back = np.array(Image.open(BytesIO(encode(render([Look(ball())], _CAMERA, lights), 60, kind))).convert("RGBA"))

    assert back.shape == (100, 100, 4)
    assert back[0, 0, 3] < 8
    assert back[50, 50, 3] > 247
