"""The matrix of muscles and roots: what the atlas says of each cell, and what each series measured."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.reasoning.myotomes import ROOT_STATUS, Measurement, Myotomes

_EXACT = 4
"""Digits of a share."""


def _told(one: Measurement, series: dict[str, int]) -> dict:
    told = {"series": series[one.series], "named": one.as_named, "value": one.value, "tested": one.tested}
    return told | {"share": None if one.share is None else round(one.share, _EXACT)}


def build_myotomes(atlas: Atlas) -> dict:
    """Muscles and roots by their places in the payload.

    `groups`: name and muscles, from proximal to distal; `roots`; `standings`: name and strength of each;
    `tally`: for each muscle, in the order of the groups, a place in `standings` by root; `keys`: [muscle, root];
    `series`: each with the roots it tells of; `measured`: [muscle, root, what is told] in the order of the series;
    `apart`: what was measured of no one muscle of the atlas, with its roots.
    """
    matrix = Myotomes(atlas.dataset)
    at = {id_: place for place, id_ in enumerate(atlas.nodes)}
    series = {one.id: place for place, one in enumerate(matrix.series)}
    standings = list(ROOT_STATUS)
    muscles = [muscle for _, own in matrix.groups for muscle in own]
    cells = [(muscle, root) for muscle in muscles for root in matrix.roots]
    return {
        "groups": [[name, [at[muscle] for muscle in own]] for name, own in matrix.groups],
        "roots": [at[root] for root in matrix.roots],
        "standings": [[name, ROOT_STATUS[name]] for name in standings],
        "tally": [[standings.index(matrix.root_status(muscle, root)) for root in matrix.roots] for muscle in muscles],
        "keys": [[at[muscle], at[root]] for muscle, root in cells if matrix.is_key_muscle(muscle, root)],
        "series": [
            {
                "id": one.id,
                "name": one.name,
                "scale": one.scale,
                "people": one.people,
                "method": one.method,
                "roots": [at[root] for root in matrix.roots_in_series(one.id)],
            }
            for one in matrix.series
        ],
        "measured": [
            [at[muscle], at[root], _told(one, series)]
            for muscle, root in cells
            for one in matrix.measurements(muscle, root)
        ],
        "apart": [_told(one, series) | {"roots": [at[root] for root in one.row.root]} for one in matrix.unassigned],
    }
