"""The cost of one finding for a site, and the parameters of all costs.

A site that explains a finding well pays little for it. The cost is the negative logarithm of a likelihood-like score:
costs add up, and no finding ever rules a site out, because anatomy varies and lesions are rarely complete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from atlas.reasoning.localisation.findings import Findings

MOTOR_LOSS, MOTOR_NORMAL = ("weak", "reduced_reflex"), ("normal", "normal_reflex")
"""The signs of the fibres to and from muscle, abnormal and normal."""
AUTONOMOUS = "autonomous"
"""The sensitivity of normal feeling in skin that one nerve supplies alone has this name."""
EXPLAINED_SHARE, PREDICTED_SHARE = 0.15, 0.5
"""The share of a target from which a site explains its loss, and from which the site predicts it."""


@dataclass(frozen=True)
class ScoringParameters:
    """General parameters of the costs; none refers to a particular site, target or case.

    false_positive: abnormal sign → how often it is met where nothing is lost (0 to 1). Pain is the least specific.
    sensitivity: normal sign → how reliably it would be abnormal if the whole target were lost (0 to 1).
    `autonomous`: the same for normal feeling in skin that one nerve supplies alone, where no neighbour can feel.
    required_share_by_grade: MRC grade from 0 to 4 → the share of a muscle that must be lost to explain that weakness.
    required_share: the same for ungraded weakness and for other signs.
    completeness_weight: the part of an explanation that still grows between the required share and a complete loss.
    unexamined_loss_cost: the cost of each whole target that a site would remove too and that was not examined.
    rarity_cost: how often lesions at the site are met ("common", "" for neither, "rare") → cost. The differences are
    small, so that they decide only where the findings do not.
    multifocal_cost: the cost of each doubling of the number of places that must be injured at the same time.
    second_lesion_cost: the cost of a second lesion that no single site accounts for.
    patchy_factor: the part of its expected loss that counts against a patchy site (one of three places or more),
    because its lesions are seldom complete.
    clue_weight: strength of a clue → its weight.
    denied_clue_factor: how much of its weight a clue keeps when it is denied, up to denied_clue_limit: the absence of a
    decisive sign says much less than its presence.
    softened_factor: the weight of a finding that a clue makes less reliable.
    normal_motor_factor: the weight of normal strength and reflexes when no strength or reflex is reduced: the lesion
    can be too mild to affect them, and still cause numbness or pain.
    """

    false_positive: Mapping[str, float] = field(
        default_factory=lambda: {"weak": 0.03, "numb": 0.06, "reduced_reflex": 0.05, "pain": 0.35}
    )
    sensitivity: Mapping[str, float] = field(
        default_factory=lambda: {"normal": 0.92, "intact": 0.8, "autonomous": 0.92, "normal_reflex": 0.88}
    )
    required_share_by_grade: tuple[float, ...] = (0.9, 0.9, 0.7, 0.5, 0.3)
    required_share: float = 0.4
    completeness_weight: float = 0.15
    unexamined_loss_cost: float = 0.04
    rarity_cost: Mapping[str, float] = field(default_factory=lambda: {"common": 0.0, "": 0.25, "rare": 0.5})
    multifocal_cost: float = 1.1
    second_lesion_cost: float = 3.0
    patchy_factor: float = 0.5
    clue_weight: Mapping[str, float] = field(
        default_factory=lambda: {"none": 0.0, "weak": 0.6, "moderate": 1.3, "strong": 3.0, "decisive": 6.0}
    )
    denied_clue_factor: float = 0.5
    denied_clue_limit: float = 1.5
    softened_factor: float = 0.5
    normal_motor_factor: float = 0.6


DEFAULT_PARAMETERS = ScoringParameters()


@dataclass(frozen=True)
class WeightedFinding:
    """One sign in one target.

    weight: how much it counts. weight_off_graph: the same for a site off the nerves, which does not tell targets of one
    kind apart. required_share: the share of the target that must be lost to explain the sign fully.
    is_autonomous: whether one nerve supplies the target alone.
    """

    sign: str
    target: str
    weight: float
    weight_off_graph: float
    required_share: float
    is_autonomous: bool = False


def weigh_findings(
    findings: Findings,
    profile: Mapping[str, int],
    autonomous: set[str],
    softened_kinds: set[str],
    kinds: Mapping[str, str],
    parameters: ScoringParameters,
) -> list[WeightedFinding]:
    """Give each finding its weight.

    n findings of one sign in targets that every site removes together (`profile`) carry one piece of information, so
    each of them weighs 1/√n. For a site off the nerves that is true of all findings of one sign. `autonomous`: the skin
    that one nerve supplies alone. `softened_kinds`: the kinds of target in which a clue makes findings less reliable.
    """
    motor_loss = any(sign in MOTOR_LOSS for sign, _ in findings.signs)
    group_sizes = Counter((sign, profile[target]) for sign, target in findings.signs)
    sign_counts = Counter(sign for sign, _ in findings.signs)
    weighed = []
    for sign, target in findings.signs:
        factor = parameters.softened_factor if kinds[target] in softened_kinds else 1.0
        factor *= parameters.normal_motor_factor if sign in MOTOR_NORMAL and not motor_loss else 1.0
        weighed.append(
            WeightedFinding(
                sign,
                target,
                weight=group_sizes[sign, profile[target]] ** -0.5 * factor,
                weight_off_graph=sign_counts[sign] ** -0.5 * factor,
                required_share=required_share(findings, sign, target, parameters),
                is_autonomous=target in autonomous,
            )
        )
    return weighed


def required_share(findings: Findings, sign: str, target: str, parameters: ScoringParameters) -> float:
    """The share of a target that must be lost to explain a sign fully."""
    grade = findings.grades.get(target) if sign == "weak" else None
    if grade is None:
        return parameters.required_share
    by_grade = parameters.required_share_by_grade
    return by_grade[min(int(grade), len(by_grade) - 1)]


def finding_cost(
    sign: str, lost_share: float, required: float, parameters: ScoringParameters, is_autonomous: bool = False
) -> float:
    """The cost of one finding for a site that removes `lost_share` of its target."""
    false_positive = parameters.false_positive.get(sign)
    if false_positive is None:
        return -log(1 - parameters.sensitivity[AUTONOMOUS if is_autonomous else sign] * lost_share)
    completeness = parameters.completeness_weight
    explained = (1 - completeness) * min(1.0, lost_share / required) + completeness * lost_share
    return -log(false_positive + (1 - false_positive) * explained)
