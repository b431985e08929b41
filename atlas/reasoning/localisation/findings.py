"""The findings of an examination: signs in targets, grades of strength, clues, and results of nerve studies."""

from __future__ import annotations

from dataclasses import dataclass, field

SIGNS = {
    "weak": "muscle",
    "normal": "muscle",
    "numb": "territory",
    "intact": "territory",
    "reduced_reflex": "reflex",
    "normal_reflex": "reflex",
    "pain": "territory",
}
"""Each sign → the kind of target in which it is found."""
ABNORMAL = ("weak", "numb", "reduced_reflex", "pain")
"""The signs of a deficit; the other signs are normal findings."""
DEFICITS = ("weak", "numb", "reduced_reflex")
"""The signs of lost function: the abnormal signs without pain."""
PAIN = "pain"
"""The sign that a patient reports, also near the place of a lesion where the nerve supplies nothing."""
FULL_STRENGTH = 5
"""Normal strength on the MRC scale."""


@dataclass
class Findings:
    """What was found.

    signs: (sign, target) in the order given.
    grades: muscle → MRC grade from 0 to 5, where one was given.
    clues: other signs and circumstances, in the words given.
    unrecognised: names that could not be resolved.
    said: the same names with their sign ("numb between the legs"), which may still tell of an emergency.
    studies: (study, result); a study is an id, or `emg ` and the id of a needle muscle.
    days: since the onset, when the studies were made; None for the usual day. injury: what the lesion does to the
    fibres, or "" if that is not known.
    """

    signs: list[tuple[str, str]] = field(default_factory=list)
    grades: dict[str, float] = field(default_factory=dict)
    clues: list[str] = field(default_factory=list)
    unrecognised: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    studies: list[tuple[str, str]] = field(default_factory=list)
    days: int | None = None
    injury: str = ""

    def add(self, sign: str, target: str) -> None:
        """Add a sign, unless it is already there."""
        if (sign, target) not in self.signs:
            self.signs.append((sign, target))

    def examined(self) -> set[str]:
        """The targets that were examined. Pain is reported, so it does not count as an examination."""
        return {target for sign, target in self.signs if sign != "pain"}

    def deficits(self) -> set[str]:
        """The targets in which function is lost."""
        return {target for sign, target in self.signs if sign in DEFICITS}
