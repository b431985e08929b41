"""The questions with choices in words, ready for a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.export.question_bank.choices import choices
from atlas.export.question_bank.wording import Wording
from atlas.reasoning.quiz.questions import questions


@dataclass(frozen=True)
class Choice:
    """One choice. feedback: what is said when it is chosen."""

    id: str
    name: str
    is_right: bool
    feedback: str


@dataclass(frozen=True)
class ChoiceQuestion:
    """A question in words. title: a name that does not give the answer away. given: findings, one line for each sign.
    explanation: what is said about the answer, in lines. tags: its kind and level."""

    id: str
    title: str
    asked: str
    given: tuple[str, ...]
    choices: tuple[Choice, ...]
    explanation: tuple[str, ...]
    tags: tuple[str, str]


def choice_questions(atlas: Atlas) -> Iterator[ChoiceQuestion]:
    """Every question of the quiz that offers choices, in the order of the quiz."""
    wording, words, numbers = Wording(atlas), atlas.strings, Counter[str]()
    for question in questions(atlas.nerve_graph, atlas.lesions):
        named = choices(question)
        if not named:
            continue
        numbers[question.kind] += 1
        answer = wording.name(named[0])
        offered = []
        for id_ in named:
            said = words["quiz.right" if id_ == named[0] else "quiz.wrong"]
            said = said.replace("{answer}", answer).replace("{chosen}", wording.name(id_))
            offered.append(Choice(id_, wording.name(id_), id_ == named[0], said))
        yield ChoiceQuestion(
            question.id,
            f"{words[f'quiz.kind.{question.kind}']} {numbers[question.kind]}",
            wording.asked(question),
            tuple(wording.given(question)),
            tuple(offered),
            tuple(wording.explanation(question, named[0])),
            (question.kind, f"level_{question.level}"),
        )
