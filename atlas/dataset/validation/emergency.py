"""A time zone names one country: otherwise the page could show the emergency number of another one."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.validation import rule


@rule
def time_zones_are_in_one_country(dataset: Dataset) -> Iterator[Problem]:
    country_of: dict[str, str] = {}
    for region, row in dataset.emergency.items():
        for zone in row.zones:
            other = country_of.setdefault(zone, region)
            if other != region:
                right = "leave the zone only where it belongs"
                yield dataset.records["emergency"][region].problem("zones", f"'{zone}' is a zone of {other} too", right)
