"""How well a site explains findings: a sum of costs, one for each finding, and nothing that knows any one site.

A cost is what a finding takes away from an explanation. Losses are expected in part: an unexplained finding and a
contradicted one both cost, but nothing is ever ruled out, for anatomy varies and lesions are rarely complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from atlas.reasoning.localisation.findings import Findings


@dataclass(frozen=True)
class ScoringParameters:
    """The general parameters. None of them speaks of any one site, target or case.

    stray: how easily a sign is met where nothing is taken (pain strays most). telling: how surely a sign that all is
    well speaks against a site that takes the whole. need: the share that explains a weakness, by MRC grade; fuller: how
    much of the explanation still waits for the whole. beyond: the cost of a whole target that would be lost too and was
    not examined. often: what a site costs for being common, between, or rare: little, so that it decides only where the
    findings do not. place: the cost of each doubling of the places that must be ill at once; pair: that of a second
    lesion that no named site joins. patchy: how much of its loss is held against a site of three places or more, whose
    lesions are seldom whole. clue: what a clue is worth; denied: how much of that when it is denied. softened: what a
    finding counts that is made less sure. slight: what normal power and reflexes count where none is found wanting: the
    lesion may be too slight for them, and still numb or hurt.
    """

    stray: Mapping[str, float] = field(
        default_factory=lambda: {"weak": 0.03, "numb": 0.06, "reduced_reflex": 0.05, "pain": 0.35}
    )
    telling: Mapping[str, float] = field(default_factory=lambda: {"normal": 0.92, "intact": 0.8, "normal_reflex": 0.88})
    need: tuple[float, ...] = (0.9, 0.9, 0.7, 0.5, 0.3)
    need_ungraded: float = 0.4
    fuller: float = 0.15
    beyond: float = 0.04
    often: Mapping[str, float] = field(default_factory=lambda: {"common": 0.0, "": 0.25, "rare": 0.5})
    place: float = 1.1
    pair: float = 3.0
    patchy: float = 0.5
    clue: Mapping[str, float] = field(
        default_factory=lambda: {"none": 0.0, "weak": 0.6, "moderate": 1.3, "strong": 3.0, "decisive": 6.0}
    )
    denied: float = 0.5
    softened: float = 0.5
    slight: float = 0.6


USUAL = ScoringParameters()
MOTOR, WELL = ("weak", "reduced_reflex"), ("normal", "normal_reflex")
"""The signs of fibres to and from muscle, wanting and well."""
EXPLAINS, PREDICTS = 0.15, 0.5
"""The share from which a site explains a loss, and from which it would have led one to expect it."""


def needed(findings: Findings, sign: str, target: str, parameters: ScoringParameters) -> float:
    """The share of a target that must be taken to explain a sign fully."""
    if sign != "weak":
        return parameters.need_ungraded
    grade = findings.grades.get(target)
    return parameters.need_ungraded if grade is None else parameters.need[min(int(grade), len(parameters.need) - 1)]


def cost(sign: str, share: float, need: float, parameters: ScoringParameters) -> float:
    """What one finding costs a site that takes this share of its target."""
    stray = parameters.stray.get(sign)
    if stray is not None:
        met = (1 - parameters.fuller) * min(1.0, share / need) + parameters.fuller * share
        return -log(stray + (1 - stray) * met)
    return -log(1 - parameters.telling[sign] * share)


@dataclass(frozen=True)
class Weighed:
    """One finding, ready to be held against sites: how much it counts, and what share would explain it."""

    sign: str
    target: str
    counts: float
    need: float


def weighed(
    findings: Findings,
    profile: Mapping[str, int],
    softened: set[str],
    kinds: Mapping[str, str],
    parameters: ScoringParameters,
) -> list[Weighed]:
    """Findings with their weights: several that every site takes together say one thing, and count as their root."""
    motor = any(sign in MOTOR for sign, _ in findings.signs)
    groups: dict[tuple[str, int], int] = {}
    for sign, target in findings.signs:
        groups[sign, profile[target]] = groups.get((sign, profile[target]), 0) + 1
    return [
        Weighed(
            sign,
            target,
            groups[sign, profile[target]] ** -0.5
            * (parameters.softened if kinds[target] in softened else 1.0)
            * (parameters.slight if sign in WELL and not motor else 1.0),
            needed(findings, sign, target, parameters),
        )
        for sign, target in findings.signs
    ]
