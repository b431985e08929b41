"""Ids by their names, and suggestions for those that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A question that offers the most similar known id, or `otherwise` if none is similar."""
    from rapidfuzz import process  # only a data set with problems needs it

    found = process.extractOne(name, list(known), score_cutoff=50)
    return f"did you mean '{found[0]}'?" if found else otherwise


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def id_by_name(names: Mapping[str, Iterable[str]], name: str, kind: str, all_of: str) -> str:
    """The id of something by its id or one of its names, whatever the case, hyphens and underscores.

    names: id → its names. kind, all_of: what it is called in a message, such as "joint" and "the joints".
    Raises ValueError, which says what is near and lists all ids.

    >>> id_by_name({"hip": ["Hip joint"]}, "HIP-JOINT", "joint", "the joints")
    'hip'
    """
    known: dict[str, str] = {}
    for id_, own in names.items():
        for one in (id_, *own):
            known.setdefault(_folded(one), id_)
    wanted = _folded(name)
    if wanted in known:
        return known[wanted]
    near = did_you_mean(wanted, known, "")
    listed = f"{all_of} are {', '.join(names)}"
    raise ValueError(f"there is no {kind} '{name}'; {near + ' ' if near else ''}{listed}")
