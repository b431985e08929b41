"""Which questions follow from what was shown: by hand on a made-up bank, and on every tour of the real data."""

from types import SimpleNamespace

from atlas import Atlas
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.questions import questions
from atlas.reasoning.quiz.questions_about import questions_about
from atlas.web.bundles.tours import MOST_QUESTIONS, build_tours

LIMB = SimpleNamespace(
    conditions={"trapped": SimpleNamespace(sites=("tunnel",))},
    sites={"tunnel": SimpleNamespace(on=("river.low",))},
    segments={"river.low": SimpleNamespace(nerve="river")},
)
BANK = (
    Question("skin", "river", 1, ("palm",)),
    Question("skin", "brook", 1, ("back",)),
    Question("nerve", "palm", 1, ("river",)),
    Question("nerve", "back", 1, ("brook",)),
    Question("nerve", "thumb", 1, ("river",)),
    Question("weak", "tunnel", 2, ("grip",)),
)


def about(*shown: str, most: int = 9) -> list[str]:
    return [question.id for question in questions_about(LIMB, BANK, shown, most)]


def test_what_is_asked_about_comes_before_what_is_the_answer() -> None:
    assert about("river") == ["skin.river", "nerve.palm", "nerve.thumb"]
    assert about("palm") == ["nerve.palm", "skin.river"]
    assert about("grip") == ["weak.tunnel"]
    assert about() == about("nowhere") == []


def test_a_condition_stands_for_its_site_and_the_nerve_there() -> None:
    assert about("trapped") == ["skin.river", "weak.tunnel", "nerve.palm", "nerve.thumb"]


def test_kinds_take_turns_and_there_is_a_limit() -> None:
    assert about("palm", "back", "brook") == ["skin.brook", "nerve.palm", "nerve.back", "skin.river"]
    assert about("river", "palm", "back", most=2) == ["skin.river", "nerve.palm"]


def test_every_real_tour_leads_to_questions_that_exist(atlas: Atlas) -> None:
    known = {question.id for question in questions(atlas.nerve_graph, atlas.lesions)}
    for id_, tour in build_tours(atlas)["tours"].items():
        asked = tour["quiz"]
        assert 0 < len(asked) <= MOST_QUESTIONS and len(set(asked)) == len(asked), id_
        assert set(asked) <= known, id_
