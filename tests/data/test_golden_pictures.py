"""Every view in every layer and theme matches its accepted picture."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from atlas import Atlas
from atlas.figures.standalone import standalone
from atlas.search.names import UnknownName
from tests.golden import accepted, current, variants, write_both


def test_pictures_match_the_accepted_ones(atlas: Atlas) -> None:
    """Pictures that differ are written to tests/golden/differing; `make golden` accepts the current ones."""
    differing = []
    for view in atlas.dataset["views"]:
        golden = accepted(view)
        for variant, picture in current(atlas, view).items():
            if picture != golden.get(variant):
                old, new = write_both(view, variant, golden.get(variant, ""), picture)
                differing.append(f"{old} ≠ {new}")
    assert not differing, "compare them, and run 'make golden' if the new ones are right:\n" + "\n".join(differing)


def test_every_variant_is_self_contained(atlas: Atlas) -> None:
    """There are no variables, classes or references to anything outside the file."""
    view = max(atlas.dataset.figures, key=lambda id_: len(atlas.dataset.figures[id_].svg))
    for variant, svg in current(atlas, view).items():
        root = ElementTree.fromstring(svg)
        assert "var(" not in svg and "class=" not in svg and "<style" not in svg, variant
        ids = {element.get("id") for element in root.iter()}
        assert set(re.findall(r"(?:url\(|href=\")#([^)\"]+)", svg)) <= ids, variant


def test_borders_are_lines_and_not_areas(atlas: Atlas) -> None:
    """No border between two patches is filled."""
    view = next(id_ for id_, one in atlas.dataset.figures.items() if "data-between" in one.svg)
    source = ElementTree.fromstring(atlas.dataset.figures[view].svg)
    borders = {path.get("d") for path in source.iter() if path.get("data-between")}
    svg = ElementTree.fromstring(standalone(atlas, view, "dermatomes", "light"))
    drawn_borders = [path for path in svg.iter() if path.get("d") in borders]
    assert drawn_borders and all(path.get("fill") in (None, "none") for path in drawn_borders)


def test_variants_of_a_view_differ(atlas: Atlas) -> None:
    found = current(atlas, next(iter(atlas.dataset["views"])))
    assert len(found) == len(variants()) and len(set(found.values())) > len(variants()) / 2


@pytest.mark.parametrize("theme", ["light", "print"])
def test_a_selection_is_highlighted_and_the_rest_is_dimmed(theme: str, tiny: Atlas) -> None:
    svg = standalone(tiny, "front", "dermatomes", theme, select="tip_skin")
    paths = {
        p.get("d"): p
        for p in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path")
        if p.get("fill") != "none"
    }
    selected, other = paths["M10 110H110V210H10z"], paths["M10 10H110V110H10z"]
    assert selected.get("stroke") == tiny.dataset["themes"]["lit"].colour(theme) and selected.get("opacity") is None
    assert other.get("opacity") and other.get("stroke") is None


def test_unknown_theme_map_and_selection_are_refused(tiny) -> None:
    with pytest.raises(ValueError, match="pink"):
        standalone(tiny, "front", "dermatomes", "pink")
    with pytest.raises(ValueError, match="nobody"):
        standalone(tiny, "front", "dermatomes", "light", map_id="nobody")
    with pytest.raises(UnknownName):
        standalone(tiny, "front", "dermatomes", "light", select="wing")
