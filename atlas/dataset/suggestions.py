"""What the writer of an unknown id may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process


def did_you_mean(name: str, among: Iterable[str], otherwise: str) -> str:
    """A question that offers the nearest known id, or `otherwise` when none is near."""
    found = process.extract(name, list(among), limit=1, score_cutoff=50)
    return f"did you mean '{found[0][0]}'?" if found else otherwise
