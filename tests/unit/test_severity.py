"""Severity: a partial or intermittent lesion loses nothing completely, in Python, on the command line and in the data."""

import json

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.cli.loading import SEVERITIES as CHOICES
from atlas.graph.severity import SEVERITIES
from tests.support.limbs import TINY, copy_of, set_cell

ROW = "Says,keeper[plate 1],variable,"


@pytest.fixture
def limb(tmp_path):
    folder = copy_of(TINY, tmp_path)
    (folder / "myotomes/weights.csv").write_text(
        "id,value,low,high,says,cites,confidence,note\n"
        f"partial_lesion,0.5,0.2,0.8,{ROW}\nintermittent_lesion,0.1,0,0.3,{ROW}\n",
        "utf-8",
    )
    return folder


def test_a_partial_lesion_scales_what_a_complete_one_takes(limb):
    """K1 takes upper skin completely and half of the curler."""
    found = Atlas.load(limb).lesion("K1", severity="partial")
    assert (found.lost, found.could_not) == ((), ())
    assert found.reduced == {"curler": 0.25, "upper_skin": 0.5}
    assert found.between["upper_skin"] == (0.2, 0.8)
    assert found.words == {"curler": "partly", "upper_skin": "partly"}


def test_an_intermittent_lesion_takes_little_at_rest(limb):
    found = Atlas.load(limb).lesion("K1", severity="intermittent")
    assert found.reduced == {"curler": 0.05, "upper_skin": 0.1}
    assert set(found.words.values()) == {"slightly"}


def test_a_site_has_its_usual_severity_and_everything_else_is_complete(limb):
    set_cell(limb, "sites", "ring", "severity", "intermittent")
    atlas = Atlas.load(limb)
    assert atlas.lesion("ring").severity == "intermittent"
    assert atlas.lesion("ring", severity="complete").lost == ("tip_skin",)
    assert {atlas.lesion(place).severity for place in ("whole", "K1", "outer", "inner.tip")} == {"complete"}


def test_the_picture_of_a_partial_lesion_has_nothing_lost(limb):
    atlas = Atlas.load(limb)
    for severity in SEVERITIES[1:]:
        states = {data["state"] for _, data in atlas.lesion("whole", severity=severity).subgraph().nodes(data=True)}
        assert states == {"reduced"}


def test_stenosis_is_not_drawn_as_a_paralysed_leg(atlas):
    found = atlas.lesion("spinal stenosis")
    assert found.severity == "intermittent" and not found.lost and not found.reflexes_lost
    assert max(found.reduced.values()) <= 0.2
    complete = atlas.lesion("spinal stenosis", severity="complete")
    assert len(complete.lost) > 10


def test_a_disc_meets_another_root_when_it_lies_far_to_the_side(atlas):
    assert atlas.lesion("L4/5 disc paracentral").on == ("L5",)
    assert atlas.lesion("L4/5 disc far lateral").on == ("L4",)


@pytest.mark.parametrize("severity", SEVERITIES)
def test_the_command_takes_a_severity(limb, severity):
    options = ["lesion", "K1", "--severity", severity.upper(), "--data", str(limb)]
    found = json.loads(CliRunner().invoke(main, [*options, "--json"]).stdout)
    assert found["severity"] == severity
    assert all(isinstance(share, float) for share in found["reduced"].values())
    assert severity in CliRunner().invoke(main, options).stdout.splitlines()[0]


def test_an_unknown_severity_is_refused(limb):
    assert CHOICES == SEVERITIES
    result = CliRunner().invoke(main, ["lesion", "K1", "--severity", "awful", "--data", str(limb)])
    assert result.exit_code == 2 and "'complete', 'partial', 'intermittent'" in result.stderr
    with pytest.raises(ValueError, match="there is no severity 'awful'; it is complete, partial or intermittent"):
        Atlas.load(limb).lesion("K1", severity="awful")
