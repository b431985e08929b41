"""Reads findings: resolves names of muscles, skin, reflexes and studies, and lists those that it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from atlas.reasoning.localisation.findings import ABNORMAL, FULL_STRENGTH, SIGNS, Findings
from atlas.reasoning.localisation.study_reader import StudyReader
from atlas.reasoning.nerve_studies.course import day_of, injury_of
from atlas.search.names import Names
from atlas.search.similarity import normalise

CASE_FIELDS = {
    "weak": "weak",
    "normal_muscles": "normal",
    "numb": "numb",
    "intact_skin": "intact",
    "reduced_reflexes": "reduced_reflex",
    "normal_reflexes": "normal_reflex",
    "pain_where": "pain",
}
"""The fields of a teaching case → the sign that each lists."""
GRADES_FIELD, CLUES_FIELD = "weak_strength", "clues"
STUDIES_FIELD, DAYS_FIELD, INJURY_FIELD = "studies", "days", "injury"


class FindingsParser:
    """Resolves names within one kind, so that a reflex and a muscle with the same name are not confused.

    targets_by_name: kind → normalised name → the targets it means. An official name wins over an expression for several
    targets ("hamstrings"), and that wins over a synonym.
    """

    def __init__(self, names: Names):
        self.names = names
        self.targets_by_name: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in SIGNS.values()}
        for id_, (official, *_) in names.names_of.items():
            self._add(names, (id_,), (id_, official))
        for row in names.nerve_graph.dataset.wordings.values():
            self._add(names, row.means, (row.said,))
        for id_, (_, *synonyms) in names.names_of.items():
            self._add(names, (id_,), synonyms)
        self.studies = StudyReader(names.nerve_graph.dataset, lambda name: self.targets("muscle", name))

    def _add(self, names: Names, targets: tuple[str, ...], texts: Iterable[str]) -> None:
        by_name = self.targets_by_name.get(names.nerve_graph.kinds[targets[0]], {})
        for text in texts:
            by_name.setdefault(normalise(text), targets)

    def targets(self, kind: str, name: str) -> tuple[str, ...]:
        """The targets of this kind that a name means: one, several for an expression such as "hamstrings", or none."""
        by_name = self.targets_by_name[kind]
        return (
            by_name.get(normalise(name))
            or by_name.get(normalise(f"{name} {kind}"))
            or self.names.meanings(name, kinds=(kind,), wordings_first=True)
            or self.names.meanings(f"{name} {kind}", kinds=(kind,), wordings_first=True)
        )

    def parse_signs(
        self,
        names_by_sign: Mapping[str, Any],
        clues: Iterable[str] = (),
        studies: Iterable[str] = (),
        days: int | None = None,
        injury: str | None = None,
    ) -> Findings:
        """Read names listed by sign (the keys of SIGNS).

        A name under `weak` can end with its grade, as in "soleus:4". Pain outside the known skin becomes a clue.
        studies: as in "sural_sensory:absent" and "emg tibialis_anterior:fibrillations".
        Raises ValueError for an unknown sign, day or injury.
        """
        days, injury = None if days is None else day_of(days), injury_of(injury) if injury else ""
        if unknown := sorted({*names_by_sign} - {*SIGNS}):
            raise ValueError(f"there is no sign '{unknown[0]}'; the signs are {', '.join((*SIGNS, 'study', 'clue'))}")
        findings = Findings(clues=_items(clues), days=days, injury=injury)
        for item in _items(studies):
            try:
                result = self.studies.read(item)
            except ValueError:
                findings.unrecognised.append(item)
            else:
                findings.studies += [result] if result not in findings.studies else []
        for sign, kind in SIGNS.items():
            for item in _items(names_by_sign.get(sign)):
                name, grade = _split_grade(item) if sign == "weak" else (item, None)
                if sign == "weak" and ":" in item and grade is None:
                    findings.unrecognised.append(item)
                    continue
                targets = self.targets(kind, name)
                if not targets and sign == "pain":
                    findings.clues.append(f"pain {name}")
                elif not targets:
                    findings.unrecognised.append(name)
                    if sign in ABNORMAL:
                        findings.said.append(f"{sign} {name}")
                for target in targets:
                    if grade is not None:
                        findings.grades[target] = grade
                    findings.add("normal" if sign == "weak" and grade == FULL_STRENGTH else sign, target)
        return findings

    def parse_case(self, case: Mapping[str, Any]) -> Findings:
        """Read a teaching case. A missing field counts as empty; fields without findings are ignored."""
        names_by_sign = {sign: case.get(column) for column, sign in CASE_FIELDS.items()}
        findings = self.parse_signs(
            names_by_sign,
            case.get(CLUES_FIELD) or (),
            case.get(STUDIES_FIELD) or (),
            case.get(DAYS_FIELD),
            case.get(INJURY_FIELD),
        )
        grades = case.get(GRADES_FIELD)
        for name, text in grades.items() if isinstance(grades, Mapping) else ():
            grade = _grade(text)
            if grade is not None:
                findings.grades.update(dict.fromkeys(self.targets(SIGNS["weak"], name), grade))
        return findings


def _items(value: object) -> list[str]:
    """The items of a field: a list, or text separated by `;` or `,`. Any other value is one item, and None is none."""
    if isinstance(value, str):
        return [part.strip() for part in re.split("[;,]", value) if part.strip()]
    values = value if isinstance(value, Iterable) else () if value is None else (value,)
    return [str(item) for item in values if item is not None and str(item).strip()]


def _split_grade(item: str) -> tuple[str, float | None]:
    name, colon, grade = item.rpartition(":")
    return (name, _grade(grade)) if colon else (item, None)


def _grade(text: object) -> float | None:
    """An MRC grade as people write it (4, 4+, 4/5), or None when it is not one."""
    try:
        grade = float(str(text).partition("/")[0].strip().rstrip("+-"))
    except ValueError:
        return None
    return grade if 0 <= grade <= FULL_STRENGTH else None
