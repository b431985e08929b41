"""Laws of comparing two places or conditions."""

from hypothesis import given, settings
from hypothesis import strategies as st


def target_ids(losses) -> set[str]:
    return {loss.target for loss in losses}


@settings(max_examples=30)
@given(data=st.data())
def test_swapping_the_sides_swaps_the_answer(atlas, data) -> None:
    places = [*atlas.dataset["sites"], *atlas.dataset["conditions"], *atlas.dataset["roots"]]
    a, b = (data.draw(st.sampled_from(places)) for _ in "ab")
    straight, swapped = atlas.compare(a, b), atlas.compare(b, a)
    assert target_ids(straight.only_a) == target_ids(swapped.only_b)
    assert target_ids(straight.both) == target_ids(swapped.both)
    assert [d.finding for d in straight.discriminators] == [d.finding for d in swapped.discriminators]
    for one, other in zip(straight.discriminators, swapped.discriminators, strict=True):
        assert (one.a_shows, one.b_shows) == (other.b_shows, other.a_shows)
        assert set(one.against) == {{"a": "b", "b": "a"}[side] for side in other.against}


@settings(max_examples=30)
@given(data=st.data())
def test_a_place_compared_with_itself_has_no_target_of_its_own(atlas, data) -> None:
    place = data.draw(st.sampled_from([*atlas.dataset["sites"], *atlas.dataset["roots"]]))
    found = atlas.compare(place, place)
    assert found.only_a == found.only_b == () and found.best is None
