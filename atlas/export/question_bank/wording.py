"""A question of the quiz in words: what is asked, the answer, the path of the nerve, and the sources."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.api import Atlas
from atlas.dataset.rows import Claim
from atlas.dataset.source_names import short_citation
from atlas.graph.pathway_chains import by_nerve
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.question_sources import answer_rows
from atlas.reasoning.quiz.questions import CLICKED
from atlas.reasoning.quiz.things import things

MOST_SOURCES = 6
MOST_REASONS = 2
"""So many sentences say at most why an answer is right."""
_MOST_WAYS = 2


def about(atlas: Atlas) -> str:
    """What the questions are made from, and for what."""
    return atlas.strings["deck.about"].replace("{version}", atlas.edition.get("version", ""))


def category(atlas: Atlas) -> str:
    """The category into which Moodle imports the questions; a slash in a name is doubled there."""
    return f"$course$/top/{atlas.strings['deck.name'].replace('/', '//')}"


class Wording:
    """Questions of one atlas as plain text, in its language."""

    def __init__(self, atlas: Atlas):
        self.atlas, self.words = atlas, atlas.strings
        self._things = things(atlas.dataset)

    def name(self, id_: str) -> str:
        """The name of a node, or of a test, a day or a pair of places."""
        return self._things[id_].name if id_ in self._things else self.atlas.node(id_).name

    def asked(self, question: Question) -> str:
        """The question itself."""
        return self.words[f"ask.{question.kind}"].replace("{name}", self.name(question.about))

    def given(self, question: Question) -> list[str]:
        """The findings that a question about a lesion gives, one line for each sign."""
        return [
            f"{self.words[f'ask.given.{sign}']}: {', '.join(map(self.name, targets))}"
            for sign, targets in question.given.items()
        ]

    def answer(self, question: Question) -> str:
        """All right answers."""
        between = "; " if question.kind in CLICKED else f" {self.words['ask.or']} "
        return between.join(map(self.name, question.right))

    def also_right(self, question: Question, named: str) -> str:
        """The right answers that a list of choices leaves out; empty if it names the only one."""
        others = [self.name(id_) for id_ in question.right if id_ != named]
        return self.words["quiz.others"].replace("{names}", ", ".join(others)) if others else ""

    def ways(self, question: Question) -> list[str]:
        """Why the answer is right, in lines: its reasons, or each path to the skin or muscle that is asked about."""
        if question.reasons:
            return list(dict.fromkeys(question.reasons[id_] for id_ in question.right))[:MOST_REASONS]
        tables = self.atlas.dataset
        if question.about not in {**tables.territories, **tables.muscles}:
            return []
        chains = self.atlas.pathway(question.about).chains[:_MOST_WAYS]
        graph = self.atlas.nerve_graph
        return list(dict.fromkeys(" → ".join(map(self.name, by_nerve(graph, chain))) for chain in chains))

    def sources(self, rows: Iterable[Claim]) -> str:
        """The sources of rows, in one line."""
        keys = dict.fromkeys(cited.key for row in rows for cited in row.cites)
        named = [short_citation(self.atlas.dataset.sources[key]) for key in list(keys)[:MOST_SOURCES]]
        return f"{self.words['deck.sources']}: {'; '.join(named)}"

    def answer_sources(self, question: Question) -> str:
        """The sources of the right answer, in one line."""
        return self.sources(answer_rows(self.atlas.nerve_graph, question))

    def explanation(self, question: Question, named: str) -> list[str]:
        """What is said when a question has been answered, apart from right or wrong: other answers, path, sources."""
        lines = [self.also_right(question, named), *self.ways(question), self.answer_sources(question)]
        return [line for line in lines if line]
