"""Every view in every layer and theme looks as it did when it was last accepted."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from atlas import Atlas
from atlas.figures.standalone import standalone
from atlas.search.names import UnknownName
from tests.golden import drawn, kept, set_side_by_side, variants
from tests.support.limbs import TINY


def test_pictures_are_as_they_were_accepted(atlas: Atlas) -> None:
    """A picture that differs is written beside the golden one; `make golden` accepts what is there."""
    differing = []
    for view in atlas.dataset["views"]:
        golden, now = kept(view), drawn(atlas, view)
        for variant, picture in now.items():
            if picture != golden.get(variant):
                old, new = set_side_by_side(view, variant, golden.get(variant, ""), picture)
                differing.append(f"{old} ≠ {new}")
    assert not differing, "look at them, and run 'make golden' when they are right:\n" + "\n".join(differing)


def test_every_variant_stands_alone(atlas: Atlas) -> None:
    """No variable, class or reference to anything that the file itself does not hold."""
    view = max(atlas.dataset.figures, key=lambda id_: len(atlas.dataset.figures[id_].svg))
    for variant, svg in drawn(atlas, view).items():
        root = ElementTree.fromstring(svg)
        assert "var(" not in svg and "class=" not in svg and "<style" not in svg, variant
        ids = {element.get("id") for element in root.iter()}
        assert set(re.findall(r"(?:url\(|href=\")#([^)\"]+)", svg)) <= ids, variant


def test_a_border_is_a_line_and_not_an_area(atlas: Atlas) -> None:
    """Every path that fills an area is a patch of skin, a bone or a nail; of what is between two patches none is."""
    view = next(id_ for id_, one in atlas.dataset.figures.items() if "data-between" in one.svg)
    source = ElementTree.fromstring(atlas.dataset.figures[view].svg)
    borders = {path.get("d") for path in source.iter() if path.get("data-between")}
    svg = ElementTree.fromstring(standalone(atlas, view, "dermatomes", "light"))
    drawn_borders = [path for path in svg.iter() if path.get("d") in borders]
    assert drawn_borders and all(path.get("fill") in (None, "none") for path in drawn_borders)


def test_variants_of_an_aspect_differ(atlas: Atlas) -> None:
    found = drawn(atlas, next(iter(atlas.dataset["views"])))
    assert len(found) == len(variants()) and len(set(found.values())) > len(variants()) / 2


@pytest.mark.parametrize("theme", ["light", "print"])
def test_a_selection_is_lit_and_the_rest_recedes(theme: str) -> None:
    tiny = Atlas.load(TINY)
    svg = standalone(tiny, "front", "dermatomes", theme, select="tip_skin")
    paths = {
        p.get("d"): p
        for p in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path")
        if p.get("fill") != "none"
    }
    lit, other = paths["M10 110H110V210H10z"], paths["M10 10H110V110H10z"]
    assert lit.get("stroke") == tiny.dataset["themes"]["lit"].colour(theme) and lit.get("opacity") is None
    assert other.get("opacity") and other.get("stroke") is None


def test_what_is_not_there_is_said() -> None:
    tiny = Atlas.load(TINY)
    with pytest.raises(ValueError, match="pink"):
        standalone(tiny, "front", "dermatomes", "pink")
    with pytest.raises(ValueError, match="nobody"):
        standalone(tiny, "front", "dermatomes", "light", map_id="nobody")
    with pytest.raises(UnknownName):
        standalone(tiny, "front", "dermatomes", "light", select="wing")
