"""What telling two places or conditions apart answers, as frozen values."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Side:
    """One of the two. `places`: each place where it can sit → its nodes; none when it lies off the nerves."""

    id: str
    name: str
    kind: str
    places: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Taken:
    """A target and the share of it that each side takes, from the least to the most over the side's sites."""

    target: str
    kind: str
    a: tuple[float, float]
    b: tuple[float, float]


@dataclass(frozen=True)
class Told:
    """A cited discriminator, turned so that `a` is the side asked for first.

    `graph`: what the graph takes of each target named. `against`: the sides (`a`, `b`) on which the graph disagrees.
    """

    finding: str
    targets: tuple[str, ...]
    clues: tuple[str, ...]
    a_shows: str
    b_shows: str
    strength: str
    by: str
    graph: tuple[Taken, ...]
    against: tuple[str, ...]
    cites: tuple[str, ...]
    confidence: str
    checked: str
    note: str


@dataclass(frozen=True)
class Comparison:
    """Two sides held together. `discriminators`: the best one first; `best` is its finding, if any separates at all."""

    a: Side
    b: Side
    map: str
    both: tuple[Taken, ...]
    only_a: tuple[Taken, ...]
    only_b: tuple[Taken, ...]
    best: str | None
    discriminators: tuple[Told, ...]

    def as_dict(self) -> dict:
        """The comparison as plain lists and numbers, ready for JSON."""
        return _plain(asdict(self))


_JSON_NAMES = {"target": "ending", "targets": "endings"}
"""Field → its name in JSON, where that is older than the field's."""


def _plain(value):
    if isinstance(value, dict):
        return {_JSON_NAMES.get(name, name): _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value
