"""Board-examination questions, put to the commands as an informed user would type them."""

from atlas import Atlas
from tests.cases.board import QUESTIONS, answer, is_right
from tests.fixtures.searches import NOTHING

ENOUGH, ALL = 58, 63


def test_the_commands_answer_board_questions() -> None:
    wrong = [question["id"] for question in QUESTIONS if not is_right(question, answer(question))]
    assert len(QUESTIONS) == ALL
    assert len(QUESTIONS) - len(wrong) >= ENOUGH, wrong


def test_a_circumstance_that_is_no_name_points_to_its_condition(atlas: Atlas) -> None:
    found = atlas.suggested("burning outer thigh after wearing tight jeans")
    assert not atlas.find("burning outer thigh after wearing tight jeans")
    assert found[0].id == "meralgia_paraesthetica" and found[0].score < 50
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)


def test_words_that_are_no_circumstance_of_a_leg_point_to_nothing(atlas: Atlas) -> None:
    assert not atlas.suggested("carpal tunnel") and not atlas.suggested("weather forecast")
    assert [text for text in NOTHING if atlas.suggested(text)] == []
