"""Teaching cases must hold together: a grade belongs to a weak muscle, and nothing is found both ways."""

from __future__ import annotations

import re

from atlas.dataset.validation import rule

_GRADE = re.compile(r"(.+):([0-4])")


@rule
def a_grade_belongs_to_a_weak_muscle(dataset):
    for case in dataset["teaching_cases"].values():
        record = dataset.records["teaching_cases"][case.id]
        for graded in case.grades:
            match = _GRADE.fullmatch(graded)
            if not match:
                yield record.problem("grades", f"'{graded}' is no grade", "write muscle:grade, the grade 0 to 4")
            elif match[1] not in case.weak:
                yield record.problem("grades", f"'{match[1]}' is not weak here", "grade only what is weak")


@rule
def a_teaching_case_finds_nothing_both_ways(dataset):
    pairs = (("weak", "normal"), ("numb", "intact"), ("reduced_reflex", "normal_reflex"), ("clues", "denied"))
    for case in dataset["teaching_cases"].values():
        record = dataset.records["teaching_cases"][case.id]
        for found, well in pairs:
            for both in sorted(set(getattr(case, found)) & set(getattr(case, well))):
                yield record.problem(well, f"'{both}' stands in {found} too", "keep it in one of the two columns")
        if not case.sites:
            yield record.problem("sites", "no site is named", "name the site that the source gives")
