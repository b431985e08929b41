"""Published dermatome maps. Each keeps its own rows; maps are never averaged."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Order, Text, TextList, YesNo
from atlas.dataset.rows import Claim


class DermatomeMap(Claim):
    """A published map. `shows`: where a root supplies feeling, or where its pain is felt.

    A map of pain is never counted together with the others.
    """

    id: Id
    name: Text
    year: str = ""
    order: Order
    default: YesNo
    selectable: YesNo
    shows: Literal["feeling", "pain"] = "feeling"
    method: Text
    basis: str = ""


class MapReason(Claim):
    """One reason why dermatome maps differ: `text` for clinicians, `plain` for everybody."""

    id: Id
    order: Order
    text: Text
    plain: Text


class Dermatome(Claim):
    """The roots that one map gives to one patch of skin.

    `standing`: the map draws roots here, is silent about this skin, or leaves it blank on purpose.
    `dissent`: other readings of the same map, as `map:ROOT+ROOT`.
    """

    KEY = ("territory", "map")
    REFERS = {"territory": ("territories",), "map": ("dermatome_maps",), "roots": ("roots",)}
    territory: Id
    map: Id
    roots: TextList = ()
    standing: Literal["drawn", "silent", "blank"]
    detail: str = ""
    dissent: TextList = ()
