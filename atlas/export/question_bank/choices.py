"""The choices of a question as a file holds them, where nothing can be drawn at random."""

from __future__ import annotations

from atlas.reasoning.quiz.question import MIN_WRONG_CHOICES, Question

_PLAUSIBLE = 2
"""From this level, the wrong choices are the most plausible ones; below, they are from the less plausible half."""


def choices(question: Question) -> tuple[str, ...]:
    """The right choice and then three wrong ones; empty for a question that is answered on a figure.

    Only one of the right answers is named, so that a platform can ask for one choice. The platform shuffles them.
    """
    wrong = question.wrong
    if not wrong:
        return ()
    first = 0 if question.level >= _PLAUSIBLE else min(len(wrong) // 2, len(wrong) - MIN_WRONG_CHOICES)
    return (question.right[0], *wrong[first : first + MIN_WRONG_CHOICES])
