"""Codes of conditions in classifications of diseases."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Text
from atlas.dataset.rows import Claim


class ConditionCode(Claim):
    """The code of a condition. Only the code is given, never the text of the classification.

    `system`: `ICD-10` is that of the WHO; a code of it is usually one of `ICD-10-CM` too. `match`: the code means the
    same, something wider, or a part of what the condition covers.
    """

    KEY = ("condition", "system", "code")
    REFERS = {"condition": ("conditions",)}
    condition: Id
    system: Literal["ICD-10", "ICD-10-CM"]
    code: Text
    match: Literal["same", "wider", "part"]
