"""What was found on examination, in the atlas's own ids, with what could not be understood kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from atlas.search.names import Names, fold

SIGNS = {
    "weak": "muscle",
    "normal": "muscle",
    "numb": "territory",
    "intact": "territory",
    "reduced_reflex": "reflex",
    "normal_reflex": "reflex",
    "pain": "territory",
}
"""Each sign → the kind of target it is found in."""
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
    """signs: (sign, target) in the order given. grades: muscle → MRC grade, where one was given."""

    signs: list[tuple[str, str]] = field(default_factory=list)
    grades: dict[str, float] = field(default_factory=dict)
    clues: list[str] = field(default_factory=list)
    unrecognised: list[str] = field(default_factory=list)

    def add(self, sign: str, target: str) -> None:
        """Note a sign once. A sign that something is wrong stands above its contrary."""
        if (sign, target) not in self.signs:
            self.signs.append((sign, target))

    def examined(self) -> set[str]:
        """The targets that were examined."""
        return {target for sign, target in self.signs if sign != "pain"}


class FindingsParser:
    """Understands names within one kind, so that a reflex and a muscle of one name do not get mixed up."""

    def __init__(self, names: Names):
        self.known: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in SIGNS.values()}
        kinds = names.nerve_graph.kinds
        official = {id_: (id_, called[0]) for id_, called in names.by_id.items()}
        wordings = names.nerve_graph.dataset["wordings"].values()
        told = [((id_,), both) for id_, both in official.items()]
        told += [(row.means, (row.said,)) for row in wordings]
        told += [((id_,), called[1:]) for id_, called in names.by_id.items()]
        for means, called in told:
            own = self.known.get(kinds[means[0]], {})
            for name in called:
                own.setdefault(fold(name), means)

    def targets(self, kind: str, name: str) -> tuple[str, ...]:
        """The targets of this kind that a name stands for: one, several that one word means, or none."""
        own = self.known[kind]
        for said in (fold(name), fold(f"{name} {kind}")):
            if said in own:
                return own[said]
        return ()

    def signs(self, listed: Mapping[str, Iterable[str]], clues: Iterable[str] = ()) -> Findings:
        """Understand names listed by sign. `weak` may hold NAME:GRADE. Pain in words may be a clue instead."""
        found = Findings(clues=_items(clues))
        for sign, kind in SIGNS.items():
            for said in _items(listed.get(sign)):
                name, colon, grade = said.rpartition(":") if sign == "weak" else (said, "", "")
                name, given = (name, _grade(grade)) if colon else (said, None)
                means = self.targets(kind, name)
                if not means:
                    (found.clues if sign == "pain" else found.unrecognised).append(
                        f"{sign} {name}" if sign == "pain" else name
                    )
                for id_ in means:
                    if given is not None:
                        found.grades[id_] = given
                    found.add("normal" if sign == "weak" and given == BEST else sign, id_)
        return found

    def case(self, case: Mapping) -> Findings:
        """Understand a teaching case. Fields it does not have are empty; fields without findings are passed over."""
        found = self.signs({sign: case.get(column) for column, sign in FIELDS.items()}, case.get(CLUES) or ())
        graded = case.get(GRADED)
        for name, grade in graded.items() if isinstance(graded, Mapping) else ():
            given = _grade(grade)
            if given is not None:
                found.grades.update(dict.fromkeys(self.targets(SIGNS["weak"], name), given))
        return found


def _items(listed: object) -> list[str]:
    """What a field lists: a list, or words with `;` or `,` between. Anything else is one item; nothing is none."""
    if isinstance(listed, str):
        return [part.strip() for part in re.split("[;,]", listed) if part.strip()]
    some = listed if isinstance(listed, Iterable) else () if listed is None else (listed,)
    return [str(one) for one in some if one is not None and str(one).strip()]


def _grade(said: object) -> float | None:
    """A grade as it is written: 4, 4+, 4/5. Nothing when it is no grade."""
    try:
        grade = float(str(said).partition("/")[0].strip().rstrip("+-"))
    except ValueError:
        return None
    return grade if 0 <= grade <= BEST else None
