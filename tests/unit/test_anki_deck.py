"""The deck as Anki itself reads it: every question is a card, and importing again updates cards and adds none."""

import html
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from click.testing import CliRunner
from shapely.geometry import Point, Polygon

from atlas import Atlas
from atlas.cli import main
from atlas.export import extras
from atlas.export.anki_deck import Deck
from atlas.export.cards_of_tests import cards_of_tests
from atlas.export.occlusion_cards import masked_views
from atlas.figures.svg_files import anchor_of, group_shapes, read_figure, view_box_size
from atlas.figures.unlabelled import clearest_view, unlabelled_svg
from atlas.reasoning.quiz.questions import questions
from atlas.reasoning.quiz.things import things
from atlas.web import static_files
from atlas.web.app import create_app
from tests.support.limbs import TINY

QUESTIONS, HIDDEN = "-tag:occlusion", "tag:occlusion"
"""Searches of Anki: the cards of the quiz, and those with hidden patches."""


@pytest.fixture(scope="module")
def deck(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("deck") / "deck.apkg"
    path.write_bytes(Deck(Atlas.load()).packed())
    return path


@pytest.fixture
def collection(tmp_path: Path):
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Collection, path: Path):
    request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    return collection.import_anki_package(request).log


def test_every_question_becomes_a_card(collection, deck: Path, atlas: Atlas) -> None:
    asked = {question.id: question for question in questions(atlas.nerve_graph, atlas.lesions)}
    cards = [card.id for card in cards_of_tests(atlas)]
    imported(collection, deck)
    notes = collection.find_notes(QUESTIONS)
    assert len(notes) == len(collection.find_cards(QUESTIONS)) == len(asked) + len(cards)
    named = {**atlas.nodes, **things(atlas.dataset)}
    for note_id in notes:
        note = collection.get_note(note_id)
        if {*note.tags} & {*cards}:
            continue
        question = next(asked[tag] for tag in note.tags if tag in asked)
        assert note["Question"] and note["Lit"] and atlas.strings["deck.sources"] in note["Sources"], question.id
        assert all(named[id_].name in note["Answer"] for id_ in question.right), question.id
        front = collection.get_card(note.card_ids()[0]).render_output().question_text
        hints = {named[id_].name for id_ in question.right} - {named[question.about].name}
        assert not any(re.search(rf"\b{re.escape(name)}\b", front) for name in hints), question.id


def test_every_mark_of_a_view_is_hidden_on_a_card_of_its_own(collection, deck: Path, atlas: Atlas) -> None:
    log = imported(collection, deck)
    views = {one.id: one for one in masked_views(atlas)}
    notes = [collection.get_note(id_) for id_ in collection.find_notes(HIDDEN)]
    assert len(notes) + len(collection.find_notes(QUESTIONS)) == len(log.new) == collection.note_count()
    assert len(notes) == len(views) > 10
    for note in notes:
        shown = views[next(tag for tag in note.tags if tag in views)]
        assert note.note_type()["originalStockKind"] == 6, "Anki opens it in its editor of masks"
        assert len(note.cards()) == len(shown.masks), shown.id
        assert atlas.strings["deck.sources"] in note["Back Extra"]
        rendered = note.cards()[0].render_output()
        assert 'class="cloze" data-ordinal="1" data-shape="polygon"' in rendered.question_text


def test_anki_reads_masks_that_cover_the_patches_and_their_marks(collection, deck: Path, atlas: Atlas) -> None:
    imported(collection, deck)
    views = {one.id: one for one in masked_views(atlas)}
    for id_ in collection.find_notes(HIDDEN):
        shown = views[next(tag for tag in collection.get_note(id_).tags if tag in views)]
        svg = read_figure(atlas, shown.view)
        width, height = map(float, view_box_size(svg))
        read = collection.get_image_occlusion_note(id_).note
        assert read.occlude_inactive
        hidden: dict[int, list[Polygon]] = {}
        for occlusion in read.occlusions:
            for shape in occlusion.shapes:
                properties = {one.name: one.value for one in shape.properties}
                points = [tuple(map(float, point.split(","))) for point in properties["points"].split(" ")]
                assert shape.shape == "polygon"
                assert float(properties["left"]) == min(x for x, _ in points)
                assert float(properties["top"]) == min(y for _, y in points)
                hidden.setdefault(occlusion.ordinal, []).append(
                    Polygon([(x * width, y * height) for x, y in points]).buffer(0)
                )
        anchors = {shape.get("data-node"): anchor_of(shape) for shape in group_shapes(svg, "skin")}
        for number, patches in enumerate(shown.masks.values(), 1):
            for patch in filter(anchors.get, patches):
                inside = {n for n, masks in hidden.items() if any(m.contains(Point(anchors[patch])) for m in masks)}
                assert inside == {number}, (shown.id, patch)


def test_every_study_and_every_test_of_the_examination_becomes_a_card(collection, deck: Path, atlas: Atlas) -> None:
    imported(collection, deck)
    notes = {tag: note for id_ in collection.find_notes("") for note in [collection.get_note(id_)] for tag in note.tags}
    for row in atlas.dataset["studies"].values():
        note = notes[f"study.{row.id}"]
        assert row.name in note["Question"] and row.stimulate not in note["Question"]
        assert all(html.escape(text) in note["Answer"] for text in (row.stimulate, row.record, row.shows)), row.id
        assert note["Lit"] and atlas.strings["deck.sources"] in note["Sources"], row.id
    for row in atlas.dataset["exam_tests"].values():
        note = notes[f"exam.{row.id}"]
        assert all(html.escape(text) in note["Answer"] for text in (row.how, row.positive, row.means)), row.id
        assert bool(note["Lit"]) == bool(row.targets or row.roots), row.id


@pytest.mark.parametrize(
    ("study", "roots"), [("sural_sensory", "S1"), ("femoral_motor_vm", "L3"), ("h_reflex_soleus", "S1")]
)
def test_the_card_of_a_study_names_its_roots(atlas: Atlas, study: str, roots: str) -> None:
    [card] = [card for card in cards_of_tests(atlas) if card.about == study and card.kind == "study"]
    assert roots in card.answer[atlas.strings["deck.roots"]].split(", ")


def test_importing_again_adds_nothing(collection, deck: Path) -> None:
    imported(collection, deck)
    again = imported(collection, deck)
    assert not again.new and len(again.duplicate) == collection.note_count()


def test_a_newer_deck_updates_its_cards_and_duplicates_none(
    collection, deck: Path, tmp_path: Path, monkeypatch
) -> None:
    first = imported(collection, deck)
    atlas, newer = Atlas.load(), tmp_path / "newer.apkg"
    atlas.strings["ask.or"] = "or else"
    entry = atlas.dataset.edition["released"]
    monkeypatch.setitem(atlas.dataset.edition, "released", entry.model_copy(update={"value": "2033-05-18"}))
    newer.write_bytes(Deck(atlas).packed())
    again = imported(collection, newer)
    assert not again.new and len(again.updated) == len(first.new) == collection.note_count()
    assert any("or else" in collection.get_note(id_)["Answer"] for id_ in collection.find_notes(QUESTIONS))


def test_every_picture_on_a_card_is_in_the_file(deck: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(deck) as file:
        named = re.findall(r'"([^"]+\.svg)"', file.read("media").decode())
        # read as a database, in which a long field is spread over several pages
        with closing(sqlite3.connect(file.extract("collection.anki2", tmp_path))) as database:
            notes = " ".join(fields for (fields,) in database.execute("SELECT flds FROM notes"))
    assert named and set(re.findall(r"nerve-atlas-[0-9a-f]{16}\.svg", notes)) == set(named)


def test_the_figure_of_a_question_does_not_contain_the_answer(atlas: Atlas) -> None:
    for territory in atlas.dataset["territories"]:
        view = clearest_view(atlas, [territory])
        assert view, territory
        drawn = unlabelled_svg(atlas, view, [territory])
        assert "<text" not in drawn and not any(f">{root}<" in drawn for root in atlas.dataset["roots"])
        assert drawn.count(atlas.dataset["themes"]["lit"].light) == 1


def test_the_command_writes_a_deck_or_says_why_it_cannot(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["deck", "-o", str(tmp_path / "tiny.apkg"), "--data", str(TINY)])
    assert done.exit_code == 0 and zipfile.is_zipfile(tmp_path / "tiny.apkg"), done.output
    done = CliRunner().invoke(main, ["deck", "-o", str(tmp_path / "none" / "deck.apkg")])
    assert done.exit_code == 2 and "cannot write" in done.output and "Traceback" not in done.output


def test_without_its_extra_the_command_says_what_to_install(tmp_path: Path, monkeypatch) -> None:
    def missing(name: str):
        raise ModuleNotFoundError(f"No module named '{name}'", name=name)

    monkeypatch.setattr(extras, "import_module", missing)
    done = CliRunner().invoke(main, ["deck", "-o", str(tmp_path / "deck.apkg"), "--data", str(TINY)])
    assert done.exit_code == 2
    assert done.output == "nerve-atlas: An Anki deck needs the package genanki: pip install 'nerve-atlas[deck]'\n"


def test_without_its_extra_the_page_offers_no_deck(monkeypatch) -> None:
    monkeypatch.setattr(static_files, "find_spec", lambda name: None)
    client = create_app(TINY).server.test_client()
    assert ".apkg" not in client.get("/").text
    answer = client.get("/data/nerve-atlas-en.apkg")
    assert answer.status_code == 501 and "pip install 'nerve-atlas[deck]'" in answer.text


def test_the_page_offers_a_deck_in_each_language() -> None:
    client = create_app(TINY).server.test_client()
    assert "./data/nerve-atlas-en.apkg" in client.get("/").text
    assert "../data/nerve-atlas-de.apkg" in client.get("/de/").text
    assert client.get("/data/nerve-atlas-de.apkg").status_code == 200
