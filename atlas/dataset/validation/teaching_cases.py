"""Teaching cases are consistent: only weak muscles have a grade, and no finding is both present and absent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.tables.nerve_studies import NEEDLE, NEEDLE_RESULTS, STUDY_RESULTS
from atlas.dataset.validation import rule

_GRADE = re.compile(r"(.+):([0-4])")
_OPPOSITES = (("weak", "normal"), ("numb", "intact"), ("reduced_reflex", "normal_reflex"), ("clues", "denied"))


@rule
def a_grade_belongs_to_a_weak_muscle(dataset: Dataset) -> Iterator[Problem]:
    for case in dataset.teaching_cases.values():
        record = dataset.records["teaching_cases"][case.id]
        for graded in case.grades:
            match = _GRADE.fullmatch(graded)
            if not match:
                yield record.problem(
                    "grades", f"'{graded}' is not a grade", "write muscle:grade, with a grade of 0 to 4"
                )
            elif match[1] not in case.weak:
                yield record.problem("grades", f"'{match[1]}' is not weak in this case", "grade weak muscles only")


@rule
def a_study_exists_and_has_a_result(dataset: Dataset) -> Iterator[Problem]:
    for case in dataset.teaching_cases.values():
        record = dataset.records["teaching_cases"][case.id]
        for text in case.studies:
            study, _, result = text.rpartition(":")
            is_needle, id_ = study.startswith(NEEDLE), study.removeprefix(NEEDLE)
            rows = dataset.needle_muscles if is_needle else dataset.studies
            results = NEEDLE_RESULTS if is_needle else STUDY_RESULTS
            if id_ not in rows:
                kind = "needle_muscles" if is_needle else "studies"
                yield record.problem("studies", f"'{id_}' is not in {kind}", f"name an id of {kind}")
            elif result not in results:
                yield record.problem(
                    "studies", f"'{text}' has no known result", f"end with one of {', '.join(results)}"
                )


@rule
def no_finding_is_both_present_and_absent(dataset: Dataset) -> Iterator[Problem]:
    for case in dataset.teaching_cases.values():
        record = dataset.records["teaching_cases"][case.id]
        for present, absent in _OPPOSITES:
            for finding in sorted(set(getattr(case, present)) & set(getattr(case, absent))):
                yield record.problem(absent, f"'{finding}' is also in {present}", "keep it in one of the two columns")
        if not case.sites:
            yield record.problem("sites", "there is no site", "name the site that the source gives")
