"""Texts in plain words: reading grade, glossary, banned phrases and red flags."""

import json

import pytest

from atlas import Atlas
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.dataset.readability import grade, hard_words, longest, sentences, syllables, words
from atlas.dataset.validation.plain_text import EASY, HARDEST, glossary_pattern, plain_cards
from atlas.web.bundles.plain_text import build_plain_text
from atlas.web.layout.html_renderer import to_html
from atlas.web.layout.red_flags import NUMBER, red_flags
from tests.support.limbs import TINY, add_row, copy_of, drop_row, problems_of, set_cell

# Syllables according to a dictionary, typed by hand.
SYLLABLES = {
    1: "a the nerve spine walked hurts pressed skin toe leg knee foot through which stretched loosed changed",
    2: "ankle muscle muscles fibres people doctor numbness tingles lying tissue swollen buckles tendon pressure tunnel "
    "fluid layer chronic walking bladder sural plantar burning scanner steroid",
    3: "reflexes surgery hospital exercise suddenly injury diabetic paralysed opening medical together femoral "
    "anyone Achilles tibial fibular peroneal sciatic vertebra saphenous",
    4: "sciatica emergency operation anatomy particular independent diabetes piriformis professional electrical obturator",
    5: "examination degenerative",
}


@pytest.mark.parametrize("count", SYLLABLES)
def test_syllables_are_never_underestimated(count: int) -> None:
    short = [word for word in SYLLABLES[count].split() if syllables(word) < count]
    long = [word for word in SYLLABLES[count].split() if syllables(word) > count + 1]
    assert not short and not long


def test_nearly_all_syllables_are_counted_exactly() -> None:
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
def test_the_grade_follows_the_formula_of_flesch_and_kincaid(text: str, found: float) -> None:
    assert grade(text) == pytest.approx(found, abs=0.01)


def test_sentences_words_and_hard_words() -> None:
    assert sentences("One. Two! Is it L5? Yes, e.g. this one.") == ["One.", "Two!", "Is it L5?", "Yes, e.g. this one."]
    assert words("the leg's 2 nerves") == ["the", "leg's", "2", "nerves"]
    assert longest("One two three. One.") == 3
    assert hard_words("An emergency at the ankle. Emergency!") == ["emergency"]


def test_every_plain_text_is_easy_enough(atlas: Atlas) -> None:
    found = [(record, grade(text), reason) for record, _, text, reason in plain_cards(atlas.dataset)]
    assert len(found) > 400
    assert not [(record, hard) for record, hard, reason in found if hard > HARDEST or (hard > EASY and not reason)]


def test_every_thing_has_plain_text(atlas: Atlas) -> None:
    plain = build_plain_text(atlas)
    assert {*plain["cards"], *plain["of"]} == set(atlas.nodes)
    conditions = [id_ for id_, node in atlas.nodes.items() if node.kind == "condition"]
    assert all("flags" in plain["cards"][id_] for id_ in conditions)


def test_every_condition_has_a_plain_title_of_its_own(atlas: Atlas) -> None:
    titles = build_plain_text(atlas)["names"]
    assert titles.keys() == atlas.dataset["conditions"].keys()
    assert len({*titles.values()}) == len(titles)
    known = {*atlas.dataset["known_words"]} | {form for row in atlas.dataset["glossary"].values() for form in row.forms}
    assert not {word for title in titles.values() for word in hard_words(title)} - known
    assert all(atlas.resolve(title) == id_ for id_, title in titles.items())


def test_the_red_flags_start_with_an_emergency(atlas: Atlas) -> None:
    first = min(atlas.dataset["red_flags"].values(), key=lambda flag: flag.order)
    assert first.condition in atlas.dataset["conditions"] and first.urgency == "now"
    drawn = to_html(red_flags(atlas))
    assert drawn.index(NUMBER) < drawn.index("saddle") < drawn.index("<details")


def test_the_glossary_finds_the_longest_form_first(atlas: Atlas) -> None:
    assert glossary_pattern(atlas.dataset).search("a herniated nerve root").group() in ("herniated", "nerve root")
    assert glossary_pattern(atlas.dataset).search("the nerve root there").group() == "nerve root"


LONG = "The ring is one of those that press on the arm when the day is long and the work is hard."
HARD = "Mechanical irritation predisposes individuals toward generalised hypersensitivity."
WRONG_CELLS = [
    (
        "plain_text",
        "K1",
        "text",
        LONG,
        "teaching/plain_text.csv:4:3: text: a sentence has 21 words; make two sentences",
    ),
    ("plain_text", "K1", "text", HARD, "teaching/plain_text.csv:4:3: text: the reading grade of the text is 3"),
    (
        "plain_text",
        "K1",
        "text",
        "It is a hysterical arm.",
        "teaching/plain_text.csv:4:3: text: 'hysterical' is a hard word without",
    ),
    (
        "plain_text",
        "K1",
        "text",
        "You probably have a bad arm.",
        "teaching/plain_text.csv:4:3: text: 'You probably have ' is banned: it tells",
    ),
    ("plain_text", "K1", "of", "K9", "teaching/plain_text.csv:4:1: of: 'K9' is not in roots"),
    ("plain_text", "K1", "part", "how", "teaching/plain_text.csv:4:2: part: 'how' is not allowed"),
    (
        "red_flags",
        "cold_tip",
        "plain",
        "This means you are ill.",
        "clinical/red_flags.csv:2:9: plain: 'This means you' is banned",
    ),
    (
        "red_flags",
        "cold_tip",
        "urgency",
        "soon",
        "clinical/red_flags.csv:2:2: order: the red flags are missing, or",
    ),
    (
        "red_flags",
        "cold_tip",
        "condition",
        "",
        "clinical/red_flags.csv:2:2: order: the red flags are missing, or",
    ),
    ("red_flags", "cold_tip", "order", "9", "clinical/red_flags.csv:3:2: order: the red flags are missing, or"),
    (
        "red_flags",
        "cold_tip",
        "condition",
        "ring",
        "clinical/red_flags.csv:2:7: condition: 'ring' is not in conditions",
    ),
    ("red_flags", "cold_tip", "cites", "", "clinical/red_flags.csv:2:10: cites: no source is cited"),
    ("emergency", "ZZ", "region", "nowhere", "clinical/emergency.csv:2:1: region: 'nowhere' is not"),
    ("emergency", "ZZ", "cites", "", "clinical/emergency.csv:2:5: cites: no source is cited"),
    ("article", "gate", "plain", LONG, "teaching/article.csv:2:6: plain: a sentence has 21 words"),
    (
        "article",
        "gate",
        "text",
        "Your diagnosis is clear.",
        "teaching/article.csv:2:5: text: 'Your diagnosis' is banned",
    ),
    (
        "conditions",
        "ring_squeeze",
        "treatment",
        "Ease it with 400 mg.",
        "clinical/conditions.csv:2:17: treatment: '400 mg' is banned",
    ),
    (
        "muscles",
        "curler",
        "test",
        "This means you are weak.",
        "anatomy/muscles.csv:2:8: test: 'This means you' is banned",
    ),
]


@pytest.mark.parametrize(("table", "key", "column", "value", "line"), WRONG_CELLS)
def test_a_wrong_cell(tmp_path, table: str, key: str, column: str, value: str, line: str) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, table, key, column, value)
    found = problems_of(folder)
    assert any(problem.startswith(line) for problem in found), found


def test_a_reason_allows_a_higher_grade_up_to_a_limit(tmp_path) -> None:
    folder = copy_of(TINY, tmp_path)
    harder = "A surgeon at the hospital may open the tunnel with a long needle."
    assert EASY < grade(harder) <= HARDEST < grade(HARD)
    for text, reason, refused in ((harder, "", True), (harder, "the names are long", False), (HARD, "so it is", True)):
        set_cell(folder, "plain_text", "K1", "text", text)
        set_cell(folder, "plain_text", "K1", "reason", reason)
        try:
            load_dataset(folder)
            found = []
        except DataProblems as problems:
            found = [str(problem) for problem in problems.problems]
        assert any("the reading grade of the text is" in problem for problem in found) == refused, found


def test_plain_text_needs_red_flags(tmp_path) -> None:
    folder = copy_of(TINY, tmp_path)
    (folder / "clinical/red_flags.csv").unlink()
    assert any(
        line.startswith("teaching/plain_text.csv:2:1: order: the red flags are missing") for line in problems_of(folder)
    )


def test_a_condition_in_plain_words_has_its_own_red_flags(tmp_path) -> None:
    folder = copy_of(TINY, tmp_path)
    drop_row(folder, "plain_text", "ring_squeeze")
    add_row(folder, "plain_text", {"of": "ring_squeeze", "part": "is", "text": "The ring is too tight."})
    assert any(
        line.startswith("clinical/conditions.csv:2:13: red_flags: there are no red flags in plain words")
        for line in problems_of(folder)
    )


def test_a_banned_phrase_in_an_interface_text(tmp_path) -> None:
    folder = copy_of(TINY, tmp_path)
    strings = load_dataset(TINY).strings
    (folder / "ui/strings.json").write_text(json.dumps({**strings, "zz.last": "You have sciatica."}, indent=2), "utf-8")
    line = f"ui/strings.json:{len(strings) + 2}:15: 'You have ' is banned: it tells a person what they have"
    assert any(problem.startswith(line) for problem in problems_of(folder))
