"""One question of the quiz, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field

MIN_WRONG_CHOICES = 3
"""A question with choices needs at least this many wrong ones."""


@dataclass(frozen=True)
class Question:
    """A question in ids of nodes, or of `things` that are none.

    about: what the question asks about.
    level: 1 (every beginner meets it) to 3 (combines several findings).
    right: in anatomical order. wrong: the most plausible first; empty for questions answered on the figure.
    given: the findings of a lesion: "weak", "numb" and "normal" → targets; or results of studies: "abnormal", "normal".
    reasons: choice → why it is right or wrong, as a sentence; only where the figures and the graph do not tell.
    """

    kind: str
    about: str
    level: int
    right: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """An id that stays the same as long as the question asks the same thing."""
        return f"{self.kind}.{self.about}"
