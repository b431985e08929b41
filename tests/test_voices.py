"""The plain voice: how hard it reads, what it explains, and that the red flags stand first."""

import json
import re

import pytest

from atlas import Atlas
from atlas.answers.plain import build_plain
from atlas.facts.readability import grade, hard_words, longest, sentences, syllables, words
from atlas.facts.rules.voiced import EASY, HARDEST, explained, plain_cards
from atlas.views.flags import NUMBER, red_flags
from atlas.views.markup import to_html

# Syllables as a dictionary gives them, typed by hand.
SYLLABLES = {
    1: "a the nerve spine walked hurts pressed skin toe leg knee foot through which stretched loosed changed",
    2: "ankle muscle muscles fibres people doctor numbness tingles lying tissue swollen buckles tendon pressure tunnel",
    3: "reflexes surgery hospital exercise suddenly injury diabetic paralysed opening medical together femoral",
    4: "sciatica emergency operation anatomy particular independent",
}


@pytest.mark.parametrize("count", SYLLABLES)
def test_syllables_are_never_counted_too_few(count: int) -> None:
    short = [word for word in SYLLABLES[count].split() if syllables(word) < count]
    long = [word for word in SYLLABLES[count].split() if syllables(word) > count + 1]
    assert not short and not long


def test_the_counter_hits_nearly_all_of_them() -> None:
    all_ = [(word, count) for count, line in SYLLABLES.items() for word in line.split()]
    missed = [word for word, count in all_ if syllables(word) != count]
    assert len(missed) <= len(all_) // 10, missed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # 3 words, 3 syllables, 1 sentence: 0.39 · 3 + 11.8 · 1 − 15.59
        ("The foot drops.", -2.62),
        # 13 words, 14 syllables, 2 sentences
        ("The nerve runs down the back. It ends at the big toe ankle.", 0.39 * 6.5 + 11.8 * 14 / 13 - 15.59),
        ("", 0.0),
    ],
)
def test_the_grade_is_the_formula_of_flesch_and_kincaid(text: str, found: float) -> None:
    assert grade(text) == pytest.approx(found, abs=0.01)


def test_sentences_words_and_hard_words() -> None:
    assert sentences("One. Two! Is it L5? Yes, e.g. this one.") == ["One.", "Two!", "Is it L5?", "Yes, e.g. this one."]
    assert words("the leg's 2 nerves") == ["the", "leg's", "2", "nerves"]
    assert longest("One two three. One.") == 3
    assert hard_words("An emergency at the ankle. Emergency!") == ["emergency"]


def test_every_text_in_plain_words_keeps_the_grade(atlas: Atlas) -> None:
    found = [(record, grade(text), reason) for record, _, text, reason in plain_cards(atlas.facts)]
    assert len(found) > 400
    assert not [one for one in found if one[1] > HARDEST or (one[1] > EASY and not one[2])]


def test_every_thing_is_told_in_plain_words(atlas: Atlas) -> None:
    plain = build_plain(atlas)
    assert {*plain["cards"], *plain["of"]} == set(atlas.nodes)
    conditions = [id_ for id_, node in atlas.nodes.items() if node.kind == "condition"]
    assert all("flags" in plain["cards"][id_] for id_ in conditions)


def test_the_block_of_red_flags_begins_with_the_emergency_of_the_roots(atlas: Atlas) -> None:
    first = min(atlas.facts["red_flags"].values(), key=lambda flag: flag.order)
    assert first.condition in atlas.facts["conditions"] and first.urgency == "now"
    drawn = to_html(red_flags(atlas))
    assert drawn.index(NUMBER) < drawn.index("saddle") < drawn.index("<details")
    numbers = json.loads(re.search(r'data-numbers="([^"]+)"', drawn)[1].replace("&quot;", '"'))
    assert numbers["GB"] == "999" and numbers["US"] == "911" and numbers["EU"] == "112"


def test_the_glossary_finds_the_longest_form_first(atlas: Atlas) -> None:
    assert explained(atlas.facts).search("a herniated nerve root").group() in ("herniated", "nerve root")
    assert explained(atlas.facts).search("the nerve root there").group() == "nerve root"
