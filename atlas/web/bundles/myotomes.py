"""The matrix of muscles and roots: the tally of each cell, and what each series measured."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.reasoning.myotomes import ROOT_STATUS, Measurement, Myotomes

_EXACT = 4
"""Decimal places of a share."""


def _measurement(found: Measurement, series: dict[str, int]) -> dict:
    share = None if found.share is None else round(found.share, _EXACT)
    named = {"series": series[found.series], "named": found.as_named, "value": found.value, "tested": found.tested}
    return named | {"share": share}


def build_myotomes(atlas: Atlas) -> dict:
    """Muscles and roots are indexes of the pathways bundle.

    `groups`: name and muscles, from proximal to distal; `roots`; `standings`: name and strength of each;
    `tally`: for each muscle, in the order of the groups, a place in `standings` by root; `keys`: [muscle, root];
    `series`: each with the roots that it covers; `measured`: [muscle, root, value] in the order of the series;
    `unassigned`: measurements of no single muscle of the atlas, with their roots.
    """
    matrix = Myotomes(atlas.dataset)
    index_of = {id_: index for index, id_ in enumerate(atlas.nodes)}
    series = {one.id: place for place, one in enumerate(matrix.series)}
    standings = list(ROOT_STATUS)
    muscles = [muscle for _, own in matrix.groups for muscle in own]
    cells = [(muscle, root) for muscle in muscles for root in matrix.roots]
    return {
        "groups": [[name, [index_of[muscle] for muscle in own]] for name, own in matrix.groups],
        "roots": [index_of[root] for root in matrix.roots],
        "standings": [[name, ROOT_STATUS[name]] for name in standings],
        "tally": [[standings.index(matrix.root_status(muscle, root)) for root in matrix.roots] for muscle in muscles],
        "keys": [[index_of[muscle], index_of[root]] for muscle, root in cells if matrix.is_key_muscle(muscle, root)],
        "series": [
            {
                "id": one.id,
                "name": one.name,
                "scale": one.scale,
                "people": one.people,
                "method": one.method,
                "roots": [index_of[root] for root in matrix.roots_in_series(one.id)],
            }
            for one in matrix.series
        ],
        "measured": [
            [index_of[muscle], index_of[root], _measurement(one, series)]
            for muscle, root in cells
            for one in matrix.measurements(muscle, root)
        ],
        "unassigned": [
            _measurement(one, series) | {"roots": [index_of[root] for root in one.row.root]}
            for one in matrix.unassigned
        ],
    }
