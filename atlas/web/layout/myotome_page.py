"""The page of roots and muscles: its words, and what each value, series and row of the matrix rests on."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.reasoning.myotomes import Myotomes
from atlas.web.layout.evidence import footing

SPOKEN = ("myotomes.", "mode.myotomes")
"""The strings of this page begin with these."""


def _foot(atlas: Atlas, row) -> html.Div:
    note = [html.P(row.note, className="remark")] if row.note else []
    return html.Div([*note, footing(atlas, row)])


def myotome_words(atlas: Atlas) -> dict:
    """Words, and in the order of the answers: `feet` of what was measured, `series_feet`, and `sources` of each series.

    `rivals`: by muscle, what some sources say instead: roots, main roots and who says so; `muscle_feet`: by muscle.
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
    rows = {at[muscle]: atlas.dataset["muscles"][muscle] for muscle in muscles}
    return {
        "words": {key: text for key, text in atlas.strings.items() if key.startswith(SPOKEN)},
        "feet": [_foot(atlas, one.row) for one in measured],
        "series_feet": [_foot(atlas, one) for one in matrix.series],
        "muscle_feet": {muscle: _foot(atlas, row) for muscle, row in rows.items()},
        "muscle_sources": {muscle: [place[cited.key] for cited in row.cites] for muscle, row in rows.items()},
        "series_sources": [[place[cited.key] for cited in one.cites] for one in matrix.series],
        "rivals": rivals,
    }
