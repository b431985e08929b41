"""The questions with choices as a QTI 2.1 package: a zip archive with one file for each question.

QTI has versions that exclude each other. 2.1 is the one that most platforms import (Canvas, Blackboard, Brightspace,
OpenOlat, TAO); 3.0 is still rare, and converters lead from 2.1 to it.
"""

from __future__ import annotations

import re

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT
from atlas.export.fixed_zip import zip_of
from atlas.export.question_bank.choice_questions import ChoiceQuestion, choice_questions
from atlas.export.xml_elements import Element, add, xml_file

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_RESPONSE, _SCORE, _FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"


def _name(id_: str) -> str:
    """An id as the format allows it: letters, digits, points, underscores and hyphens."""
    return re.sub(r"[^\w.-]", ".", id_)


def _declare(item: Element, right: str) -> None:
    response = add(item, "responseDeclaration", identifier=_RESPONSE, cardinality="single", baseType="identifier")
    add(add(response, "correctResponse"), "value", right)
    score = add(item, "outcomeDeclaration", identifier=_SCORE, cardinality="single", baseType="float")
    add(add(score, "defaultValue"), "value", "0")
    add(item, "outcomeDeclaration", identifier=_FEEDBACK, cardinality="single", baseType="identifier")


def _score(item: Element) -> None:
    """One point for the right choice, and the feedback of the choice that was made."""
    processing = add(item, "responseProcessing")
    condition = add(processing, "responseCondition")
    if_right = add(condition, "responseIf")
    match = add(if_right, "match")
    add(match, "variable", identifier=_RESPONSE)
    add(match, "correct", identifier=_RESPONSE)
    add(add(if_right, "setOutcomeValue", identifier=_SCORE), "baseValue", "1", baseType="float")
    otherwise = add(condition, "responseElse")
    add(add(otherwise, "setOutcomeValue", identifier=_SCORE), "baseValue", "0", baseType="float")
    add(add(processing, "setOutcomeValue", identifier=_FEEDBACK), "variable", identifier=_RESPONSE)


def _item(asked: ChoiceQuestion, language: str) -> bytes:
    item = Element(
        "assessmentItem",
        {
            "xmlns": _QTI,
            "identifier": _name(asked.id),
            "title": asked.title,
            "xml:lang": language,
            "adaptive": "false",
            "timeDependent": "false",
        },
    )
    names = {choice: f"choice_{number}" for number, choice in enumerate(asked.choices, 1)}
    _declare(item, next(name for choice, name in names.items() if choice.is_right))
    body = add(item, "itemBody")
    if asked.given:
        findings = add(body, "ul")
        for line in asked.given:
            add(findings, "li", line)
    offered = add(body, "choiceInteraction", responseIdentifier=_RESPONSE, shuffle="true", maxChoices="1")
    add(offered, "prompt", asked.asked)
    for choice, name in names.items():
        add(offered, "simpleChoice", choice.name, identifier=name)
    _score(item)
    for choice, name in names.items():
        said = add(item, "modalFeedback", outcomeIdentifier=_FEEDBACK, identifier=name, showHide="show")
        for line in (choice.feedback, *asked.explanation):
            add(said, "p", line)
    return xml_file(item)


def _manifest(files: dict[str, str]) -> bytes:
    """`files`: id of a question → its file."""
    manifest = Element("manifest", {"xmlns": _PACKAGE, "identifier": "nerve-atlas-questions"})
    metadata = add(manifest, "metadata")
    add(metadata, "schema", "QTIv2.1 Package")
    add(metadata, "schemaversion", "1.0.0")
    add(manifest, "organizations")
    resources = add(manifest, "resources")
    for id_, path in files.items():
        resource = add(resources, "resource", identifier=f"file.{_name(id_)}", type="imsqti_item_xmlv2p1", href=path)
        add(resource, "file", href=path)
    return xml_file(manifest)


def qti_file(atlas: Atlas, side: str = RIGHT) -> bytes:
    """The package. It shows no side of the body, so that `side` changes nothing."""
    asked = list(choice_questions(atlas))
    paths = {question.id: f"items/{_name(question.id)}.xml" for question in asked}
    items = {paths[question.id]: _item(question, atlas.language) for question in asked}
    return zip_of({"imsmanifest.xml": _manifest(paths), **items})
