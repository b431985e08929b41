"""Laws of search: normalising text, scores, and resolving names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas import Atlas
from atlas.search.similarity import normalise, slips
from atlas.search.word_index import EXACT, MAX_LENGTH, MIN_SCORE, Spelling, WordIndex
from tests.support.limbs import TINY

ATLAS, TINY_ATLAS = Atlas.load(), Atlas.load(TINY)
NAMES = [(id_, name) for id_, names in TINY_ATLAS.names.names_of.items() for name in (id_, *names)]
LETTERS = st.characters(codec="utf-8")


@given(st.text(LETTERS))
def test_normalised_text_stays_the_same_when_normalised_again(text) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once == " ".join(once.split()) and once.isascii() and once == once.lower()


@given(st.text(LETTERS, max_size=200), st.text(LETTERS, max_size=60))
def test_scores_run_from_0_to_100_and_only_equal_text_gets_100(query, text) -> None:
    found = WordIndex([Spelling(normalise(text), "x", text)], TINY_ATLAS.names.vocabulary).search(query)
    is_equal = normalise(query)[:MAX_LENGTH] == normalise(text) != ""
    assert [hit.score == EXACT for hit in found.values()] == ([True] if is_equal else [False] * len(found))
    assert all(MIN_SCORE <= hit.score <= EXACT for hit in found.values())


WORDS = st.text(st.sampled_from("abdeilmnorst"), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_slips_are_symmetric_and_at_most_all_letters(word, other) -> None:
    most = len(word) + len(other)
    assert slips(word, word, most) == 0
    if min(len(word), len(other)) > 3:
        assert slips(word, other, most) == slips(other, word, most)
    found = slips(word, other, most)
    assert found is None or (found > 0) is (word != other)


@given(st.lists(st.sampled_from(["the", "outer", "lateral", "foot", "feet", "skin", "side", "of"]), max_size=6))
def test_canonical_words_stay_the_same_when_read_again(words) -> None:
    read = ATLAS.names.vocabulary.words.of
    assert read(" ".join(read(" ".join(words)))) == read(" ".join(words))


@settings(max_examples=60)
@given(st.sampled_from(NAMES), WORDS)
def test_a_word_that_is_nowhere_ends_every_match(named, word) -> None:
    assert TINY_ATLAS.find(f"{named[1]} {word}qqq") == []


@pytest.mark.parametrize(("id_", "name"), NAMES)
def test_every_name_finds_its_thing_with_the_full_score(id_, name) -> None:
    assert id_ in {match.id for match in TINY_ATLAS.search(name, limit=len(NAMES)) if match.score == 100}


@settings(max_examples=60)
@given(st.sampled_from(NAMES), st.data())
def test_case_spaces_and_punctuation_do_not_change_what_a_name_resolves_to(named, data) -> None:
    _, name = named
    separator = data.draw(st.sampled_from([" ", "  ", "-", ", "]))
    words = normalise(name).split()
    changed = separator.join(data.draw(st.sampled_from([str.upper, str.title]))(word) for word in words)
    assert TINY_ATLAS.names.resolve(changed) == TINY_ATLAS.names.id_by_name[normalise(name)]


@settings(max_examples=60)
@given(st.text(LETTERS, max_size=30), st.integers(1, 10))
def test_results_are_ordered_limited_and_good_enough(text, limit) -> None:
    matches = TINY_ATLAS.search(text, limit)
    scores = [match.score for match in matches]
    assert len(matches) <= limit and scores == sorted(scores, reverse=True)
    assert all(score >= MIN_SCORE for score in scores)
    assert len({match.id for match in matches}) == len(matches)
