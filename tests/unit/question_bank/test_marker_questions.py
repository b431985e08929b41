"""Names that are dragged to skin: their zones are the drawn patches, and no place is right for two names."""

import random
from functools import cache

import pytest
from shapely.geometry import Point, Polygon
from shapely.ops import unary_union

from atlas import Atlas
from atlas.export.question_bank.moodle_xml import moodle_file
from atlas.figures.label_fit import trace
from atlas.figures.svg_files import group_shapes, read_figure, view_box_size
from tests.support.moodle_file import Dragged, read, winds_round


@cache
def questions_of(atlas: Atlas, side: str) -> list[Dragged]:
    return read(moodle_file(atlas, side))[0]


@pytest.fixture(params=["right", "left"])
def sided(request: pytest.FixtureRequest, atlas: Atlas) -> tuple[str, list[Dragged]]:
    return request.param, questions_of(atlas, request.param)


def right_patches(atlas: Atlas, kind: str, name: str) -> set[str]:
    """The patches that the tables themselves give a root or nerve, by its name."""
    tables = atlas.dataset
    id_ = next(id_ for id_ in (*tables.roots, *tables.nerves) if atlas.node(id_).name == name)
    if kind == "skin_of_root":
        return {p for (p, map_id), row in tables.dermatomes.items() if map_id == atlas.default_map and id_ in row.roots}
    return {row.territory for row in tables.fields.values() if tables.segments[row.segment].nerve == id_}


def drawn_patches(atlas: Atlas, question: Dragged, side: str) -> dict[str, Polygon]:
    """The patches of a view in the pixels of the picture."""
    svg = read_figure(atlas, question.view)
    width, height = map(float, view_box_size(svg))
    across, down = question.size[0] / width, question.size[1] / height

    def place(x: float, y: float) -> tuple[float, float]:
        return across * (width - x if side == "left" else x), down * y

    found = {}
    for shape in group_shapes(svg, "skin"):
        pieces = [Polygon([place(*point) for point in line]) for line in trace(shape.get("d")) if len(line) > 3]
        found[shape.get("data-node")] = unary_union([piece.buffer(0) for piece in pieces])
    return found


def test_every_view_with_skin_is_asked_about(atlas: Atlas, sided) -> None:
    _, questions = sided
    with_skin = {view for view in atlas.dataset.views if group_shapes(read_figure(atlas, view), "skin")}
    assert {question.view for question in questions} == with_skin
    assert len({question.id for question in questions}) == len(questions) > 30
    assert all(len(question.labels) > 1 and question.zones for question in questions)


def test_the_middle_of_every_right_patch_is_in_its_zone_and_in_no_other(atlas: Atlas, sided) -> None:
    side, questions = sided
    for question in questions:
        patches = drawn_patches(atlas, question, side)
        kind = question.id.split(".")[0]
        for name in question.zones:
            right = right_patches(atlas, kind, name) & set(patches)
            assert right, question.id
            for patch in right:
                shape = patches[patch]
                if shape.area < 12:
                    continue
                # the centroid, or where a bent patch does not hold its own, a point inside
                centre = shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
                inside = {other for other, polygon in question.zones.items() if winds_round(polygon, centre.coords[0])}
                assert inside == {name}, (question.id, patch)


def test_a_zone_is_the_patches_and_nothing_else(atlas: Atlas, sided) -> None:
    side, questions = sided
    chance = random.Random(7)
    for question in questions:
        patches = drawn_patches(atlas, question, side)
        kind = question.id.split(".")[0]
        for name, zone in question.zones.items():
            right = right_patches(atlas, kind, name) & set(patches)
            area = unary_union([patches[patch] for patch in right])
            surely, surely_not = area.buffer(-2), area.buffer(2)
            for _ in range(100):
                point = (chance.uniform(0, question.size[0]), chance.uniform(0, question.size[1]))
                if surely.contains(Point(point)):
                    assert winds_round(zone, point), (question.id, name, point)
                elif not surely_not.contains(Point(point)):
                    assert not winds_round(zone, point), (question.id, name, point)


def test_the_left_pictures_are_the_mirror_image(atlas: Atlas) -> None:
    right, left = (questions_of(atlas, side) for side in ("right", "left"))
    for one, other in zip(right, left, strict=True):
        assert one.id == other.id and one.size == other.size
        for name, zone in one.zones.items():
            width = one.size[0]
            bounds = [Polygon(points).bounds for points in (zone, other.zones[name])]
            mirrored = (width - bounds[0][2], bounds[0][1], width - bounds[0][0], bounds[0][3])
            assert mirrored == pytest.approx(bounds[1], abs=1.5)


def test_a_name_without_a_place_has_no_skin_there_and_the_question_says_so(atlas: Atlas, sided) -> None:
    side, questions = sided
    for question in questions:
        patches = drawn_patches(atlas, question, side)
        spare = [label for label in question.labels if label not in question.zones]
        assert (atlas.strings["bank.drag.some"] in question.text) == bool(spare)
        for name in spare:
            assert not right_patches(atlas, question.id.split(".")[0], name) & set(patches)


def test_a_root_question_names_its_map_and_every_answer_its_sources(atlas: Atlas, sided) -> None:
    _, questions = sided
    map_name = atlas.dataset.dermatome_maps[atlas.default_map].name
    for question in questions:
        assert (map_name in question.text) == question.id.startswith("skin_of_root")
        assert atlas.strings["deck.sources"] in question.feedback
