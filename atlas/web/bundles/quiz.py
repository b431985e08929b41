"""Every question of the bank, for the page to draw runs from."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.reasoning.quiz.question_sources import answer_rows
from atlas.reasoning.quiz.questions import CLICKED, KINDS, questions
from atlas.web.bundles.claims import claim_key, says
from atlas.web.bundles.pathways import Lists

ROWS = 6
"""The most rows that are named under an answer."""


def build_quiz(atlas: Atlas) -> dict:
    """`questions` rows: kind (its place in `kinds`), what is asked about, level, right, wrong, given, rows behind it.

    Things are places in the payload, lists of them places in `lists`, rows behind an answer places in `rows`, each of
    which has the name of a claim and what it says. `given`: sign → targets.
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
            {sign: [at[one] for one in targets] for sign, targets in question.given.items()},
            lists.place(
                rows.setdefault((claim_key(row), says(atlas, row)), len(rows))
                for row in list(answer_rows(atlas.nerve_graph, question))[:ROWS]
            ),
        ]
        for question in questions(atlas.nerve_graph, atlas.lesions)
    ]
    return {
        "kinds": KINDS,
        "clicked": CLICKED,
        "questions": asked,
        "lists": lists.stored,
        "rows": [list(row) for row in rows],
    }
