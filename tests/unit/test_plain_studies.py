"""The plain voice of nerve studies and of the examination: every reason has a plain form that is easy to read."""

import string

import pytest

from atlas import Atlas
from atlas.dataset.readability import grade, hard_words, longest
from atlas.dataset.validation.plain_text import EASY, LONGEST, glossary_pattern, plain_cards
from atlas.reasoning.nerve_studies.reasons import PLAIN_PREFIX, PREFIX
from atlas.web.bundles.studies import build_studies

FILLED = {"roots": "L5", "root": "L5", "from": 3, "to": 7, "day": 21}
"""Values of the kinds that the sentences name."""
PREFIXES = (PLAIN_PREFIX, "studies.plain.", "examination.plain.")


def plain_strings(atlas: Atlas) -> dict[str, str]:
    found = {key: text for key, text in atlas.strings.items() if key.startswith(PREFIXES)}
    return {key: text.format(**FILLED) if key.startswith(PLAIN_PREFIX) else text for key, text in found.items()}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_reason_has_a_plain_form_that_names_nothing_else(atlas: Atlas) -> None:
    words = atlas.strings
    reasons = [key.removeprefix(PREFIX) for key in words if key.startswith(PREFIX)]
    assert len(reasons) > 40
    for why in reasons:
        assert fields(words[f"{PLAIN_PREFIX}{why}"]) <= fields(words[f"{PREFIX}{why}"]), why
    assert {key.removeprefix(PLAIN_PREFIX) for key in words if key.startswith(PLAIN_PREFIX)} == {*reasons}


def test_every_plain_string_is_easy_to_read(atlas: Atlas) -> None:
    glossary = glossary_pattern(atlas.dataset)
    known = {form for row in atlas.dataset["glossary"].values() for form in row.forms} | {*atlas.dataset["known_words"]}
    for key, text in plain_strings(atlas).items():
        assert grade(text) <= EASY and longest(text) <= LONGEST, (key, grade(text), longest(text))
        assert not {*hard_words(glossary.sub(" ", text))} - known, key


@pytest.mark.parametrize("table", ["studies", "study_pitfalls", "exam_tests"])
def test_the_plain_text_of_every_row_is_held_to_the_same_measure(atlas: Atlas, table: str) -> None:
    records = {id(record) for record in atlas.dataset.records[table].values()}
    held = [card for card in plain_cards(atlas.dataset) if id(card.record) in records]
    assert len(held) == len(atlas.dataset[table])


def test_the_page_gets_each_reason_in_both_voices(atlas: Atlas) -> None:
    built = build_studies(atlas)
    assert len(built["sentences"]) == len(built["plain_sentences"]) == len({*built["sentences"]})
    assert all(built["plain_sentences"]) and not {*built["sentences"]} & {*built["plain_sentences"]}
