"""The charts of pain drawings agree with the figures that they show."""

import csv
from pathlib import Path

import pytest

from atlas.web.bundles.pain_drawing import build_pain_drawing


def test_a_unit_of_a_chart_is_as_long_as_the_camera_of_its_view_says(atlas) -> None:
    with (Path(atlas.dataset.folder) / "figure_source" / "cameras.csv").open(newline="") as file:
        units = {row["id"]: float(row["units_per_metre"]) for row in csv.DictReader(file)}
    for chart in atlas.dataset.body_charts.values():
        assert chart.millimetres == pytest.approx(1000 / units[chart.view], abs=0.001)


def test_areas_come_in_the_order_of_their_tables(atlas) -> None:
    built = build_pain_drawing(atlas)
    roots = sorted(atlas.dataset.roots.values(), key=lambda root: root.order)
    assert [root for root, _ in built["roots"]] == [root.id for root in roots]
    nerves = [nerve for nerve, _ in built["nerves"]]
    assert nerves == [nerve for nerve in atlas.dataset.nerves if nerve in nerves]
    drawn = {territory for view in built["views"].values() for territory, _ in view["patches"]}
    assert drawn == set(atlas.dataset.territories), "every patch can be painted"
