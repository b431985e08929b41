"""A selection in a standalone figure: its nerves have a casing, its muscles are filled, and the body is whole."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from atlas import Atlas
from atlas.figures.lit_path import light_path
from atlas.figures.lit_styles import LIT, WASH_OPACITY
from atlas.figures.path_views import detail_view, whole_views
from atlas.figures.standalone import ThemeStyler, standalone
from atlas.figures.svg_files import find_group, group_shapes, read_figure

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("L4", "L5", "S1", "disc_L5_S1_paracentral", "tarsal tunnel syndrome", "meralgia paraesthetica")
FIGURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<g class="skin"><path data-node="a" d="M0 0h1"/><path data-node="b" d="M0 1h1"/></g>
<g class="muscles"><g data-node="m"><path class="near" d="M0 2h1"/><path class="deep" d="M0 3h1"/></g>
<g data-node="n"><path class="near" d="M0 4h1"/></g></g>
<g class="nerves"><g data-node="r"><path class="deep w5" d="M0 5h1"/><path class="near w1" d="M0 6h1"/></g>
<g data-node="s"><path class="near w3" d="M0 7h1"/></g></g>
<g class="sites"><circle data-node="x"/><circle data-node="y"/></g></svg>"""


def lit(tiny: Atlas, states: dict, has_picture: bool, shown: tuple[str, ...] = ()) -> tuple[ElementTree.Element, dict]:
    svg, styler = ElementTree.fromstring(FIGURE), ThemeStyler(tiny, "light")
    light_path(svg, states, set(shown), has_picture, styler.apply)
    return svg, styler.colours


def of(svg: ElementTree.Element, id_: str) -> list[ElementTree.Element]:
    return [shape for shape in svg.iter() if shape.get("data-node") == id_]


def test_a_lit_nerve_lies_on_a_wider_dark_casing(tiny: Atlas) -> None:
    svg, colours = lit(tiny, {"r": LIT}, False)
    groups = list(svg)
    casings = groups[groups.index(find_group(svg, "nerves")) - 1]
    drawn = {path.get("d"): path for path in of(svg, "r")[0]}
    below = {path.get("d"): path for path in casings.iter(f"{SVG}path")}
    assert set(drawn) == set(below) == {"M0 5h1", "M0 6h1"}
    for d, path in drawn.items():
        assert float(below[d].get("stroke-width")) > float(path.get("stroke-width"))
        assert below[d].get("stroke") == colours["casing"]
    assert [path.get("stroke") for path in drawn.values()] == [colours["path-deep"], colours["path"]]
    assert float(drawn["M0 5h1"].get("stroke-width")) > float(drawn["M0 6h1"].get("stroke-width"))


@pytest.mark.parametrize("has_picture", [False, True])
def test_only_what_is_on_the_path_remains(tiny: Atlas, has_picture: bool) -> None:
    svg, colours = lit(tiny, dict.fromkeys(("a", "m", "r", "x"), LIT), has_picture)
    near, deep = of(svg, "m")[0]
    assert near.get("fill") == deep.get("fill") == colours["muscle"]
    assert float(near.get("fill-opacity")) > float(deep.get("fill-opacity"))
    assert not any(of(svg, id_) for id_ in ("n", "s", "y")) and of(svg, "x")
    lit_skin, other = of(svg, "a")[0], of(svg, "b")[0]
    if has_picture:
        assert (lit_skin.get("fill-opacity"), other.get("fill-opacity")) == (str(WASH_OPACITY), "0")
    else:
        assert lit_skin.get("opacity") is None and 0 < float(other.get("opacity")) < 0.5


def test_a_layer_that_is_shown_keeps_its_pale_shapes(tiny: Atlas) -> None:
    svg, _ = lit(tiny, {"r": LIT}, False, ("nerves", "muscles"))
    assert all(float(of(svg, id_)[0].get("opacity")) < 0.5 for id_ in ("s", "n"))


def test_a_muscle_without_its_nerve_is_grey(tiny: Atlas) -> None:
    svg, colours = lit(tiny, {"m": "lost"}, False)
    assert of(svg, "m")[0][0].get("fill") == colours["faded"]


@pytest.mark.parametrize("name", NAMES)
def test_the_view_of_a_path_shows_it_from_root_to_skin(atlas: Atlas, name: str) -> None:
    pathway = atlas.pathway(name)
    views = whole_views(atlas, (*pathway.roots, *pathway.segments, *pathway.muscles, *pathway.territories))
    drawn = {shape.get("data-node") for shape in read_figure(atlas, views[0]).iter()}
    assert drawn.issuperset(pathway.roots) and drawn.intersection(pathway.territories)
    svg = atlas.pathway(name).svg()
    assert atlas.dataset["views"][views[0]].name.partition("{")[0] in svg


def test_a_detail_is_one_that_shows_the_skin_larger(atlas: Atlas) -> None:
    skin = [atlas.resolve("big toe, underside")]
    whole = whole_views(atlas, (*atlas.pathway(skin[0]).roots, *atlas.pathway(skin[0]).segments))
    detail = detail_view(atlas, skin, whole)
    assert detail and detail not in whole
    assert skin[0] in {shape.get("data-node") for shape in group_shapes(read_figure(atlas, detail), "skin")}
    assert detail_view(atlas, skin, [detail]) is None


def test_with_its_picture_a_path_is_drawn_over_what_is_inside(atlas: Atlas) -> None:
    pathway = atlas.pathway("S1")
    view = whole_views(atlas, (*pathway.roots, *pathway.segments))[0]
    images = [
        list(ElementTree.fromstring(svg).iter(f"{SVG}image"))
        for svg in (
            standalone(atlas, view, "", "light", select="S1", shaded=True),
            standalone(atlas, view, "", "light", select="S1"),
        )
    ]
    assert [len(found) for found in images] == [1, 0]
    assert images[0][0].get("href", "").startswith("data:image/avif;base64,")
