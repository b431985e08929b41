"""Values as printed in papers, parsed into shares that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COUNTED = re.compile(r"(\d+)\s*/\s*(\d+)")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_NONE = re.compile(r"0 of all\b.*")


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1, and the number that was tested, if the value gives it."""

    share: float
    tested: int | None = None


def read_share(value: str) -> Share | None:
    """The share that a value states; None if it states no share, or an impossible one.

    >>> read_share("3/5")
    Share(share=0.6, tested=5)
    >>> read_share("62%"), read_share("0 of all examined")
    (Share(share=0.62, tested=None), Share(share=0.0, tested=None))
    >>> read_share("main root"), read_share("6/5")
    (None, None)
    """
    if counted := _COUNTED.fullmatch(value):
        found, tested = int(counted[1]), int(counted[2])
        return Share(found / tested, tested) if found <= tested and tested else None
    if percent := _PERCENT.fullmatch(value):
        return Share(float(percent[1]) / 100) if float(percent[1]) <= 100 else None
    return Share(0.0) if _NONE.fullmatch(value) else None
