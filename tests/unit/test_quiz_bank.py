"""The quiz bundle of the page: every question of the bank, with ids replaced by their places in the payload."""

import pytest

from atlas import Atlas
from atlas.figures.best_plates import best_plates
from atlas.figures.plate_layout import plates
from atlas.figures.svg_files import group_shapes, read_figure
from atlas.reasoning.quiz.question_sources import answer_rows
from atlas.reasoning.quiz.questions import questions
from atlas.reasoning.quiz.things import NEEDLE_STUDY
from atlas.web.bundles.claims import build_claims
from atlas.web.bundles.quiz import build_quiz
from atlas.web.layout.quiz_page import quiz_words


@pytest.fixture(scope="module")
def bundle(atlas: Atlas) -> dict:
    return build_quiz(atlas)


def test_every_question_of_the_bank_is_in_the_bundle_once(atlas: Atlas, bundle: dict) -> None:
    ids, kinds = [*atlas.nodes, *(id_ for id_, _, _ in bundle["things"])], bundle["kinds"]
    found = [
        (kinds[kind], ids[about], level, *(tuple(ids[at] for at in bundle["lists"][place]) for place in (right, wrong)))
        for kind, about, level, right, wrong, *_ in bundle["questions"]
    ]
    bank = questions(atlas.nerve_graph, atlas.lesions)
    assert found == [(one.kind, one.about, one.level, one.right, one.wrong) for one in bank]
    assert len({(kind, about) for kind, about, *_ in found}) == len(found)


def test_choices_have_at_least_four_different_names(atlas: Atlas, bundle: dict) -> None:
    names = [*(node.name for node in atlas.nodes.values()), *(name for _, name, _ in bundle["things"])]
    for kind, about, _, right, wrong, *_ in bundle["questions"]:
        if bundle["kinds"][kind] in bundle["clicked"]:
            continue
        choices = [names[at] for place in (right, wrong) for at in bundle["lists"][place]]
        assert len(set(choices)) == len(choices) >= 4, (bundle["kinds"][kind], names[about])


def test_every_answer_cites_rows_that_the_page_can_open(atlas: Atlas, bundle: dict) -> None:
    claims = {f"{table}:{row[0]}" for table, rows in build_claims(atlas)["claims"].items() for row in rows}
    for question in bundle["questions"]:
        rows = [bundle["rows"][at] for at in bundle["lists"][question[6]]]
        assert rows and {claim for claim, _ in rows} <= claims


def test_the_rows_of_an_answer_mention_it(atlas: Atlas) -> None:
    for question in questions(atlas.nerve_graph, atlas.lesions):
        for row in answer_rows(atlas.nerve_graph, question):
            values = set(map(str, row.model_dump().values())) | set(getattr(row, "roots", ()))
            given = {id_.removeprefix(NEEDLE_STUDY) for ids in question.given.values() for id_ in ids}
            assert values & {question.about, *question.right, *given}, question.id


def test_every_patch_of_skin_is_drawn_on_its_best_plate(atlas: Atlas) -> None:
    shown = {plate.id: plate.views for plate in plates(atlas)}
    best = best_plates(atlas)
    assert set(best) == set(atlas.dataset["territories"])
    for territory, plate in best.items():
        shapes = [shape for view in shown[plate] for shape in group_shapes(read_figure(atlas, view), "skin")]
        assert any(shape.get("data-node") == territory for shape in shapes)


def test_each_kind_has_its_texts_in_clinical_and_plain_words(bundle: dict, atlas: Atlas) -> None:
    words = quiz_words(atlas)["words"]
    for kind in bundle["kinds"]:
        for key in (f"ask.{kind}", f"quiz.kind.{kind}", f"quiz.plain.{kind}"):
            assert words[key].strip(), key
        assert ("{name}" in words[f"ask.{kind}"]) == ("{name}" in words[f"quiz.plain.{kind}"]), kind


def test_the_tiny_limb_has_a_quiz_too(tiny) -> None:
    assert {about for _, about, *_ in build_quiz(tiny)["questions"]} <= set(range(len(tiny.nodes)))
