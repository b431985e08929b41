"""Every question of the quiz, from which the page draws its runs."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key, claim_text
from atlas.figures.pathway_table import Lists
from atlas.reasoning.quiz.question_sources import answer_rows
from atlas.reasoning.quiz.questions import CLICKED, KINDS, questions

MOST_ROWS = 6
"""The most rows that are named under an answer."""


def build_quiz(atlas: Atlas) -> dict:
    """`questions`: [kind (its index in `kinds`), subject, level, right, wrong, given, rows behind the answer].

    Things are indexes of the pathways bundle; lists of them are indexes of `lists`. The rows behind an answer are
    indexes of `rows`, which holds [claim key, sentence]. `given`: sign → targets.
    """
    index = {id_: number for number, id_ in enumerate(atlas.nodes)}
    lists, rows = Lists(), dict[tuple[str, str], int]()

    asked = [
        [
            KINDS.index(question.kind),
            index[question.about],
            question.level,
            lists.place(index[id_] for id_ in question.right),
            lists.place(index[id_] for id_ in question.wrong),
            {sign: [index[id_] for id_ in targets] for sign, targets in question.given.items()},
            lists.place(
                rows.setdefault((claim_key(row), claim_text(atlas.dataset, row)), len(rows))
                for row in list(answer_rows(atlas.nerve_graph, question))[:MOST_ROWS]
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
