"""The cross sections show what anatomy says lies at each level, in the right relation."""

from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from atlas.figures.label_fit import trace
from atlas.figures.plate_layout import section_numbers

FIGURES = Path(__file__).resolve().parents[2] / "data" / "figures"
SECTIONS = ("section_lumbar", "section_buttock", "section_thigh", "section_knee", "section_ankle")
# In the pictures, the front is up and the outer side of the right limb is on the left. From memory of Moore,
# Clinically Oriented Anatomy (mem_moore).
LEFT_OF, ABOVE = 0, 1
RELATIONS = [
    # the tarsal tunnel, from front to back
    ("section_ankle", "tibialis_posterior", ABOVE, "flexor_digitorum_longus"),
    ("section_ankle", "flexor_digitorum_longus", ABOVE, "tibial.tarsal_tunnel"),
    ("section_ankle", "tibial.tarsal_tunnel", ABOVE, "flexor_hallucis_longus"),
    ("section_ankle", "fibula", LEFT_OF, "talus"),
    ("section_ankle", "fibularis_longus", LEFT_OF, "flexor_hallucis_longus"),
    ("section_ankle", "extensor_digitorum_longus", LEFT_OF, "tibialis_anterior"),
    # the deep fibular nerve runs between the long extensors of the toes, not before them
    ("section_ankle", "extensor_digitorum_longus", LEFT_OF, "deep_fibular.ankle"),
    ("section_ankle", "deep_fibular.ankle", LEFT_OF, "extensor_hallucis_longus"),
    ("section_ankle", "extensor_hallucis_longus", ABOVE, "deep_fibular.ankle"),
    ("section_thigh", "femur", ABOVE, "sciatic_tibial_division.thigh"),
    ("section_thigh", "adductor_magnus_adductor", ABOVE, "sciatic_tibial_division.thigh"),
    ("section_thigh", "sciatic_tibial_division.thigh", ABOVE, "biceps_femoris_long"),
    ("section_thigh", "biceps_femoris_long", LEFT_OF, "semitendinosus"),
    ("section_thigh", "saphenous.thigh", LEFT_OF, "sartorius"),
    ("section_thigh", "femur", LEFT_OF, "gracilis"),
    ("section_knee", "fibula", LEFT_OF, "tibia"),
    ("section_knee", "fibula", LEFT_OF, "tibial.calf"),
    ("section_knee", "tibialis_anterior", LEFT_OF, "tibia"),
    ("section_lumbar", "iliopsoas", LEFT_OF, "disc_L4_L5"),
    ("section_lumbar", "disc_L4_L5", ABOVE, "L4_vertebra"),
    ("section_buttock", "piriformis", ABOVE, "gluteus_maximus"),
    ("section_buttock", "sciatic_tibial_division.hip", ABOVE, "gluteus_maximus"),
    ("section_buttock", "hip_bone", ABOVE, "sciatic_tibial_division.hip"),
    ("section_buttock", "gluteus_medius", LEFT_OF, "hip_bone"),
]


def shape_of(path: ElementTree.Element) -> BaseGeometry:
    """The area of a path whose rings are holes where they lie in another one."""
    area: BaseGeometry = Polygon()
    for ring in trace(path.get("d", "")):
        if len(ring) > 3:
            area = area.symmetric_difference(Polygon(ring).buffer(0))
    return area


@cache
def paths(view: str) -> list[tuple[str, str, BaseGeometry]]:
    """Group, id (or class) and area of every path of a section."""
    found = []
    for group in ElementTree.parse(FIGURES / f"{view}.svg").getroot():
        for member in group:
            for path in [member, *member]:
                if path.get("d"):
                    id_ = member.get("data-node") or member.get("data-bone") or member.get("class", "")
                    found.append((group.get("class", ""), id_, shape_of(path)))
    return found


def named(view: str, id_: str) -> BaseGeometry:
    areas = [area for _, name, area in paths(view) if name == id_]
    assert areas, f"{view} does not show {id_}"
    return unary_union(areas)


@pytest.mark.parametrize(("view", "first", "axis", "second"), RELATIONS)
def test_structures_lie_where_anatomy_says(view: str, first: str, axis: int, second: str) -> None:
    a, b = (named(view, id_).centroid.coords[0][axis] for id_ in (first, second))
    assert a < b


def test_quadriceps_lies_on_the_femur() -> None:
    assert named("section_thigh", "quadriceps").distance(named("section_thigh", "femur")) < 3


def test_the_dural_sac_lies_behind_the_disc_in_the_middle() -> None:
    sac, disc = named("section_lumbar", "plain-dura").centroid, named("section_lumbar", "disc_L4_L5").centroid
    assert sac.y > disc.y
    assert abs(sac.x - disc.x) < 6


def test_the_lumbar_plexus_lies_in_psoas() -> None:
    plexus = named("section_lumbar", "lumbar_plexus")
    assert named("section_lumbar", "iliopsoas").convex_hull.contains(plexus.centroid)


@pytest.mark.parametrize("view", SECTIONS)
def test_the_letters_of_the_directions_lie_outside_what_is_cut(view: str) -> None:
    root = ElementTree.parse(FIGURES / f"{view}.svg").getroot()
    compass = next(part for part in root if part.get("class") == "compass")
    places = {text.text: (float(text.get("x", "")), float(text.get("y", ""))) for text in compass}
    assert places["A"][1] < places["P"][1]
    assert ("L" in places) == ("M" in places) == (view != "section_lumbar")  # which shows both sides
    if "L" in places:
        assert places["L"][0] < places["M"][0]  # the outer side of the right limb is on the left
    body = shape_of(next(part for part in root if part.get("class") == "body"))
    letter = float(compass.get("font-size", ""))
    for x, y in places.values():
        assert body.intersection(box(x - 0.3 * letter, y - 0.7 * letter, x + 0.3 * letter, y)).area < 2


def test_the_levels_of_the_sections_are_marked_in_order_on_the_whole_limb() -> None:
    limb = ElementTree.parse(FIGURES / "muscles_front.svg").getroot()
    levels = next(group for group in limb if group.get("class") == "levels")
    assert [level.get("data-view") for level in levels] == list(SECTIONS)
    assert [level[1].text for level in levels] == ["1", "2", "3", "4", "5"]
    heights = [float(level[0].get("y1", "")) for level in levels]
    assert heights == sorted(heights)


@pytest.mark.parametrize("view", SECTIONS)
def test_shapes_do_not_overlap(view: str) -> None:
    """Fitted curves may differ by a hair's breadth; nerves lie on top of what is round them."""
    tissues = [area for group, id_, area in paths(view) if group != "nerves" and id_ != "plain-nerve"]
    for a, b in combinations(tissues, 2):
        assert a.intersection(b).area <= 0.04 * min(a.area, b.area) + 2


@pytest.mark.parametrize("view", SECTIONS)
def test_the_tissues_fill_the_section(view: str) -> None:
    """All but the skin, a thin ring, belongs to a tissue."""
    body = next(part for part in ElementTree.parse(FIGURES / f"{view}.svg").getroot() if part.get("class") == "body")
    whole = shape_of(body)
    tissues = unary_union([area for group, id_, area in paths(view) if group != "nerves" and id_ != "plain-nerve"])
    assert tissues.difference(whole).area < 0.01 * whole.area
    assert 0.8 * whole.area < tissues.area < whole.area


def test_levels_are_numbered_like_the_captions_and_from_above(atlas) -> None:
    numbers = section_numbers(atlas)
    front = ElementTree.parse(FIGURES / "muscles_front.svg").getroot()
    levels = front.findall(".//{*}g[@class='levels']/{*}g")
    drawn = {level.get("data-view"): int(level.find("{*}text").text) for level in levels}
    heights = {level.get("data-view"): float(level.find("{*}line").get("y1")) for level in levels}
    assert drawn == numbers
    assert sorted(heights, key=heights.get) == sorted(numbers, key=numbers.get)
