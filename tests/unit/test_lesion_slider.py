"""The stops of the lesion slider on the tiny limb, worked out by hand from its rows."""

from pathlib import Path

import pytest

from atlas import Atlas
from atlas.graph.lesion_slider import slider_lines
from tests.support.limbs import TINY, copy_of, set_cell

SINGLE = [
    # K2 serves most by the outer half (half of two targets and a reflex); every other path serves a whole in sum
    ("K2", "knot", "outer"),
    ("K1", "knot", "inner.base", "ring"),
    ("K1", "loop"),
    ("K2", "knot", "inner.base", "ring"),
    ("K3", "knot", "outer"),
]
JOINT = [
    ("K2", "knot", "whole"),
    ("K1", "knot", "whole", "ring"),
    ("K1", "loop"),
    ("K2", "knot", "whole", "ring"),
    ("K3", "knot", "whole"),
]
"""The same paths by the site on both halves, where that is a single place."""


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        ("several", SINGLE),
        ("focal", [*JOINT, *(line for line in SINGLE if line not in JOINT)]),
    ],
)
def test_only_a_focal_site_on_several_segments_is_a_stop(tmp_path: Path, standing: str, expected: list) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "sites", "whole", "standing", standing)
    assert list(slider_lines(Atlas.load(folder).nerve_graph)) == expected


def test_a_site_on_segments_of_different_nerves_is_no_stop(tmp_path: Path) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "sites", "whole", "standing", "focal")
    set_cell(folder, "nerves", "outer", "part_of", "")
    set_cell(folder, "nerves", "long", "roots", "K1;K2")
    assert "whole" not in {stop for line in slider_lines(Atlas.load(folder).nerve_graph) for stop in line}
