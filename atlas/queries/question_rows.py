"""The rows that the right answer to a question rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.facts.rows import Claim
from atlas.graph.anatomy import Anatomy
from atlas.queries.ground import Question


def rows_behind(anatomy: Anatomy, question: Question) -> Iterator[Claim]:
    """Rows with their sources, those of the default dermatome map where a map is asked about."""
    facts, about = anatomy.facts, question.about
    if question.kind == "root_of_skin":
        yield facts["dermatomes"][about, anatomy.default_map]
    elif question.kind == "skin_of_root":
        yield from (row for row in facts["dermatomes"].values() if about in row.roots and row.checked == "read")
    elif question.kind == "skin_of_nerve":
        yield from _supply(anatomy, question.right)
    elif question.kind in ("nerve_of_skin", "nerve_of_muscle"):
        yield from _supply(anatomy, (about,))
    else:
        yield facts["muscles" if about in facts["muscles"] else "sites"][about]


def _supply(anatomy: Anatomy, endings: Iterable[str]) -> Iterator[Claim]:
    wanted = set(endings)
    yield from (row for row in anatomy.facts["supply"].values() if row.ending in wanted)
