"""All questions as Moodle XML: choices, and names that are dragged to a picture of the body (`ddmarker`)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT, check_side, on_side
from atlas.export.question_bank.body_picture import body_picture
from atlas.export.question_bank.choice_questions import ChoiceQuestion, choice_questions
from atlas.export.question_bank.marker_questions import MarkerQuestion, marker_questions
from atlas.export.question_bank.wording import Wording, about, category
from atlas.export.xml_elements import Element, add

_PENALTY = "0.3333333"


def _text(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    """An element whose text Moodle expects in an element `text`."""
    element = add(parent, tag, **attributes)
    add(element, "text", text)
    return element


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def _begin(quiz: Element, kind: str, id_: str, title: str, asked: Iterable[str], explained: Iterable[str]) -> Element:
    question = add(quiz, "question", type=kind)
    _text(question, "name", title)
    _text(question, "questiontext", _paragraphs(asked), format="html")
    _text(question, "generalfeedback", _paragraphs(explained), format="html")
    add(question, "defaultgrade", "1")
    add(question, "penalty", _PENALTY)
    add(question, "hidden", "0")
    add(question, "idnumber", id_)
    return question


def _tags(question: Element, tags: Iterable[str]) -> None:
    listed = add(question, "tags")
    for tag in tags:
        _text(listed, "tag", tag)


def _add_choices(quiz: Element, asked: ChoiceQuestion) -> None:
    lines = (asked.asked, *asked.given)
    question = _begin(quiz, "multichoice", asked.id, asked.title, lines, asked.explanation)
    add(question, "single", "true")
    add(question, "shuffleanswers", "true")
    add(question, "answernumbering", "abc")
    for choice in asked.choices:
        fraction = "100" if choice.is_right else "0"
        answer = _text(question, "answer", escape(choice.name, quote=False), fraction=fraction, format="html")
        _text(answer, "feedback", escape(choice.feedback, quote=False), format="html")
    _tags(question, asked.tags)


def _add_markers(quiz: Element, asked: MarkerQuestion, wording: Wording, side: str) -> None:
    atlas, words = wording.atlas, wording.words
    view = atlas.dataset.views[asked.view]
    map_name = atlas.dataset.dermatome_maps[atlas.default_map].name
    lead = words[f"bank.drag.{asked.kind}"].replace("{map}", map_name)
    lines = [lead, words["bank.drag.some"] if asked.others else "", on_side(view.describe, side)]
    explained = [f"{wording.name(name)}: {', '.join(map(wording.name, skin))}" for name, skin in asked.patches.items()]
    title = f"{words[f'quiz.kind.{asked.kind}']}: {on_side(view.name, side)} {asked.number}"
    explained.append(wording.sources(asked.rows))
    question = _begin(quiz, "ddmarker", asked.id, title, filter(None, lines), explained)
    add(question, "shuffleanswers")
    add(question, "showmisplaced")
    for tag in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        _text(question, tag, "", format="html")
    add(question, "shownumcorrect")
    picture = b64encode(body_picture(atlas, asked.view, side)).decode()
    add(question, "file", picture, name=f"{asked.view}_{side}.png", path="/", encoding="base64")
    names = [*asked.zones, *asked.others]
    for number, name in enumerate(names, 1):
        drag = add(question, "drag")
        add(drag, "no", str(number))
        add(drag, "text", wording.name(name))
        add(drag, "noofdrags", "1")
    for number, zone in enumerate(asked.zones.values(), 1):
        drop = add(question, "drop")
        add(drop, "no", str(number))
        add(drop, "shape", "polygon")
        add(drop, "coords", ";".join(f"{x},{y}" for x, y in zone))
        add(drop, "choice", str(number))
    _tags(question, (asked.kind, asked.view))


def moodle_file(atlas: Atlas, side: str = RIGHT) -> bytes:
    """The file, with pictures of one side of the body. Raises MissingExtra without Pillow, ValueError for a side."""
    check_side(side)
    quiz, wording = Element("quiz"), Wording(atlas)
    first = add(quiz, "question", type="category")
    _text(first, "category", category(atlas))
    _text(first, "info", about(atlas), format="plain_text")
    for asked in choice_questions(atlas):
        _add_choices(quiz, asked)
    for dragged in marker_questions(atlas, side):
        _add_markers(quiz, dragged, wording, side)
    ElementTree.indent(quiz)
    return ElementTree.tostring(quiz, encoding="UTF-8", xml_declaration=True) + b"\n"
