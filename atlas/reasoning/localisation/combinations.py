"""Recognises combinations: findings and clues that point to a place only together."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.dataset.tables.clinical import Combination
from atlas.reasoning.localisation.clues import ClueMatch
from atlas.reasoning.localisation.findings import Findings


def combinations_in(rows: Iterable[Combination], findings: Findings, clues: Iterable[ClueMatch]) -> list[ClueMatch]:
    """The combinations that the findings and clues make up, as clues under their own names."""
    present = {clue.row.id for clue in clues if not clue.denied}
    return [ClueMatch(row.name, row, denied=False) for row in rows if _is_met(row, findings, present)]


def _is_met(row: Combination, findings: Findings, present: set[str]) -> bool:
    found = {sign for sign, target in findings.signs if not row.targets or target in row.targets}
    anywhere = {sign for sign, _ in findings.signs}
    return present.issuperset(row.clues) and found.issuperset(row.signs) and anywhere.isdisjoint(row.without)
