"""Suggestions for an id that does not exist."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A question that offers the most similar known id, or `otherwise` if none is similar."""
    from rapidfuzz import process  # only a data set with problems needs it

    found = process.extractOne(name, list(known), score_cutoff=50)
    return f"did you mean '{found[0]}'?" if found else otherwise
