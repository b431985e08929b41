"""The bank of questions, in the order of their kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from atlas.graph.lesion import Lesions
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.quiz.eligibility import EligibleFacts
from atlas.reasoning.quiz.exam_questions import ExamQuestions
from atlas.reasoning.quiz.lesion_questions import LesionQuestions
from atlas.reasoning.quiz.muscle_questions import MuscleQuestions
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.skin_questions import SkinQuestions
from atlas.reasoning.quiz.study_questions import StudyQuestions

CLICKED = ("skin_of_root", "skin_of_nerve")
"""The kinds that are answered by a click on the figures; all others offer choices."""
KINDS = (
    *CLICKED,
    "root_of_skin",
    "nerve_of_skin",
    "nerve_of_muscle",
    "root_of_muscle",
    "muscle_weak",
    "reflex_lost",
    "place_of_lesion",
    "test_stretches",
    "nerve_of_test",
    "fibrillation_day",
    "study_normal",
    "needle_tells",
    "place_of_studies",
)
"""All kinds of questions, in the order of the bank."""


def questions(nerve_graph: NerveGraph, lesions: Lesions) -> tuple[Question, ...]:
    """Every question that can be asked about one anatomy, in the order of KINDS."""
    facts = EligibleFacts(nerve_graph)
    skin, muscle, lesion = SkinQuestions(facts), MuscleQuestions(facts), LesionQuestions(facts, lesions)
    exam, study = ExamQuestions(facts), StudyQuestions(facts)
    makers: dict[str, Callable[[], Iterator[Question]]] = {
        "skin_of_root": skin.skin_of_root,
        "skin_of_nerve": skin.skin_of_nerve,
        "root_of_skin": skin.root_of_skin,
        "nerve_of_skin": skin.nerve_of_skin,
        "nerve_of_muscle": muscle.nerve_of_muscle,
        "root_of_muscle": muscle.root_of_muscle,
        "muscle_weak": lesion.muscle_weak,
        "reflex_lost": lesion.reflex_lost,
        "place_of_lesion": lesion.place_of_lesion,
        "test_stretches": exam.test_stretches,
        "nerve_of_test": exam.nerve_of_test,
        "fibrillation_day": study.fibrillation_day,
        "study_normal": study.study_normal,
        "needle_tells": study.needle_tells,
        "place_of_studies": study.place_of_studies,
    }
    return tuple(question for kind in KINDS for question in makers[kind]())
