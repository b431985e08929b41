"""The tours and their steps in the order in which they are shown."""

from __future__ import annotations

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.tours import Tour, TourStep


def tours(dataset: Dataset) -> list[Tour]:
    """All tours in order."""
    return sorted(dataset.tours.values(), key=lambda tour: tour.order)


def steps_of(dataset: Dataset, tour: str) -> list[TourStep]:
    """The steps of a tour in order."""
    return sorted((step for step in dataset.tour_steps.values() if step.tour == tour), key=lambda row: row.step)
