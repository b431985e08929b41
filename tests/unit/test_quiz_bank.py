"""The quiz as the page gets it: every question of the bank, in places of the payload."""

import pytest

from atlas import Atlas
from atlas.figures.best_plates import best_plates
from atlas.figures.plate_layout import plates
from atlas.figures.svg_files import group_shapes, read_figure
from atlas.reasoning.quiz.question_sources import rows_behind
from atlas.reasoning.quiz.questions import questions
from atlas.web.bundles.claims import build_claims
from atlas.web.bundles.quiz import build_quiz
from atlas.web.layout.quiz_page import quiz_words
from tests.support.limbs import TINY


@pytest.fixture(scope="module")
def told(atlas: Atlas) -> dict:
    return build_quiz(atlas)


def test_every_question_of_the_bank_is_there_once(atlas: Atlas, told: dict) -> None:
    ids, names = list(atlas.nodes), told["kinds"]
    found = [
        (names[kind], ids[about], level, *(tuple(ids[at] for at in told["lists"][place]) for place in (right, wrong)))
        for kind, about, level, right, wrong, _, _ in told["questions"]
    ]
    bank = questions(atlas.nerve_graph, atlas.lesions)
    assert found == [(one.kind, one.about, one.level, one.right, one.wrong) for one in bank]
    assert len({(kind, about) for kind, about, *_ in found}) == len(found)


def test_what_is_chosen_from_has_four_different_names(atlas: Atlas, told: dict) -> None:
    names = [node.name for node in atlas.nodes.values()]
    for kind, about, _, right, wrong, _, _ in told["questions"]:
        if told["kinds"][kind] in told["clicked"]:
            continue
        own = [names[at] for place in (right, wrong) for at in told["lists"][place]]
        assert len(set(own)) == len(own) >= 4, (told["kinds"][kind], names[about])


def test_every_answer_names_rows_whose_sources_can_be_opened(atlas: Atlas, told: dict) -> None:
    claims = {f"{table}:{row[0]}" for table, rows in build_claims(atlas)["claims"].items() for row in rows}
    for question in told["questions"]:
        rows = [told["rows"][at] for at in told["lists"][question[6]]]
        assert rows and {claim for claim, _ in rows} <= claims


def test_rows_behind_an_answer_speak_of_it(atlas: Atlas) -> None:
    for question in questions(atlas.nerve_graph, atlas.lesions):
        for row in rows_behind(atlas.nerve_graph, question):
            told = set(map(str, row.model_dump().values())) | set(getattr(row, "roots", ()))
            assert told & {question.about, *question.right}, question.id


def test_every_patch_of_skin_is_on_its_plate(atlas: Atlas) -> None:
    shown = {plate.id: plate.views for plate in plates(atlas)}
    best = best_plates(atlas)
    assert set(best) == set(atlas.dataset["territories"])
    for territory, plate in best.items():
        shapes = [shape for view in shown[plate] for shape in group_shapes(read_figure(atlas, view), "skin")]
        assert any(shape.get("data-node") == territory for shape in shapes)


def test_each_kind_has_its_words_in_both_voices(told: dict, atlas: Atlas) -> None:
    words = quiz_words(atlas)["words"]
    for kind in told["kinds"]:
        for key in (f"ask.{kind}", f"quiz.kind.{kind}", f"quiz.plain.{kind}"):
            assert words[key].strip(), key
        assert ("{name}" in words[f"ask.{kind}"]) == ("{name}" in words[f"quiz.plain.{kind}"]), kind


def test_an_invented_limb_has_a_quiz_too() -> None:
    tiny = Atlas.load(TINY)
    assert {place for row in build_quiz(tiny)["questions"] for place in (row[1],)} <= set(range(len(tiny.nodes)))
