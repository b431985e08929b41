"""Recognises combinations: findings and clues that point to a place only together."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.dataset.tables.clinical import Combination
from atlas.reasoning.localisation.clues import ClueMatch
from atlas.reasoning.localisation.findings import Findings


def combinations_in(rows: Iterable[Combination], findings: Findings, clues: Iterable[ClueMatch]) -> list[ClueMatch]:
    """The combinations that the findings and clues make up, as clues under their own names.

    Of those that say the same of the same findings, the first counts: "stocking" and "both sides" tell of one numbness.
    """
    present = {clue.row.id for clue in clues if not clue.denied}
    met = [row for row in rows if _is_met(row, findings, present)]
    first = {saying(row): row for row in reversed(met)}
    return [ClueMatch(row.name, row, denied=False) for row in met if not row.targets or first[saying(row)] is row]


def saying(row: Combination) -> tuple[object, ...]:
    """What a combination says of which findings, apart from the clues that it needs."""
    return row.signs, row.targets, row.toward, row.away, row.strength


def _is_met(row: Combination, findings: Findings, present: set[str]) -> bool:
    found = {sign for sign, target in findings.signs if not row.targets or target in row.targets}
    anywhere = {sign for sign, _ in findings.signs}
    return present.issuperset(row.clues) and found.issuperset(row.signs) and anywhere.isdisjoint(row.without)
