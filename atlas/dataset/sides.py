"""The side of the body that a reader chooses. The figures draw the right limb; the left one is its mirror image.

A text that names the side has both forms in braces, the right one first, so that every language can inflect them:
`The {right|left} foot seen from above.`
"""

from __future__ import annotations

import re

RIGHT, LEFT = SIDES = ("right", "left")
"""The sides; the first is the one that the figures draw and that is shown by default."""
_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def check_side(side: str) -> str:
    """The same side. Raises ValueError if it is not one of SIDES."""
    if side not in SIDES:
        raise ValueError(f"there is no side '{side}'; the sides are {', '.join(SIDES)}")
    return side


def on_side(text: str, side: str = RIGHT) -> str:
    """A text as it reads for one side. A text that names no side stays as it is.

    >>> on_side("The {right|left} foot", "left"), on_side("{n} roots")
    ('The left foot', '{n} roots')

    Raises ValueError for an unknown side.
    """
    form = SIDES.index(check_side(side)) + 1
    return _CHOICE.sub(lambda match: match[form], text)


def names_side(text: str) -> bool:
    """Whether a text has forms for both sides.

    >>> names_side("The {right|left} foot"), names_side("The foot")
    (True, False)
    """
    return _CHOICE.search(text) is not None


def is_well_formed(text: str) -> bool:
    """Whether every bar in a text separates the two forms of one choice.

    >>> is_well_formed("The {right|left} foot"), is_well_formed("The {right|left|both} foot"), is_well_formed("a|b")
    (True, False, False)
    """
    return "|" not in _CHOICE.sub("", text)
