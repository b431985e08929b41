"""The questions with choices as GIFT, a plain text that Moodle and many small tools read.

GIFT has no pictures, so questions that are answered on a figure are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT
from atlas.export.question_bank.choice_questions import ChoiceQuestion, choice_questions
from atlas.export.question_bank.wording import category

_SPECIAL = re.compile(r"([\\~=#{}:])")


def escaped(text: str) -> str:
    r"""A text in which nothing is read as a sign of the format.

    >>> print(escaped("L4 = {a: b}"))
    L4 \= \{a\: b\}
    """
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "\\n")


def _item(question: ChoiceQuestion) -> Iterator[str]:
    yield f"// {question.id}"
    lines = "\\n".join(escaped(line) for line in (question.asked, *question.given))
    yield f"::{escaped(question.title)}::[plain]{lines} {{"
    for choice in question.choices:
        yield f"  {'=' if choice.is_right else '~'}{escaped(choice.name)}#{escaped(choice.feedback)}"
    yield "  ####" + "\\n".join(escaped(line) for line in question.explanation)
    yield "}\n"


def gift_file(atlas: Atlas, side: str = RIGHT) -> bytes:
    """The file. It shows no side of the body, so that `side` changes nothing."""
    # Moodle does not take escapes out of a category
    lines = [f"$CATEGORY: {category(atlas)}\n"]
    for question in choice_questions(atlas):
        lines += _item(question)
    return "\n".join(lines).encode()
