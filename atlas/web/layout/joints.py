"""The joints that a nerve feels: on its card by part and branch, and in plain words as one sentence."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.joint_supply import JointSupply
from atlas.reasoning.joint_supply import is_certain, joints_of
from atlas.web.layout.evidence import dot
from atlas.web.layout.leads import joined

_WORDS = "joints."


def _found(atlas: Atlas, row: JointSupply) -> list:
    """How often one study found a branch, and the mark of the row; only the mark where no rate was read."""
    words, said = atlas.strings, []
    if row.variant:
        said.append(words["field.sometimes"])
    if row.rate is not None:
        said.append(words[_WORDS + ("rate" if row.n else "share")].format(rate=f"{row.rate:g}", n=row.n))
    return ["; " if said else " ", "; ".join(said), " ", dot(atlas, row)]


def _joint(atlas: Atlas, id_: str, rows: tuple[JointSupply, ...]) -> list:
    joint = atlas.dataset.supplied_joints[id_]
    branches: dict[tuple[str, str], list] = {}
    for row in rows:
        branches.setdefault((row.part, row.through), []).extend(_found(atlas, row))
    entries = [html.Li([html.B(part), f": {through}", *found]) for (part, through), found in branches.items()]
    felt = atlas.strings[_WORDS + "pain"].format(where=joint.pain_felt)
    return [html.H4(joint.name), html.Ul(entries), html.P([felt, " ", dot(atlas, joint)], className="remark")]


def joint_table(atlas: Atlas, nerve: str) -> html.Details | None:
    """The joints that a nerve feels, folded under their names; None for a nerve that is not known to feel one."""
    found = joints_of(atlas.dataset, nerve)
    if not found:
        return None
    names = ", ".join(atlas.dataset.supplied_joints[id_].name for id_ in found)
    summary = html.Summary(f"{atlas.strings[_WORDS + 'heading']}: {names}")
    shown = [part for id_, rows in found.items() for part in _joint(atlas, id_, rows)]
    return html.Details([summary, *shown], className="joints")


def joint_sentence(atlas: Atlas, nerve: str) -> str:
    """What a nerve feels of joints, in plain words: those that sources agree on, then those on which they differ.

    Empty for a nerve that is not known to feel a joint.
    """
    said: dict[str, list[str]] = {"plain": [], "plain.maybe": []}
    for id_, rows in joints_of(atlas.dataset, nerve).items():
        said["plain" if is_certain(rows) else "plain.maybe"].append(atlas.dataset.supplied_joints[id_].said)
    words = atlas.strings
    return " ".join(words[_WORDS + key].format(joints=joined(words, names)) for key, names in said.items() if names)
