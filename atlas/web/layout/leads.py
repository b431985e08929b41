"""The one sentence that answers first what a thing does, made from its row and from what it supplies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from atlas.api import Atlas, Node
from atlas.web.layout.main_supply import (
    affected,
    key_muscles,
    main_roots,
    muscles_of_nerve,
    muscles_of_root,
    skin_of_nerve,
)

MOST_MOVES, MOST_OTHER_MOVES, MOST_SKIN = 3, 2, 2
LEAST_WORDS = 3
"""Fewer words, such as "Rare." of a condition or "the skin", do not answer anything."""
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s")
_STOPS = ".!?"


def sentence(text: str) -> str:
    """The first sentence of a text, or the part before its first semicolon, finished.

    >>> sentence("flexes the hip; turns it out. More.")
    'Flexes the hip.'
    """
    return _finished(_SENTENCE_END.split(text.strip(), maxsplit=1)[0].rstrip("; "))


def _finished(text: str) -> str:
    """A text with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith(tuple(_STOPS)) else ".")


def joined(words: dict[str, str], items: Iterable[str], key: str = "answer.and") -> str:
    """Items as "a, b and c"; with the key `answer.clauses` as "a, b, and c", since clauses may contain "and"."""
    *first, last = items
    return words[key].format(first=", ".join(first), last=last) if first else last


def _is_said(clause: str, said: list[str]) -> bool:
    """Whether one that was said already has half of the words of a clause."""
    new = set(clause.replace(",", "").split())
    return any(2 * len(new & set(other.replace(",", "").split())) >= len(new) for other in said)


def _moves(atlas: Atlas, muscles: Iterable[str]) -> list[str]:
    """What the main muscles of a list do: the key muscles if there are any, otherwise the first ones."""
    all_ = list(muscles)
    key = [id_ for id_ in all_ if id_ in set(key_muscles(atlas))]
    most = MOST_MOVES if key else MOST_OTHER_MOVES
    said: list[str] = []
    for id_ in key or all_:
        action = atlas.dataset.muscles[id_].action
        first = action.partition(",")[0]
        clause = first if " " in first else action  # "flexes, abducts and turns the hip" is one clause
        if clause and not _is_said(clause, said):
            said.append(clause)
    return said[:most]


def _short(skin: str) -> str:
    """A description of skin up to its first comma, unless too little would be left, as of a relative clause."""
    first = skin.partition(",")[0]
    return first if len(first.split()) >= LEAST_WORDS else skin


def _moves_and_feels(atlas: Atlas, muscles: Iterable[str], skin: Iterable[str]) -> str:
    words = atlas.strings
    found = _moves(atlas, muscles)
    moves = joined(words, found, "answer.clauses") if found else ""
    most = 1 if len(found) > 1 else MOST_SKIN
    patches = [_short(atlas.dataset.territories[id_].plain) for id_ in skin][:most]
    felt = joined(words, patches, "answer.clauses") if patches else ""
    if moves and felt:
        return words["answer.lead.both"].format(moves=moves, skin=felt)
    return moves or (words["answer.lead.feels"].format(skin=felt) if felt else "")


def _root(atlas: Atlas, node: Node) -> str:
    row: Any = node.row
    return _moves_and_feels(atlas, muscles_of_root(atlas, node.id), [row.key_point] if row.key_point else [])


def _nerve(atlas: Atlas, node: Node) -> str:
    said = _moves_and_feels(atlas, muscles_of_nerve(atlas, node.id), skin_of_nerve(atlas, node.id))
    if said:
        return said
    nerve = atlas.dataset.nerves[getattr(node.row, "nerve", node.id)]
    return atlas.strings["answer.lead.carries"].format(what=atlas.strings[f"modality.{nerve.modality}"])


def _muscle(atlas: Atlas, node: Node) -> str:
    return atlas.dataset.muscles[node.id].action


def _territory(atlas: Atlas, node: Node) -> str:
    row: Any = node.row
    edges = atlas.nerve_graph.innervation_by_target.get(node.id, ())
    nerves = {atlas.dataset.segments[edge.branch].nerve for edge in edges if edge.main}
    key = "answer.lead.skin.one" if len(nerves) == 1 else "answer.lead.skin.many"
    return atlas.strings[key].format(skin=row.plain, n=len(nerves)) if nerves else row.plain


def _reflex(atlas: Atlas, node: Node) -> str:
    return atlas.strings["answer.lead.reflex"].format(roots=joined(atlas.strings, main_roots(atlas, node.id)))


def _site(atlas: Atlas, node: Node) -> str:
    row: Any = node.row
    if not row.on:
        return row.where
    words, found = atlas.strings, affected(atlas, node)
    counts = [
        words[f"count.{kind}.one"] if len(ids) == 1 else words[f"count.{kind}.many"].format(n=len(ids))
        for kind, ids in zip(("muscle", "territory", "reflex"), found, strict=True)
        if ids and not (kind == "territory" and set(row.on) & set(atlas.dataset.roots))
    ]
    return words["answer.lead.site"].format(what=joined(words, counts)) if counts else row.where


def _condition(atlas: Atlas, node: Node) -> str:
    row: Any = node.row
    said = _SENTENCE_END.split(row.discriminators or row.sensory or row.motor)
    return next((text for text in said if len(text.split()) >= LEAST_WORDS), said[0])


_LEADS: dict[str, Callable[[Atlas, Node], str]] = {
    "root": _root,
    "nerve": _nerve,
    "segment": _nerve,
    "muscle": _muscle,
    "reflex": _reflex,
    "territory": _territory,
    "site": _site,
    "condition": _condition,
}


def lead(atlas: Atlas, id_: str) -> str:
    """What a thing does or is, in one sentence that ends with a full stop."""
    node = atlas.node(id_)
    if node.kind in ("root", "nerve", "segment"):
        return _finished(_LEADS[node.kind](atlas, node) or node.name)
    return sentence(_LEADS[node.kind](atlas, node) or node.name)
