"""The figure of the saddle area: its territories, on the side that its description says, and nothing inside it."""

from __future__ import annotations

import csv

import pytest

from atlas import Atlas
from atlas.dataset.folders import table_file
from atlas.figures.svg_files import anchor_of, find_group, group_shapes, read_figure, view_box_size


@pytest.fixture
def surfaces(atlas: Atlas) -> list[dict[str, str]]:
    """The cameras that show skin with nothing inside it."""
    with (atlas.dataset.folder / table_file("cameras")).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["shows"] == "surface"]


def test_it_shows_the_skin_that_it_appears_with_and_its_neighbours(
    atlas: Atlas, surfaces: list[dict[str, str]]
) -> None:
    assert surfaces
    for row in surfaces:
        shown = {shape.get("data-node") for shape in group_shapes(read_figure(atlas, row["id"]), "skin")}
        assert set(atlas.dataset.views[row["id"]].appears_with) <= shown
        assert {"medial_buttock", "infragluteal", "medial_thigh"} <= shown


def test_right_is_on_the_right(atlas: Atlas, surfaces: list[dict[str, str]]) -> None:
    """The camera's right is the body's right, whose x is negative; the description says so too."""
    for row in surfaces:
        svg = read_figure(atlas, row["id"])
        middle = float(view_box_size(svg)[0]) / 2
        assert float(row["right"].split()[0]) == -1
        assert all(anchor_of(shape)[0] > middle for shape in group_shapes(svg, "skin"))
        assert "{right|left} side of the body lies on the {right|left}" in atlas.dataset.views[row["id"]].describe


def test_the_back_is_at_the_top(atlas: Atlas, surfaces: list[dict[str, str]]) -> None:
    for row in surfaces:
        height = {
            shape.get("data-node"): anchor_of(shape)[1] for shape in group_shapes(read_figure(atlas, row["id"]), "skin")
        }
        assert height["medial_buttock"] < height["saddle"] < height["groin"]


def test_nothing_inside_the_body_is_drawn(atlas: Atlas, surfaces: list[dict[str, str]]) -> None:
    for row in surfaces:
        svg = read_figure(atlas, row["id"])
        assert not any(find_group(svg, name) is not None for name in ("bones", "muscles", "nerves", "sites"))
        assert not list((atlas.dataset.folder / "figures").glob(f"{row['id']}.*.avif"))
