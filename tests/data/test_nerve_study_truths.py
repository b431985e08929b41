"""What nerve studies show, by lesion and day: a table written by hand from sources before any prediction was run."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cases import __file__ as cases

TRUTHS = Path(cases).parent / "nerve_studies" / "truths.csv"
"""The columns are explained by their names. `expected` lists two values where sources or the exact place leave both open.
`emg:` is needle EMG at rest. All lesions are complete."""
NEEDLE = "emg:"
LEAST = 200
TWO_OPEN = 15
"""Rows that leave two values open. More of them would say less."""


def truths() -> list[dict[str, str]]:
    with TRUTHS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "row", truths(), ids=lambda row: "-".join([row["site"], row["injury"], row["days"], row["study"]])
)
def test_a_study_shows_what_sources_say(atlas, row) -> None:
    found = atlas.studies(row["site"], int(row["days"]), row["injury"], "complete")
    rows = found.emg if row["study"].startswith(NEEDLE) else found.studies
    (one,) = (one for one in rows if one.id == row["study"].removeprefix(NEEDLE))
    assert one.expected in row["expected"].split(";"), (one.why, row["why"])


def test_the_table_covers_every_study_and_injury_and_leaves_little_open(atlas) -> None:
    rows = truths()
    assert len(rows) >= LEAST
    assert {row["injury"] for row in rows} == {"axon-loss", "conduction-block", "demyelination"}
    named = {row["study"] for row in rows if not row["study"].startswith(NEEDLE)}
    assert named == set(atlas.dataset.studies) - {"dorsal_sural_sensory"}
    assert sum(";" in row["expected"] for row in rows) <= TWO_OPEN
