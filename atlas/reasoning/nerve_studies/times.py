"""The days after an injury of axons on which something changes, as the data set states them."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.nerve_studies import NeedleRegion


@dataclass(frozen=True)
class Times:
    """Days after the onset. `regrowth`: millimetres that an axon grows back in a day. `regions`: from the spine out."""

    motor_falls: int
    motor_gone: int
    sensory_falls: int
    sensory_gone: int
    regions: tuple[NeedleRegion, ...]
    sprouting: int
    fades: int
    block_recovers: int
    block_recovered: int
    regrowth: float


def times(dataset: Dataset) -> Times:
    """The times of a data set.

    Raises KeyError if one is missing, which no checked data set lacks.
    """
    rows = dataset.injury_times

    def day(id_: str) -> int:
        return round(value(id_))

    def value(id_: str) -> float:
        found = rows[id_].value
        if found is None:
            raise KeyError(id_)
        return found

    return Times(
        motor_falls=day("motor_amplitude_starts_to_fall"),
        motor_gone=day("motor_amplitude_gone"),
        sensory_falls=day("sensory_amplitude_starts_to_fall"),
        sensory_gone=day("sensory_amplitude_gone"),
        regions=tuple(sorted(dataset.needle_regions.values(), key=lambda row: row.order)),
        sprouting=day("sprouting_starts"),
        fades=day("fibrillations_fade"),
        block_recovers=day("conduction_block_starts_to_recover"),
        block_recovered=day("conduction_block_recovers"),
        regrowth=value("axon_regrowth"),
    )
