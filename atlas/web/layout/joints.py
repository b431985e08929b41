"""The joints that a nerve feels: on its card by part and branch, and in plain words as one sentence."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.joint_supply import JointSupply
from atlas.reasoning.joint_supply import is_certain, joints_of
from atlas.web.layout.evidence import dot
from atlas.web.layout.leads import joined

_WORDS = "joints."


def _branch(atlas: Atlas, row: JointSupply) -> html.Li:
    words = atlas.strings
    text = f"{row.part}: {row.through}"
    if row.variant:
        text += "; " + words["field.sometimes"]
    if row.rate is not None:
        key = "rate" if row.n else "share"
        text += "; " + words[_WORDS + key].format(rate=f"{row.rate:g}", n=row.n)
    return html.Li([text, " ", dot(atlas, row, "part")])


def _joint(atlas: Atlas, id_: str, rows: tuple[JointSupply, ...]) -> html.Tr:
    joint = atlas.dataset.supplied_joints[id_]
    felt = html.Small([atlas.strings[_WORDS + "pain"].format(where=joint.pain_felt), " ", dot(atlas, joint)])
    branches = html.Ul([_branch(atlas, row) for row in rows], className="names")
    return html.Tr([html.Th(joint.name, scope="row"), html.Td([branches, felt])])


def joint_table(atlas: Atlas, nerve: str) -> html.Details | None:
    """The joints that a nerve feels, folded under their names; None for a nerve that is not known to feel one."""
    found = joints_of(atlas.dataset, nerve)
    if not found:
        return None
    names = ", ".join(atlas.dataset.supplied_joints[id_].name for id_ in found)
    summary = html.Summary(f"{atlas.strings[_WORDS + 'heading']}: {names}")
    table = html.Table(html.Tbody([_joint(atlas, id_, rows) for id_, rows in found.items()]), className="ledger")
    return html.Details([summary, table], className="people joints")


def joint_sentence(atlas: Atlas, nerve: str) -> str:
    """What a nerve feels of joints, in plain words: those that sources agree on, then those on which they differ.

    Empty for a nerve that is not known to feel a joint.
    """
    said: dict[str, list[str]] = {"plain": [], "plain.maybe": []}
    for id_, rows in joints_of(atlas.dataset, nerve).items():
        said["plain" if is_certain(rows) else "plain.maybe"].append(atlas.dataset.supplied_joints[id_].said)
    words = atlas.strings
    return " ".join(words[_WORDS + key].format(joints=joined(words, names)) for key, names in said.items() if names)
