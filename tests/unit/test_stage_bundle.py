"""The regions that number keys enlarge on the stage."""

import pytest

from atlas import Atlas
from atlas.dataset.loader import load_dataset
from atlas.web.bundles.stage import build_stage
from tests.support.limbs import TINY, copy_of, problems_of

REGIONS = "id,name,digit,parts,views\nupper,Upper part,2,upper_skin;K1,front\n"


def with_regions(tmp_path, more: str = ""):
    folder = copy_of(TINY, tmp_path)
    (folder / "ui/regions.csv").write_text(REGIONS + more, "utf-8")
    return folder


def test_every_region_can_be_shown(atlas) -> None:
    regions = build_stage(atlas)["regions"]
    assert set(regions) == {"2", "3", "4", "5"}
    for region in regions.values():
        assert region["name"]
        drawn = {shape for view in region["views"] for shape, _ in atlas.dataset.figures[view].shapes}
        assert set(region["parts"]) <= drawn, region["name"]


def test_a_limb_needs_no_regions(tmp_path) -> None:
    assert not build_stage(Atlas(load_dataset(TINY)))["regions"]
    regions = build_stage(Atlas(load_dataset(with_regions(tmp_path))))["regions"]
    assert regions == {"2": {"name": "Upper part", "parts": ("upper_skin", "K1"), "views": ("front",)}}


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("lower,Lower part,2,lower_skin,back\n", "ui/regions.csv:3:3: digit: the key 2 already enlarges 'upper'"),
        ("lower,Lower part,1,lower_skin,back\n", "ui/regions.csv:3:3: digit: '1' is not allowed"),
        ("lower,Lower part,3,lower_skim,back\n", "ui/regions.csv:3:4: parts: 'lower_skim' is not in"),
        ("lower,Lower part,3,lower_skin,bock\n", "ui/regions.csv:3:5: views: 'bock' is not in views"),
    ],
)
def test_a_wrong_region(tmp_path, row, line) -> None:
    found = problems_of(with_regions(tmp_path, row))
    assert any(problem.startswith(line) for problem in found), found
