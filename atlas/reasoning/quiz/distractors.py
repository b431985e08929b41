"""Plausible wrong answers, the most plausible first."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.reasoning.quiz.eligibility import EligibleFacts


def similar_nerves(facts: EligibleFacts, nerve: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Nerves in the order of how many roots they share with a nerve, then of how near they are in the tables."""
    nerves, order = facts.tables.nerves, facts.nerve_graph.order
    roots = set(nerves[nerve].roots)

    def plausibility(other: str) -> tuple[int, int, int]:
        return -len(roots & set(nerves[other].roots)), abs(order[other] - order[nerve]), order[other]

    return tuple(sorted(set(candidates), key=plausibility))


def similar_muscles(facts: EligibleFacts, muscles: Iterable[str], candidates: Iterable[str]) -> tuple[str, ...]:
    """Muscles in the order of how many roots they share with the given muscles."""
    rows, order = facts.tables.muscles, facts.nerve_graph.order
    roots = {root for muscle in muscles for root in rows[muscle].roots}
    return tuple(sorted(candidates, key=lambda other: (-len(roots & set(rows[other].roots)), order[other])))


def neighbouring_roots(facts: EligibleFacts, right: Iterable[str], excluded: set[str]) -> tuple[str, ...]:
    """The core roots that are not excluded, in the order of how near they are to a right one."""
    core = facts.core_roots
    positions = [core.index(root) for root in right if root in core] or [0]
    candidates = [root for root in core if root not in excluded]
    return tuple(sorted(candidates, key=lambda root: (min(abs(core.index(root) - p) for p in positions), root)))
