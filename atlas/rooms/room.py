"""The values of a classroom: what is asked, what is answered, and what everybody may see."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

UNKNOWN = "?"
"""The answer "I don't know"."""
_ID = re.compile(r"[A-Za-z0-9_.+~-]{1,80}")
_SEED = re.compile(r"[A-Za-z0-9]{1,32}")
_VIEW = re.compile(r"[a-z0-9_]{1,40}")
_FARTHEST = 100_000


@dataclass(frozen=True)
class Question:
    """A question by its id in the quiz, with the seed that draws its choices: every browser shows the same."""

    id: str
    seed: str

    @classmethod
    def parse(cls, value: object) -> Question:
        """Raises ValueError, with what would be right."""
        if not isinstance(value, Mapping) or set(value) != {"id", "seed"}:
            raise ValueError('a question is {"id": "…", "seed": "…"}')
        if not (isinstance(value["id"], str) and _ID.fullmatch(value["id"])):
            raise ValueError("the id of a question has letters, digits and the signs _ . + ~ -, at most 80")
        if not (isinstance(value["seed"], str) and _SEED.fullmatch(value["seed"])):
            raise ValueError("a seed has letters and digits, at most 32")
        return cls(value["id"], value["seed"])


@dataclass(frozen=True)
class Answer:
    """A choice by its id, and where the body was tapped: the view, x and y in its units; None without a tap."""

    choice: str
    at: tuple[str, int, int] | None = None

    @classmethod
    def parse(cls, value: object) -> Answer:
        """Raises ValueError, with what would be right."""
        if not isinstance(value, Mapping) or not {"choice"} <= set(value) <= {"choice", "at"}:
            raise ValueError('an answer is {"choice": "…", "at": ["view", x, y] or nothing}')
        choice, at = value["choice"], value.get("at")
        if choice != UNKNOWN and not (isinstance(choice, str) and _ID.fullmatch(choice)):
            raise ValueError("a choice has letters, digits and the signs _ . + ~ -, at most 80; or is ?")
        return cls(choice, None if at is None else _place(at))

    @classmethod
    def stored(cls, text: str) -> Answer:
        """An answer as `text` wrote it."""
        return cls.parse(json.loads(text))

    @property
    def text(self) -> str:
        """JSON for a store."""
        return json.dumps({"choice": self.choice} | ({"at": self.at} if self.at else {}))


def _place(at: object) -> tuple[str, int, int]:
    wrong = ValueError('a tap is ["view", x, y], with whole numbers of the figure\'s own units')
    if not isinstance(at, list) or len(at) != 3:
        raise wrong
    view, x, y = at
    if not isinstance(view, str) or not _VIEW.fullmatch(view):
        raise wrong
    if not all(type(number) is int and abs(number) <= _FARTHEST for number in (x, y)):
        raise wrong
    return view, x, y


@dataclass(frozen=True)
class Room:
    """What a room shows now.

    version: grows with each change that the lecturer makes. number: of the question, 0 before the first.
    revealed: whether the answers are shown. shown_at: question number → when its answers were shown,
    in seconds since 1970.
    """

    code: str
    version: int = 0
    number: int = 0
    question: Question | None = None
    revealed: bool = False
    shown_at: Mapping[int, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """JSON for a store."""
        question = {"id": self.question.id, "seed": self.question.seed} if self.question else None
        return json.dumps(
            {
                "version": self.version,
                "number": self.number,
                "question": question,
                "revealed": self.revealed,
                "shown_at": {str(number): time for number, time in self.shown_at.items()},
            }
        )

    @classmethod
    def stored(cls, code: str, text: str) -> Room:
        """A room as `text` wrote it."""
        value: dict[str, Any] = json.loads(text)
        question = Question.parse(value["question"]) if value["question"] else None
        shown_at = {int(number): time for number, time in value["shown_at"].items()}
        return cls(code, value["version"], value["number"], question, value["revealed"], shown_at)


@dataclass(frozen=True)
class Results:
    """The answers to one question: choice → how many gave it, and every tap."""

    counts: Mapping[str, int]
    taps: tuple[tuple[str, int, int], ...]

    @classmethod
    def of(cls, answers: Mapping[str, str]) -> Results:
        """From the stored answers by seat."""
        given = [Answer.stored(text) for text in answers.values()]
        return cls(Counter(answer.choice for answer in given), tuple(answer.at for answer in given if answer.at))
