"""A run of the quiz drawn from a seed: the same as on the page (`assets/quiz/question-bank.js`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from atlas.export.question_bank.seeded_random import shuffled
from atlas.reasoning.quiz.question import MIN_WRONG_CHOICES, Question

LENGTHS = (5, 10, 20, 40)
"""How many questions a run can have."""
LEVELS = (1, 2, 3)
_PLAUSIBLE = {2: 8, 3: 4}
"""Level → from how many of the most plausible wrong answers the choices are drawn."""


@dataclass(frozen=True)
class Run:
    """What the address of a run says. level: None for all. kinds: empty for all."""

    seed: str
    length: int = 10
    level: int | None = None
    kinds: tuple[str, ...] = ()

    def address(self, home: str, n: str = "1") -> str:
        """The address of the run in the atlas at `home`; `n` is a question, or "end" for the answers."""
        parts = {
            "mode": "quiz",
            "level": str(self.level or ""),
            "asked": ",".join(self.kinds),
            "length": "" if self.length == LENGTHS[1] else str(self.length),
            "seed": self.seed,
            "n": n,
        }
        query = {key: value for key, value in parts.items() if value}
        return f"{home}?{urlencode(query, safe=',')}"


def questions_of(bank: Sequence[Question], run: Run) -> list[Question]:
    """The questions of a run in order. Kinds take turns, so that a kind with many questions is not asked more often."""
    fitting = {
        question.id: question
        for question in bank
        if run.level in (None, question.level) and (not run.kinds or question.kind in run.kinds)
    }
    by_kind = dict[str, list[str]]()
    for id_ in shuffled(fitting, run.seed):
        by_kind.setdefault(fitting[id_].kind, []).append(id_)
    rounds = max(map(len, by_kind.values()), default=0)
    turns = ((kind, at) for at in range(rounds) for kind in shuffled(by_kind, run.seed, at))
    drawn = [by_kind[kind][at] for kind, at in turns if at < len(by_kind[kind])]
    return [fitting[id_] for id_ in drawn[: run.length]]


def choices_of(question: Question, seed: str) -> list[str]:
    """The four choices of a question in order; empty for a question that is answered on a figure."""
    wrong, id_ = question.wrong, question.id
    if not wrong:
        return []
    easy = wrong[min(len(wrong) // 2, len(wrong) - MIN_WRONG_CHOICES) :]
    pool = wrong[: _PLAUSIBLE[question.level]] if question.level in _PLAUSIBLE else easy
    choices = [shuffled(question.right, seed, id_)[0], *shuffled(pool, seed, id_)[:MIN_WRONG_CHOICES]]
    return shuffled(choices, seed, id_, "choice")
