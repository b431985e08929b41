"""The bank of questions: right answers are right by the graph, and wrong choices are wrong by every source."""

from collections import Counter

import pytest

from atlas import Atlas
from atlas.reasoning.quiz.lesion_questions import CLEAR_LOSS
from atlas.reasoning.quiz.questions import CLICKED, KINDS, questions
from atlas.reasoning.quiz.things import DAYS, days, things

OF_TESTS = ("test_stretches", "nerve_of_test", "fibrillation_day", "study_normal", "needle_tells", "place_of_studies")
"""The kinds that may name what is no node."""


@pytest.fixture(scope="module")
def bank(atlas: Atlas):
    return questions(atlas.nerve_graph, atlas.lesions)


def of_kind(bank, kind: str):
    return [question for question in bank if question.kind == kind]


def test_every_kind_occurs_and_no_question_is_repeated(bank) -> None:
    assert set(Counter(question.kind for question in bank)) == set(KINDS)
    assert max(Counter(question.id for question in bank).values()) == 1
    assert {question.level for question in bank} == {1, 2, 3}


def test_right_and_wrong_do_not_overlap_and_there_are_enough_choices(atlas: Atlas, bank) -> None:
    for question in bank:
        assert question.right and not set(question.right) & set(question.wrong), question.id
        named = set(atlas.nodes) | (set(things(atlas.dataset)) if question.kind in OF_TESTS else set())
        assert {question.about, *question.right, *question.wrong} <= named, question.id
        assert (len(question.wrong) >= 3) != (question.kind in CLICKED), question.id


@pytest.mark.parametrize("kind", ["skin_of_root", "root_of_skin"])
def test_no_dermatome_map_calls_a_wrong_root_right(atlas: Atlas, bank, kind: str) -> None:
    named = {(row.territory, root) for row in atlas.dataset["dermatomes"].values() for root in row.roots}
    for question in of_kind(bank, kind):
        pairs = [(question.about, root) for root in question.wrong]
        assert not named & set(pairs), question.id
    for question in of_kind(bank, "skin_of_root"):
        assert all((territory, question.about) in named for territory in question.right)


@pytest.mark.parametrize("kind", ["nerve_of_skin", "nerve_of_muscle"])
def test_a_wrong_nerve_is_not_on_the_path(atlas: Atlas, bank, kind: str) -> None:
    for question in of_kind(bank, kind):
        branches = [row.branch for row in atlas.dataset.innervation.values() if row.target == question.about]
        branches += [row.segment for row in atlas.dataset.fields.values() if row.territory == question.about]
        last_nerves = {atlas.dataset["segments"][branch].nerve for branch in branches}
        on_path = last_nerves | set(atlas.pathway(question.about).nerves)
        assert set(question.right) <= last_nerves and not on_path & set(question.wrong), question.id


def test_a_wrong_root_of_a_muscle_is_named_by_no_source(atlas: Atlas, bank) -> None:
    for question in of_kind(bank, "root_of_muscle"):
        named = set(atlas.dataset["muscles"][question.about].roots)
        for row in (*atlas.dataset["rival_roots"].values(), *atlas.dataset["root_measures"].values()):
            if getattr(row, "target", None) == question.about:
                named |= set(row.roots)
            if getattr(row, "muscle", None) == question.about:
                named |= set(row.root)
        assert not named & set(question.wrong), question.id


def test_what_a_lesion_removes_is_right_and_what_it_spares_is_wrong(atlas: Atlas, bank) -> None:
    for question in of_kind(bank, "muscle_weak"):
        lesion = atlas.lesion(question.about)
        assert set(question.right) <= set(lesion.lost) and set(question.wrong) <= set(lesion.spared), question.id
    for question in of_kind(bank, "reflex_lost"):
        lesion = atlas.lesion(question.about)
        reduced = {reflex for reflex, share in lesion.reflexes_reduced.items() if share >= CLEAR_LOSS}
        assert set(question.right) == {*lesion.reflexes_lost} | reduced, question.id
        assert set(question.wrong) <= set(lesion.spared), question.id


def test_only_one_place_fits_the_findings(atlas: Atlas, bank) -> None:
    """A place fits if it removes, at least in part, all that is weak or numb, and nothing normal completely."""

    def contradicted(place: str, given: dict) -> bool:
        lesion = atlas.lesion(place)
        abnormal = {*given.get("weak", ()), *given.get("numb", ())}
        lost = {*lesion.lost, *lesion.reflexes_lost}
        return bool(abnormal & set(lesion.spared) or lost & set(given.get("normal", ())))

    for question in of_kind(bank, "place_of_lesion"):
        assert question.given.keys() & {"weak", "numb"}, question.id
        assert not contradicted(question.right[0], question.given), question.id
        assert all(contradicted(place, question.given) for place in question.wrong), question.id


def test_no_question_uses_a_row_that_was_not_read(atlas: Atlas, bank) -> None:
    maps = atlas.dataset["dermatomes"]
    for question in bank:
        if question.kind == "root_of_skin":
            assert maps[question.about, atlas.default_map].checked == "read", question.id
        if question.kind in ("nerve_of_skin", "nerve_of_muscle"):
            rows = [row for row in atlas.dataset.innervation.values() if row.target == question.about]
            rows += [row for row in atlas.dataset.fields.values() if row.territory == question.about]
            assert {row.checked for row in rows} == {"read"}, question.id


def test_every_day_outside_what_sources_give_is_a_wrong_choice_once_and_the_nearest_comes_first(
    atlas: Atlas, bank
) -> None:
    given = days(atlas.dataset)
    asked = of_kind(bank, "fibrillation_day")
    assert asked
    for question in asked:
        first, day, last = given[question.about]
        outside = {at for at in given.values() if at[2] < first or at[0] > last}
        offered = [given[id_.removeprefix(DAYS)] for id_ in question.wrong]
        assert sorted(offered) == sorted(outside), question.id
        distances = [abs(at[1] - day) for at in offered]
        assert distances == sorted(distances), question.id


def test_the_tiny_limb_has_questions_too(tiny) -> None:
    for question in questions(tiny.nerve_graph, tiny.lesions):
        assert {question.about, *question.right, *question.wrong} <= set(tiny.nodes)


def test_no_thing_has_the_id_of_a_node(atlas: Atlas) -> None:
    assert not set(things(atlas.dataset)) & set(atlas.nodes)
