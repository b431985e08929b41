"""The days after an injury of axons on which something changes, as the data set states them."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.nerve_studies import NeedleRegion

MOTOR = ("motor_amplitude_starts_to_fall", "motor_amplitude_gone")
SENSORY = ("sensory_amplitude_starts_to_fall", "sensory_amplitude_gone")
BLOCK_RECOVERS = ("conduction_block_starts_to_recover", "conduction_block_recovers")
SPROUTING, FADES, SPEED = "sprouting_starts", "fibrillations_fade", "axon_regrowth"
"""Ids of the table of times. A pair is the start and the end of a process."""


@dataclass(frozen=True)
class Times:
    """Days after the onset by id of the table; `regrowth`: millimetres that an axon grows back in a day.

    `regions`: for needle EMG, from the spine out.
    """

    days: dict[str, int]
    regrowth: float
    regions: tuple[NeedleRegion, ...]


def times(dataset: Dataset) -> Times:
    """The times of a data set."""
    values = {id_: row.value for id_, row in dataset.injury_times.items() if row.value is not None}
    return Times(
        days={id_: round(value) for id_, value in values.items() if id_ != SPEED},
        regrowth=values.get(SPEED, 0.0),
        regions=tuple(sorted(dataset.needle_regions.values(), key=lambda row: row.order)),
    )
