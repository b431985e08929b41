"""Every question of the bank, for the page to draw runs from."""

from __future__ import annotations

from atlas.answers.claims import claim_key, says
from atlas.api import Atlas
from atlas.drawing.arrangement import plates
from atlas.drawing.clearance import clearance
from atlas.drawing.figures import group_of, read_figure
from atlas.payload import Lists
from atlas.queries.question_rows import rows_behind
from atlas.queries.questions import CLICKED, KINDS, questions

ROWS = 6
"""The most rows that are named under an answer."""


def best_plates(atlas: Atlas) -> dict[str, str]:
    """Each patch of skin → the plate that shows it largest: the smallest plate with the figure in which it has most
    room, against the size of that figure."""
    rooms: dict[str, list[tuple[float, str]]] = {}
    shown = sorted(plates(atlas), key=lambda plate: len(plate.aspects))
    for aspect in {aspect: None for plate in shown for aspect in plate.aspects}:
        svg = read_figure(atlas, aspect)
        size = max(float(part) for part in svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:])
        skin = group_of(svg, "skin")
        for shape in skin if skin is not None else ():
            at = tuple(float(part) for part in shape.get("data-at", "").split())
            room = clearance(shape.get("d", ""), at) / size if len(at) == 2 else 0.0
            rooms.setdefault(shape.get("data-node", ""), []).append((room, aspect))
    best = {territory: max(found)[1] for territory, found in rooms.items()}
    return {
        territory: next(plate.id for plate in shown if aspect in plate.aspects) for territory, aspect in best.items()
    }


def build_quiz(atlas: Atlas) -> dict:
    """`questions` rows: kind (its place in `kinds`), what is asked about, level, right, wrong, given, rows behind it.

    Things are places in the payload, lists of them places in `lists`, rows behind an answer places in `rows`, each of
    which has the name of a claim and what it says. `given`: sign → endings. `plates`: patch → plate.
    """
    at = {id_: place for place, id_ in enumerate(atlas.nodes)}
    lists, rows = Lists(), dict[tuple[str, str], int]()

    asked = [
        [
            KINDS.index(question.kind),
            at[question.about],
            question.level,
            lists.place(at[one] for one in question.right),
            lists.place(at[one] for one in question.wrong),
            {sign: [at[one] for one in endings] for sign, endings in question.given.items()},
            lists.place(
                rows.setdefault((claim_key(row), says(atlas, row)), len(rows))
                for row in list(rows_behind(atlas.anatomy, question))[:ROWS]
            ),
        ]
        for question in questions(atlas.anatomy, atlas.lesions)
    ]
    return {
        "kinds": KINDS,
        "clicked": CLICKED,
        "questions": asked,
        "lists": lists.stored,
        "rows": [list(row) for row in rows],
        "plates": {at[territory]: plate for territory, plate in best_plates(atlas).items()},
    }
