"""The frames of a pose are numbered without gaps for each state, and every strain belongs to one of them."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.validation import rule

_OF_THE_TRUNK = ("middle", "middle.side", "body.lean", "body.tilt")


@rule
def the_frames_of_a_pose_are_numbered_from_0(dataset: Dataset) -> Iterator[Problem]:
    for id_, pose in dataset.poses.items():
        record = dataset.records["poses"][id_]
        for state in ("usual", *(("weak",) if pose.muscles else ())):
            frames = [row.frame for row in dataset.pose_frames.values() if (row.pose, row.state) == (id_, state)]
            if len(frames) < 2 or frames != [*range(len(frames))]:
                wrong = f"its frames of the state '{state}' are {frames or 'missing'}"
                yield record.problem("id", wrong, "give it frames 0, 1 … in pose_frames.csv, at least two")


@rule
def weak_muscles_are_named_and_described(dataset: Dataset) -> Iterator[Problem]:
    for id_, pose in dataset.poses.items():
        if bool(pose.muscles) != bool(pose.weak):
            wrong = "only one of the columns 'muscles' and 'weak' is filled in"
            yield dataset.records["poses"][id_].problem("weak", wrong, "fill in both or neither")
        if pose.opens == "weak" and not pose.muscles:
            yield dataset.records["poses"][id_].problem("opens", "it has no weak state", "write usual")
    for key, row in dataset.pose_frames.items():
        shown = dataset.poses.get(row.pose)
        if shown and row.state == "weak" and not shown.muscles:
            wrong = f"the pose '{row.pose}' names no weak muscles"
            yield dataset.records["pose_frames"][key].problem("state", wrong, "name them in poses.csv")


@rule
def a_strain_has_a_frame_and_a_number(dataset: Dataset) -> Iterator[Problem]:
    moments = {(row.pose, row.frame) for row in dataset.pose_frames.values()}
    for key, row in dataset.nerve_strain.items():
        record = dataset.records["nerve_strain"][key]
        if (row.pose, row.frame) not in moments:
            yield record.problem("frame", f"'{row.pose}' has no frame {row.frame}", "name one of pose_frames.csv")
        if row.mean is None and (row.low is None or row.high is None):
            yield record.problem("mean", "there is no number", "give the mean, or both ends of a range")
        if row.low is not None and row.high is not None and row.low > row.high:
            yield record.problem("low", f"{row.low:g} is above {row.high:g}", "give the lower end first")


@rule
def an_angle_belongs_to_a_joint(dataset: Dataset) -> Iterator[Problem]:
    if not dataset.joints:
        return
    own = [*dataset.joints, *(f"{joint}.side" for joint in dataset.joints)]
    known = {*own, *(f"other.{name}" for name in own), *_OF_THE_TRUNK}
    for key, row in dataset.pose_frames.items():
        for name in row.angles:
            if name not in known:
                right = did_you_mean(name, known, "name a joint of figure_source/joints.csv, or one of the trunk")
                yield dataset.records["pose_frames"][key].problem("angles", f"there is no angle '{name}'", right)


@rule
def a_joint_comes_after_the_one_that_carries_it(dataset: Dataset) -> Iterator[Problem]:
    seen: set[str] = set()
    for id_, joint in dataset.joints.items():
        record = dataset.records["joints"][id_]
        if joint.parent in dataset.joints and joint.parent not in seen:
            yield record.problem("parent", f"'{joint.parent}' is listed below it", "move the row of the parent up")
        if float(joint.start) >= float(joint.end):
            wrong = f"the zone from {joint.start} to {joint.end} is empty"
            yield record.problem("end", wrong, "give an end beyond the start")
        seen.add(id_)


@rule
def no_two_poses_have_the_same_place(dataset: Dataset) -> Iterator[Problem]:
    taken: dict[int, str] = {}
    for id_, pose in dataset.poses.items():
        if (other := taken.setdefault(pose.order, id_)) != id_:
            wrong = f"'{other}' has place {pose.order} already"
            yield dataset.records["poses"][id_].problem("order", wrong, "give each pose its own place")


@rule
def the_viewpoint_of_a_pose_is_two_angles(dataset: Dataset) -> Iterator[Problem]:
    for id_, pose in dataset.poses.items():
        parts = pose.eye.split()
        if len(parts) != 2 or not all(part.lstrip("-").isdigit() for part in parts):
            wrong, right = f"'{pose.eye}' is not two angles", "write degrees round the body and upwards, as -90 10"
            yield dataset.records["poses"][id_].problem("eye", wrong, right)
