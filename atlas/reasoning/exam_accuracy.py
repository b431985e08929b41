"""What the rows of accuracy of one test show together: the shares that were found, and what their intervals allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from atlas.dataset.tables.examination import ExamAccuracy

Share = Literal["sensitivity", "specificity"]
Verdict = Literal["", "few-few", "few-often", "many-few", "many-often", "misses-few", "misses-many", "alarms-few"]

MOST = 0.8
"""From this share on a test finds most of the people, or is normal in most."""
HALF = 0.5
"""Up to this share it finds at most half."""


@dataclass(frozen=True)
class Spread:
    """The lowest and the highest share of any row, ends of ranges without a value included, and how many rows."""

    low: float
    high: float
    rows: int


def shares(row: ExamAccuracy, measure: Share) -> list[float]:
    """The value of a row or, where it has none, the ends of its range; empty without either.

    >>> row = ExamAccuracy.model_construct(sensitivity=None, sensitivity_low=0.2, sensitivity_high=None)
    >>> shares(row, "sensitivity")
    [0.2]
    """
    value = getattr(row, measure)
    if value is not None:
        return [value]
    return [end for name in ("low", "high") if (end := getattr(row, f"{measure}_{name}")) is not None]


def telling_rows(test: str, rows: Iterable[ExamAccuracy]) -> tuple[list[ExamAccuracy], bool]:
    """The rows with a share from which a test is judged, and whether they are of this test alone.

    Rows that judge several tests together count only where no row is of this test alone.
    """
    found = [row for row in rows if test in row.tests and (shares(row, "sensitivity") or shares(row, "specificity"))]
    alone = [row for row in found if len(row.tests) == 1]
    return (alone, True) if alone else (found, False)


def spread(rows: Iterable[ExamAccuracy], measure: Share) -> Spread | None:
    """How far the shares of some rows lie apart; None if none has any."""
    found = [of_row for row in rows if (of_row := shares(row, measure))]
    every = [share for of_row in found for share in of_row]
    return Spread(min(every), max(every), len(found)) if every else None


def has_interval(row: ExamAccuracy) -> bool:
    """Whether a share of the row has both its value and an interval round it."""
    return any(
        None not in (getattr(row, f"{measure}{end}") for end in ("", "_low", "_high"))
        for measure in ("sensitivity", "specificity")
    )


def verdict(rows: Sequence[ExamAccuracy]) -> Verdict:
    """What all intervals show, and no value speaks against; empty where they show nothing.

    `few-often`: it misses few of those who have the disease, and alarms in many who do not.
    """
    misses, alarms = _missed(rows), _alarmed(rows)
    if misses and alarms:
        both: dict[tuple[str, str], Verdict] = {
            ("few", "few"): "few-few",
            ("few", "often"): "few-often",
            ("many", "few"): "many-few",
            ("many", "often"): "many-often",
        }
        return both[misses, alarms]
    alone: dict[tuple[str, str], Verdict] = {
        ("few", ""): "misses-few",
        ("many", ""): "misses-many",
        ("", "few"): "alarms-few",
    }
    return alone.get((misses, alarms), "")


def _missed(rows: Sequence[ExamAccuracy]) -> str:
    return {"most": "few", "half": "many", "": ""}[_level(rows, "sensitivity")]


def _alarmed(rows: Sequence[ExamAccuracy]) -> str:
    return {"most": "few", "half": "often", "": ""}[_level(rows, "specificity")]


def _level(rows: Sequence[ExamAccuracy], measure: Share) -> str:
    """`most` or `half` if the whole of every interval lies there, and so does every value without one."""
    intervals = [
        (low, high)
        for row in rows
        if getattr(row, measure) is not None
        and (low := getattr(row, f"{measure}_low")) is not None
        and (high := getattr(row, f"{measure}_high")) is not None
    ]
    every = [share for row in rows for share in shares(row, measure)]
    if not intervals:
        return ""
    if all(low >= MOST for low, _ in intervals) and min(every) >= MOST:
        return "most"
    if all(high <= HALF for _, high in intervals) and max(every) <= HALF:
        return "half"
    return ""
