"""Laws of the distance between sets of roots, and of the degree of disagreement."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.reasoning.map_disagreement.distance import STEPS, agreement, degree, distance

ROOTS = st.frozensets(st.sampled_from("ABCD"), min_size=1)
ANSWERS = st.lists(ROOTS, min_size=2, max_size=6)


@given(ROOTS, ROOTS, ROOTS)
def test_the_distance_is_a_metric(a, b, c) -> None:
    assert distance(a, b) == distance(b, a) and 0 <= distance(a, b) <= 1
    assert (distance(a, b) == 0) is (a == b)
    assert (distance(a, b) == 1) is (not a & b)
    assert distance(a, c) <= distance(a, b) + distance(b, c) + 1e-9


@given(ANSWERS)
def test_the_degree_is_0_only_for_equal_answers_and_1_only_for_answers_without_a_common_root(answers) -> None:
    found = degree(answers)
    assert 0 <= found <= 1
    assert (found == 0) is (len(set(answers)) == 1)
    assert (found == 1) is (not any(one & other for one, other in permutations(answers, 2)))


@given(ANSWERS, st.randoms())
def test_the_order_of_maps_does_not_matter(answers, rng) -> None:
    assert degree(rng.sample(answers, len(answers))) == pytest.approx(degree(answers))


@given(st.lists(ROOTS, max_size=6))
def test_the_step_follows_from_the_degree(answers) -> None:
    found = agreement(answers)
    assert (found.step is None) is (found.maps < 2)
    if found.step is not None:
        assert 0 <= found.step <= STEPS and (found.step == 0) is (found.answers == 1)
        assert found.degree <= found.step / STEPS + 1e-6
