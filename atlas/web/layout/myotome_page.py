"""The page of roots and muscles: its words, and the evidence of each value, series and row."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.reasoning.myotomes import Myotomes
from atlas.web.layout.evidence import remark

STRING_PREFIXES = ("myotomes.", "mode.myotomes")
"""The strings of this page begin with these."""


def _foot(atlas: Atlas, row) -> html.P:
    return remark(atlas, row, row.note)


def myotome_words(atlas: Atlas) -> dict:
    """Words, and in the order of the bundle: `feet`, the evidence of each value; `series_feet` and `series_sources`.

    `rivals`: by muscle, the roots, main roots and sources of claims that differ; `muscle_feet`: evidence by muscle.
    """
    matrix = Myotomes(atlas.dataset)
    muscles = [muscle for _, own in matrix.groups for muscle in own]
    at = {id_: place for place, id_ in enumerate(atlas.nodes)}
    measured = [one for muscle in muscles for root in matrix.roots for one in matrix.measurements(muscle, root)]
    rivals = {
        at[muscle]: [
            [[at[root] for root in row.roots], [at[root] for root in row.main_roots], _foot(atlas, row)]
            for row in matrix.rivals[muscle]
        ]
        for muscle in muscles
        if matrix.rivals[muscle]
    }
    place = atlas.nerve_graph.source_place
    rows = {at[muscle]: atlas.dataset.muscles[muscle] for muscle in muscles}
    return {
        "words": atlas.dataset.strings_with(*STRING_PREFIXES),
        "feet": [_foot(atlas, one.row) for one in measured],
        "series_feet": [_foot(atlas, one) for one in matrix.series],
        "muscle_feet": {muscle: _foot(atlas, row) for muscle, row in rows.items()},
        "muscle_sources": {muscle: [place[cited.key] for cited in row.cites] for muscle, row in rows.items()},
        "series_sources": [[place[cited.key] for cited in one.cites] for one in matrix.series],
        "rivals": rivals,
    }
