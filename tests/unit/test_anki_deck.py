"""The deck, read by Anki itself: every question a card, nothing doubled, what changed is changed."""

import re
import zipfile
from pathlib import Path

import genanki
import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.export.anki_deck import Deck
from atlas.figures.unlabelled import clearest_view, unlabelled_svg
from atlas.reasoning.quiz.questions import questions
from tests.support.limbs import TINY


@pytest.fixture(scope="module")
def deck(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("deck") / "deck.apkg"
    Deck(Atlas.load()).write(path)
    return path


@pytest.fixture
def collection(tmp_path: Path):
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def taken_in(collection: Collection, path: Path):
    asked = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    return collection.import_anki_package(asked).log


def test_every_question_becomes_a_card(collection, deck: Path, atlas: Atlas) -> None:
    asked = {question.id: question for question in questions(atlas.nerve_graph, atlas.lesions)}
    assert len(taken_in(collection, deck).new) == collection.card_count() == len(asked)
    for note_id in collection.find_notes(""):
        note = collection.get_note(note_id)
        question = next(asked[tag] for tag in note.tags if tag in asked)
        assert note["Question"] and note["Lit"] and atlas.strings["deck.sources"] in note["Sources"], question.id
        assert all(atlas.node(id_).name in note["Answer"] for id_ in question.right), question.id
        front = collection.get_card(note.card_ids()[0]).render_output().question_text
        given_away = {atlas.node(id_).name for id_ in question.right} - {atlas.node(question.about).name}
        assert not any(re.search(rf"\b{re.escape(name)}\b", front) for name in given_away), question.id


def test_importing_again_adds_nothing(collection, deck: Path) -> None:
    taken_in(collection, deck)
    again = taken_in(collection, deck)
    assert not again.new and len(again.duplicate) == collection.note_count()


def test_a_newer_deck_changes_its_cards_and_doubles_none(collection, deck: Path, tmp_path: Path, monkeypatch) -> None:
    first = taken_in(collection, deck)
    atlas, newer = Atlas.load(), tmp_path / "newer.apkg"
    atlas.strings["ask.or"] = "or else"
    write = genanki.Package.write_to_file
    monkeypatch.setattr(genanki.Package, "write_to_file", lambda package, path: write(package, path, timestamp=2e9))
    Deck(atlas).write(newer)
    again = taken_in(collection, newer)
    assert not again.new and len(again.updated) == len(first.new) == collection.note_count()
    assert any("or else" in collection.get_note(id_)["Answer"] for id_ in collection.find_notes(""))


def test_every_picture_on_a_card_is_in_the_file(deck: Path) -> None:
    with zipfile.ZipFile(deck) as file:
        named = re.findall(r'"([^"]+\.svg)"', file.read("media").decode())
        notes = file.read("collection.anki2").decode("utf-8", "ignore")
    assert named and set(re.findall(r"nerve-atlas-[0-9a-f]{16}\.svg", notes)) == set(named)


def test_a_bare_figure_gives_nothing_away(atlas: Atlas) -> None:
    for territory in atlas.dataset["territories"]:
        view = clearest_view(atlas, [territory])
        assert view, territory
        drawn = unlabelled_svg(atlas, view, [territory])
        assert "<text" not in drawn and not any(f">{root}<" in drawn for root in atlas.dataset["roots"])
        assert drawn.count(atlas.dataset["themes"]["lit"].light) == 1


def test_the_command_writes_a_deck_and_says_why_it_cannot(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["deck", "-o", str(tmp_path / "tiny.apkg"), "--data", str(TINY)])
    assert done.exit_code == 0 and zipfile.is_zipfile(tmp_path / "tiny.apkg"), done.output
    done = CliRunner().invoke(main, ["deck", "-o", str(tmp_path / "none" / "deck.apkg")])
    assert done.exit_code == 2 and "cannot write" in done.output and "Traceback" not in done.output
