"""The poses of the body in three dimensions: what is seen at each moment, the angles, and the strain of nerves."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key
from atlas.dataset.rows import Claim
from atlas.dataset.tables.movement import NerveStrain, Pose, PoseFrame
from atlas.web.layout.evidence import dot


def _mark(atlas: Atlas, row: Claim) -> dict:
    """The quiet mark of a row, which opens its sources: the claim, its words and the classes of its shape."""
    button = dot(atlas, row)
    return {"claim": claim_key(row), "title": button.title, "shape": button.children.className}


def _strain(atlas: Atlas, row: NerveStrain) -> dict:
    """A measured strain in words: `{mean} %`, or a range."""
    span = "" if row.low is None or row.high is None else f"{row.low:g}–{row.high:g} %"
    words = atlas.strings
    if row.mean is None:
        amount = span
    elif span:
        amount = words["solid.strain.both"].format(mean=f"{row.mean:g} %", range=span)
    else:
        amount = f"{row.mean:g} %"
    said = words["solid.strain"].format(
        nerve=atlas.nodes[row.nerve].name, place=row.place, amount=amount, movement=row.movement
    )
    return {"frame": row.frame, "drawn": list(row.drawn), "amount": amount, "says": said, "mark": _mark(atlas, row)}


def _frame(atlas: Atlas, row: PoseFrame) -> dict:
    return {"says": row.says, "angles": row.angles, "mark": _mark(atlas, row)}


def _pose(atlas: Atlas, pose: Pose) -> dict:
    dataset = atlas.dataset
    frames = {
        state: [
            _frame(atlas, row) for row in dataset.pose_frames.values() if (row.pose, row.state) == (pose.id, state)
        ]
        for state in ("usual", "weak")
    }
    return {
        "id": pose.id,
        "name": pose.name,
        "shows": pose.shows,
        "weakness": pose.weak,
        "muscles": list(pose.muscles),
        "eye": [int(part) for part in pose.eye.split()],
        "mark": _mark(atlas, pose),
        "strain": [_strain(atlas, row) for row in dataset.nerve_strain.values() if row.pose == pose.id],
        **frames,
    }


def build_poses(atlas: Atlas) -> list[dict]:
    """The poses in their order; each has its moments, `usual` and `weak`, and the `strain` that was measured."""
    return [_pose(atlas, pose) for pose in sorted(atlas.dataset.poses.values(), key=lambda pose: pose.order)]
