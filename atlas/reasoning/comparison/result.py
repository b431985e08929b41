"""The result of comparing two places or conditions, as frozen values."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

ShareRange = tuple[float, float]
"""The least and the most that is lost, each from 0 (nothing) to 1 (all)."""


@dataclass(frozen=True)
class ComparedLesion:
    """One side of a comparison. `places`: each place where it can be → its nodes; empty when it is off the nerves."""

    id: str
    name: str
    kind: str
    places: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class TargetLoss:
    """A target and the share of it that each side removes, as a range over the places of the side."""

    target: str
    kind: str
    a: ShareRange
    b: ShareRange


@dataclass(frozen=True)
class CitedDiscriminator:
    """What a source says distinguishes the two sides, turned so that `a` is the side named first.

    graph: what the graph says about each target of the discriminator.
    against: the sides ("a", "b") on which the graph disagrees with the source.
    """

    finding: str
    targets: tuple[str, ...]
    clues: tuple[str, ...]
    a_shows: str
    b_shows: str
    strength: str
    by: str
    graph: tuple[TargetLoss, ...]
    against: tuple[str, ...]
    cites: tuple[str, ...]
    confidence: str
    checked: str
    note: str


@dataclass(frozen=True)
class Comparison:
    """Two sides compared under one dermatome map.

    both, only_a, only_b: the targets that both sides remove at least in part, or only one of them.
    discriminators: the best one first. best: its finding, or None when none distinguishes the sides.
    """

    a: ComparedLesion
    b: ComparedLesion
    map: str
    both: tuple[TargetLoss, ...]
    only_a: tuple[TargetLoss, ...]
    only_b: tuple[TargetLoss, ...]
    best: str | None
    discriminators: tuple[CitedDiscriminator, ...]

    def as_dict(self) -> dict[str, Any]:
        """The comparison as plain lists and numbers, ready for JSON."""
        return {name: _plain(value) for name, value in asdict(self).items()}


_JSON_NAMES = {"target": "ending", "targets": "endings"}
"""Field → its name in JSON, which was published before the field was renamed."""


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {_JSON_NAMES.get(name, name): _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
