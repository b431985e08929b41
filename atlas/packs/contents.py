"""Compares what a pack says with what the atlas knows. The file has the structure of a pack."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from atlas.packs.known import DENIED, FINDINGS, NODE, NODES, TEXT
from atlas.packs.problem import PackProblem, nearest, unknown

Path = tuple[str | int, ...]
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_GRADE = re.compile(r"[0-5][+-]?")
_SEVERAL = ("show", "maps")
"""Keys of a view with values from a list that can have several."""
_NEEDED = {"tours": ("title",), "steps": ("title", "text"), "cases": ("title", "story", "place", "explanation"),
           "quizzes": ("title",)}  # fmt: skip


@dataclass(frozen=True)
class Knowledge:
    """What the atlas knows. `given`: as `atlas.packs.known.known`; `kinds`: node → its kind."""

    given: Mapping[str, Any]
    kinds: Mapping[str, str]
    questions: Callable[[], Collection[str]]

    def of_kind(self, kind: str) -> list[str]:
        """The ids of a kind."""
        return [id_ for id_, own in self.kinds.items() if own == kind]


def content_problems(pack: Mapping[str, Any], known: Knowledge) -> Iterator[PackProblem]:
    """Everything that is wrong in the texts, views, findings and questions of a pack."""
    yield from _text_problems(pack, ())
    if not any(pack.get(kind) for kind in ("tours", "cases", "quizzes")):
        yield PackProblem((), "empty")
    if not pack["title"].strip() and pack["title"]:
        yield PackProblem(("title",), "blank")
    for path, entry in _entries(pack):
        yield from (
            PackProblem((*path, name), "blank")
            for name in _NEEDED[str(path[-2])]
            if entry[name] and not entry[name].strip()
        )
        if path[-2] == "steps":
            yield from view_problems(entry.get("state", ""), (*path, "state"), known)
        if path[-2] == "cases":
            yield from _case_problems(entry, path, known)
        if path[-2] == "quizzes":
            for number, question in enumerate(entry["questions"]):
                yield from _question_problems(question, (*path, "questions", number), known)


def _entries(pack: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for kind in ("tours", "cases", "quizzes"):
        for number, entry in enumerate(pack.get(kind, ())):
            yield (kind, number), entry
            for at, step in enumerate(entry.get("steps", ())):
                yield (kind, number, "steps", at), step


def _text_problems(value: object, path: Path) -> Iterator[PackProblem]:
    if isinstance(value, str):
        if found := _CONTROL.search(value):
            yield PackProblem(path, "control", {"code": f"U+{ord(found[0]):04X}"})
        if found := _TAG.search(value):
            yield PackProblem(path, "html", {"value": found[0]})
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from _text_problems(one, (*path, name))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _text_problems(one, (*path, number))


def view_problems(view: str, path: Path, known: Knowledge) -> Iterator[PackProblem]:
    """What is wrong in a view: the query of an address of the atlas."""
    if not view:
        return
    if not view.startswith("?"):
        yield PackProblem(path, "view", {"value": view})
        return
    rules = known.given["state"]
    for key, value in parse_qsl(view[1:], keep_blank_values=True):
        rule = rules.get(key)
        if rule is None:
            near = nearest(key, rules)
            yield PackProblem(path, "key.near" if near else "key", {"value": key, **({"near": near} if near else {})})
        elif rule == FINDINGS:
            for item in filter(None, value.split(",")):
                yield from finding_problems(item, path, known)
        elif rule in (NODE, NODES):
            ids = value.split(",") if rule == NODES else [value]
            yield from (unknown(path, "node", id_, known.kinds) for id_ in ids if id_ and id_ not in known.kinds)
        elif rule != TEXT and value:
            wrong = [one for one in (value.split(",") if key in _SEVERAL else [value]) if one not in rule]
            yield from (_value_problem(path, key, one, rule) for one in wrong)


def _value_problem(path: Path, key: str, value: str, rule: list[str]) -> PackProblem:
    near = nearest(value, rule)
    values = {"key": key, "value": value, **({"near": near} if near else {})}
    return PackProblem(path, "value.near" if near else "value", values)


def finding_problems(item: str, path: Path, known: Knowledge) -> Iterator[PackProblem]:
    """What is wrong in a finding, which is written as in the address: weak:MUSCLE:GRADE, reflex:REFLEX:reduced."""
    sign, name, detail, *more = [*item.split(":"), "", ""]
    given = known.given
    form = PackProblem(path, "finding", {"value": item})
    if not name or any(more):
        yield form
    elif sign in given["signs"] or sign == "reflex":
        ids = known.of_kind(given["signs"].get(sign, "reflex"))
        if name not in ids:
            yield unknown(path, "node", name, ids)
        details = given["reflex"] if sign == "reflex" else [""]
        is_grade = sign == "weak" and _GRADE.fullmatch(detail)
        if detail not in details and not is_grade:
            yield form
    elif sign == "clue":
        if detail:
            yield form
        id_ = name.removeprefix(DENIED)
        if id_ not in given["clues"]:
            yield unknown(path, "clue", id_, given["clues"])
    elif sign in ("study", "emg"):
        ids = given["studies"] if sign == "study" else known.of_kind("muscle")
        if name not in ids:
            yield unknown(path, sign, name, ids)
        if detail not in given["study_results" if sign == "study" else "needle_results"]:
            yield form
    elif not (
        (sign == "day" and re.fullmatch("[0-9]{1,4}", name) and int(name) <= given["last_day"] and not detail)
        or (sign == "injury" and name in given["injuries"] and not detail)
    ):
        yield form


def _case_problems(case: Mapping[str, Any], path: Path, known: Knowledge) -> Iterator[PackProblem]:
    for number, item in enumerate(case["findings"]):
        if item:
            yield from finding_problems(item, (*path, "findings", number), known)
    place, sites = case["place"], known.given["sites"]
    if place.strip() and place not in sites:
        yield unknown((*path, "place"), "site", place, sites)


def _question_problems(question: Mapping[str, Any], path: Path, known: Knowledge) -> Iterator[PackProblem]:
    ask, choices, right = question.get("ask", ""), question.get("choices", []), question.get("right", [])
    text = question.get("text", "")
    if ask:
        if text or choices:
            yield PackProblem(path, "question.both")
        elif ask not in (ids := known.questions()):
            yield unknown((*path, "ask"), "question", ask, sorted(ids))
        return
    if not text.strip():
        yield PackProblem((*path, "text"), "blank")
    if len(choices) < 2:
        yield PackProblem((*path, "choices"), "choices", {"n": len(choices)})
    if len(set(choices)) < len(choices):
        yield PackProblem((*path, "choices"), "twice")
    if not right:
        yield PackProblem((*path, "right"), "right")
    for n in right:
        if not 1 <= n <= len(choices):
            yield PackProblem((*path, "right"), "right.number", {"value": n, "n": len(choices)})
    yield from view_problems(question.get("state", ""), (*path, "state"), known)
