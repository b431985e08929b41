"""The questions with choices as a QTI 2.1 package: a zip archive with one file for each question.

QTI has versions that exclude each other. 2.1 is the one that most platforms import (Canvas, Blackboard, Brightspace,
OpenOlat, TAO); 3.0 is still rare, and converters lead from 2.1 to it.
"""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT
from atlas.export.fixed_zip import zip_of
from atlas.export.question_bank.choice_questions import ChoiceQuestion, choice_questions

Element = ElementTree.Element
_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_RESPONSE, _SCORE, _FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _xml(root: Element) -> bytes:
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _declare(item: Element, right: str) -> None:
    response = _add(item, "responseDeclaration", identifier=_RESPONSE, cardinality="single", baseType="identifier")
    _add(_add(response, "correctResponse"), "value", right)
    score = _add(item, "outcomeDeclaration", identifier=_SCORE, cardinality="single", baseType="float")
    _add(_add(score, "defaultValue"), "value", "0")
    _add(item, "outcomeDeclaration", identifier=_FEEDBACK, cardinality="single", baseType="identifier")


def _score(item: Element) -> None:
    """One point for the right choice, and the feedback of the choice that was made."""
    processing = _add(item, "responseProcessing")
    condition = _add(processing, "responseCondition")
    if_right = _add(condition, "responseIf")
    match = _add(if_right, "match")
    _add(match, "variable", identifier=_RESPONSE)
    _add(match, "correct", identifier=_RESPONSE)
    _add(_add(if_right, "setOutcomeValue", identifier=_SCORE), "baseValue", "1", baseType="float")
    otherwise = _add(condition, "responseElse")
    _add(_add(otherwise, "setOutcomeValue", identifier=_SCORE), "baseValue", "0", baseType="float")
    _add(_add(processing, "setOutcomeValue", identifier=_FEEDBACK), "variable", identifier=_RESPONSE)


def _item(asked: ChoiceQuestion, language: str) -> bytes:
    item = Element(
        "assessmentItem",
        {
            "xmlns": _QTI,
            "identifier": asked.id,
            "title": asked.title,
            "xml:lang": language,
            "adaptive": "false",
            "timeDependent": "false",
        },
    )
    names = {choice: f"choice_{number}" for number, choice in enumerate(asked.choices, 1)}
    _declare(item, next(name for choice, name in names.items() if choice.is_right))
    body = _add(item, "itemBody")
    if asked.given:
        findings = _add(body, "ul")
        for line in asked.given:
            _add(findings, "li", line)
    offered = _add(body, "choiceInteraction", responseIdentifier=_RESPONSE, shuffle="true", maxChoices="1")
    _add(offered, "prompt", asked.asked)
    for choice, name in names.items():
        _add(offered, "simpleChoice", choice.name, identifier=name)
    _score(item)
    for choice, name in names.items():
        said = _add(item, "modalFeedback", outcomeIdentifier=_FEEDBACK, identifier=name, showHide="show")
        for line in (choice.feedback, *asked.explanation):
            _add(said, "p", line)
    return _xml(item)


def _manifest(files: dict[str, str]) -> bytes:
    """`files`: id of a question → its file."""
    manifest = Element("manifest", {"xmlns": _PACKAGE, "identifier": "nerve-atlas-questions"})
    metadata = _add(manifest, "metadata")
    _add(metadata, "schema", "QTIv2.1 Package")
    _add(metadata, "schemaversion", "1.0.0")
    _add(manifest, "organizations")
    resources = _add(manifest, "resources")
    for id_, path in files.items():
        resource = _add(resources, "resource", identifier=f"file.{id_}", type="imsqti_item_xmlv2p1", href=path)
        _add(resource, "file", href=path)
    return _xml(manifest)


def qti_file(atlas: Atlas, side: str = RIGHT) -> bytes:
    """The package. It shows no side of the body, so that `side` changes nothing."""
    asked = list(choice_questions(atlas))
    paths = {question.id: f"items/{question.id}.xml" for question in asked}
    items = {paths[question.id]: _item(question, atlas.language) for question in asked}
    return zip_of({"imsmanifest.xml": _manifest(paths), **items})
