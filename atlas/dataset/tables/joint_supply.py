"""The joints of the limb, and the nerves that feel them."""

from __future__ import annotations

from atlas.dataset.cells import Count, Id, Percent, Text, TextList
from atlas.dataset.rows import Claim


class SuppliedJoint(Claim):
    """A joint, or a group of joints, that nerves feel.

    `said`: the joint within a sentence in plain words. `pain_felt`: where its pain is felt. `plain`: why it is felt
    there, in plain words.
    """

    id: Id
    name: Text
    synonyms: TextList = ()
    said: Text
    pain_felt: Text
    plain: Text


class JointSupply(Claim):
    """A branch of a nerve that reaches a part of a joint, by what one or several sources found.

    `variant`: the form of the anatomy that has the branch; empty for the usual one. `rate`: in how many of the `n`
    joints or bodies the branch was there, in per cent; empty where no rate was read.
    """

    REFERS = {"joint": ("supplied_joints",), "nerve": ("nerves",), "variant": ("variants",)}
    id: Id
    joint: Id
    part: Text
    nerve: Id
    through: Text
    variant: str = ""
    rate: Percent = None
    n: Count = None
