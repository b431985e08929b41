"""The article: every claim is covered and its passage highlights something; the docs and the page say the same."""

import json
import re

import pytest
from click.testing import CliRunner

from atlas.__main__ import main
from atlas.dataset.folders import table_file
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.dataset.readability import grade, longest
from atlas.dataset.validation.display_state import LAYERS, SHOWS
from atlas.export.display_text import display_text
from atlas.figures.lesion_table import places
from atlas.web.bundles.article import build_article, claim_rows, sections
from atlas.web.layout import controls
from atlas.web.layout.article_page import VOICES, article
from tests.support.claims_table import PAGE, with_current_table
from tests.support.limbs import TINY, copy_of, drop_row, set_cell

CLAIMS = 24
SENTENCE = re.compile(r"[^.!?]+[.!?]+")
LONGEST = 20
GRADE = 6
DOSE = re.compile(r"\b\d+\s?(?:mg|g|ml|µg|mcg|tablets?)\b|\b(?:you|your)\b", re.IGNORECASE)


def spoilt(tmp_path, table, key, column, value):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, table, key, column, value)
    with pytest.raises(DataProblems) as refused:
        load_dataset(folder)
    return [str(problem) for problem in refused.value.problems]


SPOILT = [
    ("article", "tight", "claims", "", "no passage covers claim 2"),
    ("article", "tight", "claims", "2;3", "'3' is not in article_claims"),
    ("article_claims", "2", "here", "", "the verdict is 'loose'"),
    ("article_claims", "1", "here", "Not so.", "the verdict is 'correct'"),
    ("article_claims", "2", "verdict", "wrong", "'wrong' is not allowed"),
    ("article", "tight", "section", "ways", "only the first passage of a section has a heading"),
    ("article", "tight", "heading", "", "the heading is missing"),
    ("article", "tight", "lesion", "nowhere", "'nowhere' is not in"),
    ("article", "tight", "lesion", "curler", "'curler' is not in"),
    ("article", "tight", "select", "K1", "the row fills in select and lesion"),
    ("article", "gate", "pair", "K1", "the row fills in select and pair"),
    ("article", "gate", "show", "dreams", "'dreams' cannot be shown"),
    ("article", "gate", "layer", "muscles", "'muscles' cannot be shown"),
    ("article", "gate", "map", "moon", "'moon' is not in dermatome_maps"),
    ("article", "gate", "first", "Ring", "the caption and headings do not match"),
    ("article", "tight", "second", "", "the caption and headings do not match"),
    ("side_by_side", "tight", "cites", "", "no source is cited"),
]


@pytest.mark.parametrize(("table", "key", "column", "value", "said"), SPOILT, ids=lambda value: str(value)[:20])
def test_a_spoilt_cell_is_named(tmp_path, table, key, column, value, said):
    lines = spoilt(tmp_path, table, key, column, value)
    assert any(said in line for line in lines), lines


def test_a_section_cannot_be_taken_up_again(tmp_path):
    folder = copy_of(TINY, tmp_path)
    rows = (folder / "teaching/article.csv").read_text("utf-8")
    again = rows.splitlines()[1].replace("gate,", "gate-again,", 1).replace("How the arm runs", "")
    (folder / "teaching/article.csv").write_text(rows + again + "\n", "utf-8")
    with pytest.raises(DataProblems, match="appears in two places"):
        load_dataset(folder)


def test_a_limb_can_do_without_an_article(tmp_path):
    folder = copy_of(TINY, tmp_path)
    for table in ("article", "article_claims", "side_by_side"):
        (folder / table_file(table)).unlink()
    assert load_dataset(folder).counts()["article"] == 0


def test_a_claim_nobody_holds_is_named(tmp_path):
    folder = copy_of(TINY, tmp_path)
    drop_row(folder, "article", "tight")
    drop_row(folder, "side_by_side", "tight")
    with pytest.raises(DataProblems, match="no passage covers claim 2"):
        load_dataset(folder)


def test_all_claims_are_held(atlas):
    assert [int(number) for number in atlas.dataset["article_claims"]] == list(range(1, CLAIMS + 1))
    assert {row["number"] for row in claim_rows(atlas)} == {*atlas.dataset["article_claims"]}


def test_every_claim_has_a_passage_that_lights_something(atlas):
    dark = atlas.strings["article.lights.none"]
    lit = {row["number"] for row in claim_rows(atlas) if row["lights"] != dark}
    assert lit == {*atlas.dataset["article_claims"]}


def test_what_is_lit_exists_for_the_page(atlas):
    known = places(atlas)
    for passage in atlas.dataset["article"].values():
        for map_id in atlas.maps:
            for id_ in passage.select:
                assert atlas.pathway(id_, map_id).edges, passage.id
        for id_ in (*passage.pair, *([passage.lesion] if passage.lesion else [])):
            assert id_ in known, passage.id


def test_no_passage_says_that_it_lights_nothing(atlas):
    built = build_article(atlas)["passages"]
    for passage in atlas.dataset["article"].values():
        assert "highlights nothing" not in passage.text + passage.plain, passage.id
        assert bool(built[passage.id]["says"]) == bool(passage.highlighted), passage.id


def test_the_layers_are_those_of_the_page():
    assert (LAYERS, SHOWS) == (controls.LAYERS, controls.SHOWS)


def test_plain_words_are_plain_and_nothing_doses_or_addresses_anyone(atlas):
    for passage in atlas.dataset["article"].values():
        assert longest(passage.plain) <= LONGEST, passage.id
        assert grade(passage.plain) <= GRADE, passage.id
        assert not DOSE.search(passage.plain + passage.text), passage.id


def test_no_sentence_of_a_passage_stands_in_a_claim(atlas):
    """Claims are the article's, passages are ours."""
    claims = " ".join(claim.claim for claim in atlas.dataset["article_claims"].values())
    for passage in atlas.dataset["article"].values():
        for sentence in SENTENCE.findall(passage.text):
            assert sentence.strip() not in claims


@pytest.mark.parametrize("voice", VOICES)
def test_the_page_has_each_passage_once_and_red_flags_ahead(atlas, voice):
    page = article(atlas, voice).to_plotly_json()
    spoken = json.dumps(page, default=lambda part: part.to_plotly_json(), ensure_ascii=False)
    marks = [spoken.find(f'"data-passage": "{id_}"') for id_ in atlas.dataset["article"]]
    assert marks == sorted(marks)
    assert 0 < spoken.find('"className": "flags"') < marks[0]
    for claim in atlas.dataset["article_claims"].values():
        assert spoken.count(claim.here) == 1 if claim.here else True


def test_sections_hold_every_passage_in_order(atlas):
    ids = [passage.id for _, own in sections(atlas) for passage in own]
    assert ids == [*atlas.dataset["article"]] == build_article(atlas)["order"]


def test_the_page_of_claims_holds_the_current_table():
    text = PAGE.read_text("utf-8")
    assert "<!-- claims -->" in text
    assert with_current_table(text) == text, "run python -m tests.support.claims_table"


def test_the_command_tells_the_same():
    done = CliRunner().invoke(main, ["article", "--data", str(TINY)])
    assert done.exit_code == 0
    assert (
        "| 2 | A ring always hurts the whole arm. | imprecise | A tight ring (`tight`) | Lesion: Narrow ring |"
        in done.output
    )
    rows = json.loads(CliRunner().invoke(main, ["article", "--data", str(TINY), "--json"]).output)
    assert [row["passage"] for row in rows] == ["gate", "tight"]


def test_lights_are_told_in_words(atlas):
    for passage in atlas.dataset["article"].values():
        for id_ in passage.highlighted:
            assert atlas.node(id_).name in display_text(atlas, passage)
