"""The bank of questions for learners, made from the graph: what is asked, what is right, which choices are wrong.

A question is asked only where the facts behind it were read, and a choice is wrong only where no dermatome map and no
rival reading calls it right. Which questions a run asks, and in which order, is for the page to draw; all answers stand
here.
"""

from __future__ import annotations

from atlas.graph.lesion import Lesions
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.quiz.eligibility import Question, QuizFacts
from atlas.reasoning.quiz.lesion_questions import LesionQuestions
from atlas.reasoning.quiz.muscle_questions import MuscleQuestions
from atlas.reasoning.quiz.skin_questions import SkinQuestions

CLICKED = ("skin_of_root", "skin_of_nerve")
"""Kinds that are answered by a click on the figures; all others by a choice."""
SKIN = (*CLICKED, "root_of_skin", "nerve_of_skin")
MUSCLE = ("nerve_of_muscle", "root_of_muscle")
LESION = ("muscle_weak", "reflex_lost", "place_of_lesion")
KINDS = (*SKIN, *MUSCLE, *LESION)
"""What can be asked, in the order of the bank."""


def questions(nerve_graph: NerveGraph, lesions: Lesions) -> tuple[Question, ...]:
    """Every question, in the order of KINDS."""
    ground = QuizFacts(nerve_graph)
    makers = {
        **dict.fromkeys(SKIN, SkinQuestions(ground)),
        **dict.fromkeys(MUSCLE, MuscleQuestions(ground)),
        **dict.fromkeys(LESION, LesionQuestions(ground, lesions)),
    }
    return tuple(question for kind in KINDS for question in getattr(makers[kind], kind)())
