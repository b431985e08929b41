"""What was found on examination, in the atlas's own ids, with what could not be understood kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from atlas.queries.names import Names, fold

SIGNS = {
    "weak": "muscle",
    "normal": "muscle",
    "numb": "territory",
    "intact": "territory",
    "reduced_reflex": "reflex",
    "normal_reflex": "reflex",
    "pain": "territory",
}
"""Each sign → the kind of ending it is found in."""
FOUND = ("weak", "numb", "reduced_reflex", "pain")
"""The signs that something is wrong; the others say that it is not."""
FIELDS = {
    "weak": "weak",
    "normal_muscles": "normal",
    "numb": "numb",
    "intact_skin": "intact",
    "reduced_reflexes": "reduced_reflex",
    "normal_reflexes": "normal_reflex",
    "pain_where": "pain",
}
"""The fields of a teaching case → the sign each lists."""
GRADED, CLUES = "weak_strength", "clues"
BEST = 5
"""The grade of full strength on the MRC scale."""


@dataclass
class Findings:
    """signs: (sign, ending) in the order given. grades: muscle → MRC grade, where one was given."""

    signs: list[tuple[str, str]] = field(default_factory=list)
    grades: dict[str, float] = field(default_factory=dict)
    clues: list[str] = field(default_factory=list)
    unrecognised: list[str] = field(default_factory=list)

    def add(self, sign: str, ending: str) -> None:
        """Note a sign once. A sign that something is wrong stands above its contrary."""
        if (sign, ending) not in self.signs:
            self.signs.append((sign, ending))

    def examined(self) -> set[str]:
        """The endings that were examined."""
        return {ending for sign, ending in self.signs if sign != "pain"}


class Reading:
    """Understands names within one kind, so that a reflex and a muscle of one name do not get mixed up."""

    def __init__(self, names: Names):
        self.known: dict[str, dict[str, str]] = {kind: {} for kind in SIGNS.values()}
        kinds = names.anatomy.kinds
        for spoken in (lambda all_: all_[:1], lambda all_: all_[1:]):
            for id_, called in names.by_id.items():
                own = self.known.get(kinds[id_])
                if own is not None:
                    for name in (id_, *spoken(called)):
                        own.setdefault(fold(name), id_)

    def ending(self, kind: str, name: str) -> str | None:
        """The ending of this kind that a name stands for."""
        own = self.known[kind]
        return own.get(fold(name)) or own.get(fold(f"{name} {kind}"))

    def signs(self, listed: Mapping[str, Iterable[str]], clues: Iterable[str] = ()) -> Findings:
        """Understand names listed by sign. `weak` may hold NAME:GRADE. Pain in words may be a clue instead."""
        found = Findings(clues=[str(clue) for clue in clues])
        for sign, kind in SIGNS.items():
            for said in listed.get(sign) or ():
                name, colon, grade = str(said).rpartition(":") if sign == "weak" else (str(said), "", "")
                name = name if colon else str(said)
                id_ = self.ending(kind, name)
                if id_ is None and sign == "pain":
                    found.clues.append(f"{sign} {name}")
                    continue
                if id_ is None:
                    found.unrecognised.append(name)
                    continue
                given = _grade(grade)
                if given is not None:
                    found.grades[id_] = given
                found.add("normal" if sign == "weak" and given == BEST else sign, id_)
        return found

    def case(self, case: Mapping) -> Findings:
        """Understand a teaching case. Fields it does not have are empty; fields without findings are passed over."""
        found = self.signs({sign: case.get(column) for column, sign in FIELDS.items()}, case.get(CLUES) or ())
        for name, grade in (case.get(GRADED) or {}).items():
            id_, given = self.ending(SIGNS["weak"], name), _grade(grade)
            if id_ is not None and given is not None:
                found.grades[id_] = given
        return found


def _grade(said: object) -> float | None:
    try:
        grade = float(str(said).strip().rstrip("+-"))
    except ValueError:
        return None
    return grade if 0 <= grade <= BEST else None
