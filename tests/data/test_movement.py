"""The poses of the 3-D body: what each tests, what weakness changes in it, and which numbers were read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atlas.dataset.folders import table_file
from atlas.dataset.loader import load_dataset
from tests.support.limbs import TINY, copy_of, problems_of

LIFTS_THE_FOOT = {"tibialis_anterior", "extensor_digitorum_longus", "extensor_hallucis_longus"}
MUSCLES = {
    "straight_leg_raise": set(),
    "slump": set(),
    "foot_drop_standing": LIFTS_THE_FOOT,
    "foot_drop_walking": LIFTS_THE_FOOT,
    "heel_walk": LIFTS_THE_FOOT,
    "toe_walk": {"gastrocnemius", "soleus"},
    "one_leg_stand": {"gluteus_medius", "gluteus_minimus"},
}
"""Pose → the muscles whose weakness shows in it, by anatomy."""
LOST_BY = {
    "foot_drop_standing": "nerve_common_fibular_neck",
    "foot_drop_walking": "nerve_common_fibular_neck",
    "heel_walk": "nerve_deep_fibular_leg",
    "toe_walk": "nerve_tibial_popliteal",
}
"""Pose → a site whose lesion takes one of its muscles."""
# (angle, how the weak side differs at the last frame): the foot stays down, the heel stays down, the pelvis drops
WEAKER = {
    "foot_drop_standing": ("ankle", -1),
    "foot_drop_walking": ("ankle", -1),
    "heel_walk": ("ankle", -1),
    "toe_walk": ("ankle", 1),
    "one_leg_stand": ("body.tilt", 1),
}
RANGES = {
    "hip": (-20, 120),
    "knee": (0, 140),
    "ankle": (-55, 25),
    "toes": (-40, 75),
    "hip.side": (-25, 45),
    "middle": (-25, 72),
    "middle.side": (-30, 30),
    "body.lean": (-90, 30),
    "body.tilt": (-10, 15),
}
"""Angle → what a body can do, in degrees; generous textbook limits. The other leg has the same."""
HEADS = {
    "joints": "id,name,parent,at,axis,bends,towards,start,end,cites,confidence,note",
    "poses": "id,name,order,shows,muscles,weak,seat,opens,eye,cites,confidence,note",
    "pose_frames": "pose,state,frame,says,angles,cites,confidence,note",
    "nerve_strain": "pose,frame,nerve,drawn,place,mean,low,high,movement,people,cites,confidence,note",
}
SOUND = {
    "joints": [
        "shoulder,Shoulder,,knob,,1,0 -1 0,-5,5,keeper,single-source,",
        "elbow,Elbow,shoulder,knob,,1,0 -1 0,-5,5,keeper,single-source,",
    ],
    "poses": ["bend,Bend,1,The arm bends.,curler,It hangs.,,usual,-90 10,keeper,single-source,"],
    "pose_frames": [
        f"bend,{state},{frame},It moves.,elbow {30 * frame},keeper,single-source,"
        for state in ("usual", "weak")
        for frame in (0, 1)
    ],
    "nerve_strain": ["bend,1,long,long,at the tip,3,,,arm bent,divers,keeper,single-source,"],
}
"""A pose of the invented arm that no rule refuses."""


def frames(atlas, pose: str, state: str):
    return [row for row in atlas.dataset.pose_frames.values() if (row.pose, row.state) == (pose, state)]


def test_the_poses_are_those_that_examiners_ask_for_and_name_the_right_muscles(atlas):
    assert {id_: set(pose.muscles) for id_, pose in atlas.dataset.poses.items()} == MUSCLES


@pytest.mark.parametrize(("pose", "site"), LOST_BY.items())
def test_a_lesion_of_the_nerve_takes_a_muscle_of_the_pose(atlas, pose, site):
    lesion = atlas.lesion(site)
    assert MUSCLES[pose] & {*lesion.lost, *lesion.reduced}


@pytest.mark.parametrize(("pose", "change"), WEAKER.items())
def test_weakness_moves_the_joint_the_right_way(atlas, pose, change):
    angle, sign = change
    usual, weak = (frames(atlas, pose, state)[-1].angles.get(angle, 0) for state in ("usual", "weak"))
    assert (weak - usual) * sign > 0


def test_a_limp_foot_is_carried_higher_in_walking(atlas):
    """Steppage: more bending of hip and knee while the foot passes the floor."""
    usual, weak = (frames(atlas, "foot_drop_walking", state)[1].angles for state in ("usual", "weak"))
    assert weak["hip"] > usual["hip"]
    assert weak["knee"] > usual["knee"]


def test_every_angle_is_one_that_a_body_can_take(atlas):
    for row in atlas.dataset.pose_frames.values():
        for name, value in row.angles.items():
            least, most = RANGES[name.removeprefix("other.")]
            assert least <= value <= most, (row.key, name)


def test_angles_in_a_sentence_are_those_of_the_body(atlas):
    for row in atlas.dataset.pose_frames.values():
        for number in re.findall(r"(\d+)°", row.says):
            assert any(abs(float(number) - value) <= 1 for value in row.angles.values()), row.key


def test_strain_is_what_the_sources_measured(atlas):
    """Per cent, as the abstracts print them."""
    found = {
        (row.nerve, row.place): (row.mean, row.low, row.high, [cite.key for cite in row.cites])
        for row in atlas.dataset.nerve_strain.values()
    }
    roots = {
        (root, "where they leave the spine"): (None, 2, 4, ["slr_fusion1993", "gilbert2007_slr"])
        for root in ("L4", "L5", "S1")
    }
    assert found == roots | {
        ("sciatic", "behind the hip"): (26, 19, 30, ["fleming2003"]),
        ("tibial", "at the ankle"): (3.9, None, None, ["tibial_strain2008"]),
        ("sural", "at the ankle"): (0.9, None, None, ["coppieters2015"]),
    }


def test_strain_is_drawn_on_what_it_names(atlas):
    graph = atlas.nerve_graph
    for row in atlas.dataset.nerve_strain.values():
        parts = {id_ for id_ in graph.order if id_ == row.nerve or id_.split(".")[0].startswith(row.nerve)}
        assert set(row.drawn) <= parts, row.key


def invented(tmp_path: Path, **changed: list[str]) -> Path:
    folder = copy_of(TINY, tmp_path)
    for name in ("movement", "figure_source"):
        (folder / name).mkdir(exist_ok=True)
    for table, rows in (SOUND | changed).items():
        (folder / table_file(table)).write_text("\n".join([HEADS[table], *rows]) + "\n", "utf-8")
    return folder


def test_a_sound_pose_is_accepted_and_poses_are_optional(tmp_path):
    assert load_dataset(invented(tmp_path)).counts()["poses"] == 1
    assert load_dataset(TINY).counts()["poses"] == 0


def test_two_poses_in_one_place_are_reported(tmp_path):
    again = SOUND["poses"][0].replace("bend,Bend", "bow,Bow")
    lines = problems_of(invented(tmp_path, poses=[*SOUND["poses"], again]))
    assert any("'bend' has place 1 already" in line for line in lines), lines


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("pose_frames", "bend,usual,1", "bend,usual,2", "its frames of the state 'usual' are [0, 2]"),
        ("pose_frames", "bend,weak,0", "bend,weak,3", "its frames of the state 'weak' are [3, 1]"),
        ("pose_frames", "bend,usual,0", "bow,usual,0", "'bow' is not in poses"),
        ("pose_frames", "elbow 30", "elbow", "'elbow' is not an angle"),
        ("pose_frames", "elbow 30", "elbow far", "'elbow far' is not an angle"),
        ("pose_frames", "elbow 30", "elbows 30", "there is no angle 'elbows'"),
        ("pose_frames", "elbow 30", "elbow 300", "'elbow 300' is more than a half turn"),
        ("pose_frames", "elbow 30", "elbow 30;elbow 20", "the angle 'elbow' is given twice"),
        ("joints", ",shoulder,", ",wing,", "'wing' is not in joints"),
        ("joints", "shoulder,Shoulder,,", "shoulder,Shoulder,elbow,", "'elbow' is listed below it"),
        ("joints", "-5,5", "5,5", "the zone from 5 to 5 is empty"),
        ("joints", "-5,5", "near,5", "start: 'near'"),
        ("poses", ",curler,", ",,", "only one of the columns 'muscles' and 'weak' is filled in"),
        ("poses", ",curler,It hangs.,,usual,", ",,,,weak,", "it has no weak state"),
        ("poses", ",usual,", ",limp,", "'limp' is not allowed"),
        ("poses", "-90 10", "left", "'left' is not two angles"),
        ("poses", ",curler,", ",biter,", "'biter' is not in muscles"),
        ("nerve_strain", "bend,1,long", "bend,7,long", "'bend' has no frame 7"),
        ("nerve_strain", ",3,,,", ",,,,", "there is no number"),
        ("nerve_strain", ",3,,,", ",,9,4,", "9 is above 4"),
        ("nerve_strain", "bend,1,long", "bend,1,short", "'short' is not in"),
    ],
)
def test_a_broken_pose_is_reported(tmp_path, table, old, new, said):
    rows = [row.replace(old, new, 1) for row in SOUND[table]]
    assert rows != SOUND[table]
    lines = problems_of(invented(tmp_path, **{table: rows}))
    assert any(table in line and said in line for line in lines), lines
