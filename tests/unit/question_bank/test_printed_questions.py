"""Questions on paper: the same run as on the page, first the questions, then the answers."""

import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.export.question_bank.seeded_random import random_number, shuffled
from atlas.export.question_bank.seeded_run import LENGTHS, LEVELS, Run, choices_of, questions_of
from atlas.export.question_bank.sheet import Sheet
from atlas.reasoning.quiz.questions import CLICKED, questions
from tests.js.contract import runs_in_node
from tests.support.limbs import TINY

HOME = "https://atlas.example/"
RUNS = [
    *(Run(seed, length) for seed in ("class1", "é ✓ 𝄞", "") for length in LENGTHS),
    *(Run("x7", 20, level) for level in LEVELS),
    Run("x7", 5, None, ("skin_of_root", "nerve_of_muscle")),
    Run("x7", 40, 3, ("place_of_lesion",)),
]


@pytest.fixture(scope="module")
def bank(atlas: Atlas):
    return questions(atlas.nerve_graph, atlas.lesions)


def test_a_seed_draws_the_same_run_and_choices_as_the_page(atlas: Atlas, bank) -> None:
    asked = [
        {"seed": run.seed, "level": str(run.level or ""), "asked": ",".join(run.kinds), "length": str(run.length)}
        for run in RUNS
    ]
    found = [[[one.id, choices_of(one, run.seed)] for one in questions_of(bank, run)] for run in RUNS]
    assert found == runs_in_node(atlas, asked)
    assert len({tuple(id_ for id_, _ in run) for run in found}) == len(RUNS)


def test_random_numbers_are_those_of_their_definition() -> None:
    # FNV-1a of the empty text is 2166136261; one step of mulberry32 from there, by hand with exact whole numbers
    mask = 2**32
    state = (2166136261 + 0x6D2B79F5) % mask
    state = (state ^ state // 2**15) * (state | 1) % mask
    state = state ^ (state + (state ^ state // 2**7) * (state | 61) % mask) % mask
    assert random_number("") == state ^ state // 2**14
    assert sorted(shuffled("abcde", 1)) == list("abcde") and shuffled("abcde", 1) == shuffled("edcba", 1)


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)))


def test_the_answers_stand_apart_from_the_questions(atlas: Atlas, bank) -> None:
    run = Run("class1", 20)
    html = Sheet(atlas, run, HOME).html("a4")
    asked, key = html.split('<section class="key">')
    drawn = questions_of(bank, run)
    assert asked.count("<li>") == key.count("<li>") == len(drawn) == 20
    assert asked.count('class="bodies"') == sum(one.kind in CLICKED for one in drawn) > 0
    assert "→" not in text_of(asked) and atlas.strings["deck.sources"] not in text_of(asked)
    assert key.count('class="sources"') == 20
    assert f"{HOME}?mode=quiz&length=20&seed=class1&n=1" in text_of(asked)
    assert f"{HOME}?mode=quiz&length=20&seed=class1&n=end" in text_of(key)
    for one in drawn:
        right = [atlas.nodes[id_].name for id_ in one.right if id_ in atlas.nodes]
        assert not right or any(name in text_of(key) for name in right), one.id


def test_the_letter_of_the_answer_is_that_of_its_box(atlas: Atlas, bank) -> None:
    run = Run("class1", 40, None, ("nerve_of_muscle",))
    html = Sheet(atlas, run, HOME).html("letter")
    asked, key = (text_of(part) for part in html.split('<section class="key">'))
    letters = re.findall(r"→ ([A-D])  (.+?)  ", key)
    assert len(letters) == 40 and {letter for letter, _ in letters} == set("ABCD")
    for letter, name in letters:
        assert f"☐ {letter}  {name}" in asked


def asked(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["questions", "--data", str(TINY), "--format", "pdf", *words])
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def test_the_command_prints_a_run_and_names_its_seed(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    file = tmp_path / "questions.pdf"
    code, output = asked("-o", str(file), "--seed", "class1", "--side", "left")
    assert code == 0 and "seed class1" in output and file.read_bytes().startswith(b"%PDF-")
    assert "seed class1" not in asked("-o", str(file))[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "smell"), "there is no kind of question 'smell'"),
        (("--length", "7"), "'7' is not one of"),
        (("--level", "4"), "4 is not in the range"),
        (("--kind", "skin_of_root", "--level", "3"), "no question of the quiz has this level and kind"),
    ],
)
def test_the_command_says_what_it_cannot_print(tmp_path: Path, words, said) -> None:
    code, output = asked("-o", str(tmp_path / "questions.pdf"), *words)
    assert code == 2 and said in output
    assert not list(tmp_path.iterdir())
