"""The poses of the body in three dimensions: what is seen at each moment, the angles, and the strain of nerves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key
from atlas.dataset.rows import Claim
from atlas.dataset.tables.movement import NerveStrain, Pose, PoseFrame
from atlas.web.layout.evidence import dot

_FIXED_SPACE = "\N{NO-BREAK SPACE}"


def _mark(atlas: Atlas, row: Claim) -> dict:
    """The quiet mark of a row, which opens its sources: the claim, its words, and the classes of its shape."""
    button = dot(atlas, row)
    return {"claim": claim_key(row), "title": button.title, "className": button.children.className}


def _amount(words: dict[str, str], row: NerveStrain) -> str:
    span = "" if row.low is None or row.high is None else f"{row.low:g}–{row.high:g}{_FIXED_SPACE}%"
    if row.mean is None:
        return span
    mean = f"{row.mean:g}{_FIXED_SPACE}%"
    return words["solid.strain.both"].format(mean=mean, range=span) if span else mean


def _nerve_names(atlas: Atlas, ids: Sequence[str]) -> str:
    if all(id_ in atlas.dataset.roots for id_ in ids):
        return atlas.strings["solid.strain.roots"].format(roots=", ".join(ids))
    return ", ".join(atlas.nodes[id_].name for id_ in ids)


def _strain(atlas: Atlas, rows: Sequence[NerveStrain]) -> dict:
    """A strain that was measured of several nerves together, in words and as a name for the picture."""
    row, words = rows[0], atlas.strings
    amount, nerve = _amount(words, row), _nerve_names(atlas, [row.nerve for row in rows])
    said = words["solid.strain"].format(
        nerve=nerve, place=row.place, amount=amount, movement=row.movement, people=row.people
    )
    return {
        "frame": row.frame,
        "drawn": [id_ for row in rows for id_ in row.drawn],
        "label": words["solid.strain.label"].format(nerve=nerve, amount=amount),
        "says": said,
        "mark": _mark(atlas, row),
    }


def _strains(atlas: Atlas, pose: str) -> list[dict]:
    """The strains of a pose; rows that say the same of several nerves are one."""
    found: dict[tuple, list[NerveStrain]] = defaultdict(list)
    for row in atlas.dataset.nerve_strain.values():
        if row.pose == pose:
            found[row.frame, row.place, row.movement, row.mean, row.low, row.high, row.people].append(row)
    return [_strain(atlas, rows) for rows in found.values()]


def _frame(atlas: Atlas, row: PoseFrame) -> dict:
    return {"says": row.says, "angles": row.angles, "mark": _mark(atlas, row)}


def _pose(atlas: Atlas, pose: Pose) -> dict:
    dataset = atlas.dataset
    frames = {
        state: [_frame(atlas, row) for row in dataset.pose_frames.values() if (row.pose, row.state) == (pose.id, state)]
        for state in ("usual", "weak")
    }
    return {
        "id": pose.id,
        "name": pose.name,
        "shows": pose.shows,
        "weakness": pose.weak,
        "muscles": list(pose.muscles),
        "muscle_names": ", ".join(atlas.nodes[id_].name for id_ in pose.muscles),
        "opensWeak": pose.opens == "weak",
        "isSitting": pose.seat == "yes",
        "eye": [int(part) for part in pose.eye.split()],
        "mark": _mark(atlas, pose),
        "strain": _strains(atlas, pose.id),
        **frames,
    }


def build_poses(atlas: Atlas) -> list[dict]:
    """The poses in their order; each has its moments, `usual` and `weak`, and the `strain` that was measured."""
    return [_pose(atlas, pose) for pose in sorted(atlas.dataset.poses.values(), key=lambda pose: pose.order)]
