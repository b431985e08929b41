"""Questions about studies and the examination have one right answer, by a check of its own.

Predictions are read through the public API, day by day, and the examination and the days from the rows as they stand;
none of the code that made the questions is used.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas import Atlas
from atlas.reasoning.quiz.questions import questions

ATLAS = Atlas.load()
DAY = 21
"""Three weeks, as the questions say."""
KINDS = ("study_normal", "place_of_studies", "needle_tells", "fibrillation_day", "test_stretches", "nerve_of_test")
BANK = {kind: [q for q in questions(ATLAS.nerve_graph, ATLAS.lesions) if q.kind == kind] for kind in KINDS}
SEED = st.randoms(use_true_random=False)


def expected(place: str) -> dict[str, str]:
    """Study, or needle study, after the loss of all axons → what the public API expects."""
    found = ATLAS.studies(place, days=DAY, injury="axon-loss", severity="complete")
    needle = {f"needle.{row.id}": row.expected for row in found.emg}
    return {row.id: row.expected for row in found.studies} | needle


def said(results: dict[str, str], id_: str) -> str:
    """In one word: normal, abnormal, or what can be neither right nor wrong."""
    word = results[id_]
    return word if word in ("normal", "uncertain") else "abnormal"


def asked(kind: str, random):
    """A question of a kind with one right answer and three wrong choices, as the page would draw them."""
    question = random.choice(BANK[kind])
    return question, random.choice(question.right), random.sample(question.wrong, 3)


@given(SEED)
def test_only_the_right_study_stays_normal(random) -> None:
    question, right, wrong = asked("study_normal", random)
    results = expected(question.about)
    assert said(results, right) == "normal"
    assert [said(results, id_) for id_ in wrong] == ["abnormal"] * 3
    assert not right.startswith("needle.")
    if ATLAS.dataset["studies"][right].kind == "mixed":
        # a root lesion takes the motor fibres of a mixed nerve, so only a lesion elsewhere leaves it normal
        found = {row.id: row.why for row in ATLAS.studies(question.about, days=DAY, injury="axon-loss").studies}
        assert found[right] in {ATLAS.strings[f"studies.why.{reason}"] for reason in ("elsewhere", "beyond")}


@given(SEED)
def test_only_the_right_place_shows_all_the_results(random) -> None:
    question, right, wrong = asked("place_of_studies", random)

    def contradicted(place: str) -> bool:
        results, opposite = expected(place), {"normal": "abnormal", "abnormal": "normal"}
        return any(said(results, id_) == opposite[sign] for sign, ids in question.given.items() for id_ in ids)

    results = expected(right)
    assert all(said(results, id_) == sign for sign, ids in question.given.items() for id_ in ids)
    assert right == question.about and all(map(contradicted, wrong))


@given(SEED)
def test_only_the_right_muscle_tells_two_places_apart(random) -> None:
    question, right, wrong = asked("needle_tells", random)
    rows = {row.muscle: f"needle.{row.id}" for row in ATLAS.dataset["needle_muscles"].values() if not row.root}
    one, other = map(expected, question.about.split("~"))
    assert {said(one, rows[right]), said(other, rows[right])} == {"normal", "abnormal"}
    for muscle in wrong:
        both = {said(one, rows[muscle]), said(other, rows[muscle])}
        assert len(both) == 1 and "uncertain" not in both, muscle


def range_of(row: str) -> tuple[float, float]:
    regions, times = ATLAS.dataset["needle_regions"], ATLAS.dataset["injury_times"]
    return (regions[row].first_day, regions[row].last_day) if row in regions else (times[row].low, times[row].high)


@given(SEED)
def test_no_source_gives_a_wrong_day(random) -> None:
    question, right, wrong = asked("fibrillation_day", random)
    first, last = range_of(question.about)
    assert right == f"days.{question.about}"
    for id_ in wrong:
        low, high = range_of(id_.removeprefix("days."))
        assert high < first or low > last, id_


def nerves_of(test: str) -> set[str]:
    segments = ATLAS.dataset["segments"]
    return {segments[id_].nerve if id_ in segments else id_ for id_ in ATLAS.dataset["exam_tests"][test].targets}


def lie_on_one_way(one: str, other: str) -> bool:
    """Whether fibres of one nerve run through the other."""
    ways = (ATLAS.pathway(nerve).nerves for nerve in (one, other))
    return any(name in way for name, way in zip((other, one), ways, strict=True))


@given(SEED)
def test_only_the_right_test_stretches_the_nerve(random) -> None:
    question, right, wrong = asked("test_stretches", random)
    assert question.about in nerves_of(right)
    for test in wrong:
        stretched = nerves_of(test) & set(ATLAS.dataset["nerves"])
        assert not any(lie_on_one_way(question.about, nerve) for nerve in stretched), test


@given(SEED)
def test_only_the_right_nerve_is_examined(random) -> None:
    question, right, wrong = asked("nerve_of_test", random)
    assert right in nerves_of(question.about)
    for nerve in wrong:
        assert not any(lie_on_one_way(nerve, named) for named in question.right), nerve


@pytest.mark.parametrize("kind", KINDS)
def test_each_choice_that_is_wrong_by_a_prediction_says_why(kind: str) -> None:
    for question in BANK[kind]:
        explained = question.right if kind == "nerve_of_test" else (*question.right, *question.wrong)
        assert all(question.reasons.get(id_) for id_ in explained), question.id


# By hand, from the ganglion rule, the branches of the nerves and the table of the examination.
KNOWN = [
    ("study_normal", "root_L5", "superficial_fibular_sensory", "fibular_motor_ta"),
    ("needle_tells", "root_L5~common_fibular_neuropathy", "tibialis_posterior", "tibialis_anterior"),
    ("test_stretches", "femoral", "femoral_stretch", "slr"),
    ("nerve_of_test", "tinel_fibular_neck", "common_fibular", "tibial"),
    ("fibrillation_day", "leg", "days.leg", "days.motor_amplitude_gone"),
]


@pytest.mark.parametrize(("kind", "about", "right", "wrong"), KNOWN)
def test_a_question_of_every_textbook(kind: str, about: str, right: str, wrong: str) -> None:
    [question] = [one for one in BANK[kind] if one.about == about]
    assert right in question.right and wrong in question.wrong
