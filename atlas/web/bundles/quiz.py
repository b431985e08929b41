"""Every question of the quiz, from which the page draws its runs."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key, claim_text
from atlas.dataset.source_names import short_citation
from atlas.figures.pathway_table import Lists
from atlas.reasoning.nerve_studies import electrodes
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.question_sources import answer_rows
from atlas.reasoning.quiz.questions import CLICKED, KINDS, questions
from atlas.reasoning.quiz.things import DAYS, Thing, things

MOST_ROWS = 6
"""The most rows that are named under an answer."""
MOST_SOURCES = 6
"""The most sources that are named with an answer on a sheet."""


def build_quiz(atlas: Atlas) -> dict:
    """`questions`: [kind (its index in `kinds`), subject, level, right, wrong, given, rows behind the answer, reasons,
    sources].

    Things are indexes of the pathways bundle; those behind its last are in `things`, each [id, name, nodes that stand
    for it]. Lists of them are indexes of `lists`. The rows behind an answer are indexes of `rows`, which holds [claim
    key, sentence]; its sources are indexes of `sources`, which holds them in short. `given`: sign → targets. Reasons:
    choice → index of `sentences`.
    """
    bank, named = questions(atlas.nerve_graph, atlas.lesions), things(atlas.dataset)
    index = {id_: number for number, id_ in enumerate(atlas.nodes)}
    used = dict.fromkeys(id_ for question in bank for id_ in _ids(question) if id_ in named)
    index |= {id_: len(atlas.nodes) + number for number, id_ in enumerate(used)}
    lists, rows = Lists(), dict[tuple[str, str], int]()
    sentences, cited = dict[str, int](), dict[str, int]()

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
            {index[id_]: sentences.setdefault(why, len(sentences)) for id_, why in question.reasons.items()},
            lists.place(cited.setdefault(name, len(cited)) for name in _sources(atlas, question)),
        ]
        for question in bank
    ]
    return {
        "kinds": KINDS,
        "clicked": CLICKED,
        "questions": asked,
        "lists": lists.stored,
        "rows": [list(row) for row in rows],
        "things": [[id_, named[id_].name, [index[node] for node in _nodes(atlas, named[id_])]] for id_ in used],
        "sentences": list(sentences),
        "sources": list(cited),
    }


def _sources(atlas: Atlas, question: Question) -> list[str]:
    """The first sources of the right answer, in short."""
    keys = dict.fromkeys(cited.key for row in answer_rows(atlas.nerve_graph, question) for cited in row.cites)
    named = dict.fromkeys(short_citation(atlas.dataset.sources[key]) for key in keys)
    return list(named)[:MOST_SOURCES]


def _ids(question: Question) -> list[str]:
    given = [id_ for ids in question.given.values() for id_ in ids]
    return [question.about, *question.right, *question.wrong, *given]


def _nodes(atlas: Atlas, thing: Thing) -> list[str]:
    """The nodes that figures light for a thing: the path of a study, the pathways of what a test examines."""
    if thing.id in atlas.dataset.studies:
        study = atlas.dataset.studies[thing.id]
        root = study.muscle and atlas.nerve_studies.fibres.main_roots(study.muscle)[0]
        return electrodes.path(atlas.nerve_graph, study, root)
    if thing.id.removeprefix(DAYS) in atlas.dataset.needle_regions:
        return list(thing.shows)
    found = (node for id_ in thing.shows for edge in atlas.pathway(id_).edges for node in edge)
    return list(dict.fromkeys((*thing.shows, *found)))
