"""The files for learning platforms, as readers that are not ours read them."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from qti_convert import upgrade_package

from atlas import Atlas
from atlas.cli import main
from atlas.cli.questions import FORMATS, PRINTED
from atlas.export import extras
from atlas.export.question_bank.formats import WRITERS
from atlas.export.question_bank.gift import gift_file
from atlas.export.question_bank.moodle_xml import moodle_file
from atlas.export.question_bank.qti import qti_file
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.questions import CLICKED, questions
from atlas.reasoning.quiz.things import things
from tests.support.limbs import TINY
from tests.support.moodle_file import read
from tests.support.node import run_json

READ_GIFT = Path(__file__).parents[2] / "js" / "read-gift.js"
QTI3 = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"


@pytest.fixture
def with_choices(atlas: Atlas) -> list[Question]:
    return [one for one in questions(atlas.nerve_graph, atlas.lesions) if one.kind not in CLICKED]


def name_of(atlas: Atlas, id_: str) -> str:
    """The name of a node, or of what is none: a test, a day or a pair of places."""
    return ({**atlas.nodes, **things(atlas.dataset)})[id_].name


def assert_fair(atlas: Atlas, question: Question, right: str, wrong: list[str]) -> None:
    """Three different wrong choices, and a right one that the question bank calls right."""
    assert right in {name_of(atlas, id_) for id_ in question.right}, question.id
    assert len(set(wrong)) == len(wrong) == 3, question.id
    assert set(wrong) <= {name_of(atlas, id_) for id_ in question.wrong}, question.id


def test_a_parser_of_gift_reads_every_question(atlas: Atlas, with_choices: list[Question]) -> None:
    category, *parsed = run_json(READ_GIFT, {"text": gift_file(atlas).decode()})
    assert category["type"] == "Category" and category["title"].endswith(atlas.strings["deck.name"])
    assert len({one["title"] for one in parsed}) == len(parsed)
    for question, one in zip(with_choices, parsed, strict=True):
        assert one["type"] == "MC" and atlas.strings["deck.sources"] in one["globalFeedback"]["text"]
        right = [choice for choice in one["choices"] if choice["isCorrect"]]
        wrong = [choice for choice in one["choices"] if not choice["isCorrect"]]
        assert len(right) == 1 and all(choice["feedback"]["text"] for choice in one["choices"])
        assert_fair(atlas, question, right[0]["text"]["text"], [choice["text"]["text"] for choice in wrong])
        if question.about not in question.right:  # which the question must not name
            assert name_of(atlas, question.about) in one["stem"]["text"]


def test_signs_of_gift_in_a_text_stay_text(tiny: Atlas) -> None:
    nasty = r"a = b: {1} ~2 #3 \4 // ### ::"
    atlas = Atlas.load(TINY)
    atlas.strings["ask.nerve_of_muscle"] = nasty
    stems = [one["stem"]["text"] for one in run_json(READ_GIFT, {"text": gift_file(atlas).decode()})[1:]]
    assert nasty in stems


def test_a_converter_of_qti_reads_every_question(atlas: Atlas, with_choices: list[Question]) -> None:
    result = upgrade_package(io.BytesIO(qti_file(atlas)))
    items = {name: content for name, content in result.files.items() if name.startswith("items/")}
    assert len(items) == len(with_choices)
    for question in with_choices:
        id_ = question.id.replace("~", ".")
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", id_), "an identifier of the format"
        item = ElementTree.fromstring(items[f"items/{id_}.xml"])
        assert item.tag == f"{QTI3}qti-assessment-item" and item.get("identifier") == id_
        names = {one.get("identifier"): one.text for one in item.iter(f"{QTI3}qti-simple-choice")}
        value = item.findtext(f"{QTI3}qti-response-declaration/{QTI3}qti-correct-response/{QTI3}qti-value")
        assert_fair(atlas, question, names.pop(value), list(names.values()))
        said = {one.get("identifier") for one in item.iter(f"{QTI3}qti-modal-feedback")}
        assert said == {value, *names}


def test_the_manifest_lists_every_file_of_the_package(atlas: Atlas) -> None:
    with zipfile.ZipFile(io.BytesIO(qti_file(atlas))) as package:
        assert package.testzip() is None
        manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))
        listed = [file.get("href") for file in manifest.iter("{http://www.imsglobal.org/xsd/imscp_v1p1}file")]
        assert {"imsmanifest.xml", *listed} == set(package.namelist()) and len(set(listed)) == len(listed)


def test_moodle_gets_every_question_and_one_right_choice_for_each(atlas: Atlas, with_choices: list[Question]) -> None:
    _, choices = read(moodle_file(atlas))
    for question, one in zip(with_choices, choices, strict=True):
        assert one.findtext("idnumber") == question.id and one.findtext("single") == "true"
        right = [answer.findtext("text") for answer in one.findall("answer") if answer.get("fraction") == "100"]
        wrong = [answer.findtext("text") for answer in one.findall("answer") if answer.get("fraction") == "0"]
        assert len(right) == 1
        assert_fair(atlas, question, right[0], wrong)
        assert all(answer.findtext("feedback/text") for answer in one.findall("answer"))
        assert atlas.strings["deck.sources"] in one.findtext("generalfeedback/text")


def test_no_title_gives_the_answer_away(atlas: Atlas, with_choices: list[Question]) -> None:
    _, choices = read(moodle_file(atlas))
    for question, one in zip(with_choices, choices, strict=True):
        title = one.findtext("name/text")
        assert not any(name_of(atlas, id_) in title for id_ in (*question.right, question.about))


@pytest.mark.parametrize("format_name", WRITERS)
def test_the_same_atlas_gives_the_same_bytes(format_name: str) -> None:
    first, second = (WRITERS[format_name](Atlas.load(TINY), "right") for _ in range(2))
    assert first == second and len(first) > 500


def test_the_command_offers_every_format() -> None:
    assert (*WRITERS, PRINTED) == FORMATS


def asked(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["questions", "--data", str(TINY), *words])
    assert "Traceback" not in done.output
    return done.exit_code, done.output


@pytest.mark.parametrize("format_name", WRITERS)
def test_the_command_writes_a_file_in_place_of_an_earlier_one(tmp_path: Path, format_name: str) -> None:
    file = tmp_path / "questions"
    file.write_bytes(b"earlier")
    assert asked("--format", format_name, "-o", str(file))[0] == 0
    assert file.read_bytes() == WRITERS[format_name](Atlas.load(TINY), "right")
    assert list(tmp_path.iterdir()) == [file]


def test_the_command_says_why_it_cannot_write_and_keeps_the_earlier_file(tmp_path: Path, monkeypatch) -> None:
    code, output = asked("--format", "gift", "-o", str(tmp_path / "none" / "questions.txt"))
    assert code == 2 and "cannot write" in output
    file = tmp_path / "questions.txt"
    file.write_bytes(b"earlier")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    code, output = asked("--format", "gift", "-o", str(file))
    assert code == 2 and "No space left on device" in output
    assert file.read_bytes() == b"earlier" and list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--format", "scorm"], "'scorm' is not one of 'moodle', 'qti', 'gift'"),
        (["--format", "gift", "--lang", "xx"], "no language 'xx'; the languages are"),
        (["--format", "moodle", "--side", "both"], "'both' is not one of 'right', 'left'"),
    ],
)
def test_a_wrong_word_is_refused_with_the_right_ones(tmp_path: Path, words: list[str], reason: str) -> None:
    code, output = asked(*words, "-o", str(tmp_path / "file"))
    assert code == 2 and reason in output and not list(tmp_path.iterdir())


def test_the_questions_are_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    texts = {}
    for language in ("en", "de", "es"):
        file = tmp_path / language
        done = CliRunner().invoke(main, ["questions", "--format", "gift", "-o", str(file), "--lang", language])
        assert done.exit_code == 0, done.output
        texts[language] = file.read_text("utf-8")
    assert len(set(texts.values())) == 3
    assert len({text.count("::[plain]") for text in texts.values()}) == 1


def test_without_its_extra_only_the_pictures_cannot_be_made(tmp_path: Path, monkeypatch) -> None:
    def missing(name: str):
        raise ModuleNotFoundError(f"No module named '{name}'", name=name)

    monkeypatch.setattr(extras, "import_module", missing)
    code, output = asked("--format", "moodle", "-o", str(tmp_path / "file"))
    assert code == 2 and "pip install 'nerve-atlas[questions]'" in output
    assert asked("--format", "gift", "-o", str(tmp_path / "file"))[0] == 0
