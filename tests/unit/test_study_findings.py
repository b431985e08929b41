"""Results of nerve studies as findings: what they point to, how they are read, and which study to make next."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cases import __file__ as cases

LOCATED = Path(cases).parent / "nerve_studies" / "located.csv"
"""Findings with studies, the site that must come first (one of those listed) and those that must come later. Written by
hand, with the reason, before it was run."""


def located() -> list[dict[str, str]]:
    with LOCATED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(text: str) -> list[str]:
    return [item for item in text.split(";") if item]


def localised(atlas, row):
    signs = {sign: listed(row[sign]) for sign in ("weak", "numb", "reduced_reflex")}
    days = int(row["days"]) if row["days"] else None
    return atlas.localise(**signs, study=listed(row["studies"]), days=days, injury=row["injury"] or None)


@pytest.mark.parametrize("row", located(), ids=lambda row: f"{row['first'].split(';')[0]}-{row['studies'][:40]}")
def test_studies_decide_where_the_lesion_is(atlas, row) -> None:
    answer = localised(atlas, row)
    assert not answer.unrecognised
    keys = [candidate["site_key"] for candidate in answer.candidates]
    assert keys[0] in listed(row["first"]), row["why"]
    for other in listed(row["behind"]):
        assert other not in keys or keys.index(other) > 0, row["why"]
