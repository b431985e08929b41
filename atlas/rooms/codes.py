"""Codes of rooms: short, easy to read on a wall and to type on a phone."""

from __future__ import annotations

import secrets

ALPHABET = "ACDEFHJKLMNPRTUVWXY"
"""Letters that do not look like a digit or like one another: no B, G, I, O, Q, S, Z."""
LENGTH = 5


def new_code() -> str:
    """A random code; there are 2.5 million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def as_code(typed: str) -> str | None:
    """A code as it was typed, in upper case and without spaces; None if it cannot be one.

    >>> as_code("ktr wa"), as_code("BOO!!")
    ('KTRWA', None)
    """
    code = "".join(typed.split()).upper()
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
