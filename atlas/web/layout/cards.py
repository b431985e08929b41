"""The card of each thing: the facts in its row and in the rows about it, each with its evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash import html

from atlas.api import Atlas, Node
from atlas.web.layout.card_tables import contribution_table, innervation_table, map_table, measure_table
from atlas.web.layout.evidence import doubt, evidence_mark, public_note
from atlas.web.layout.joints import joint_table
from atlas.web.layout.links import links
from atlas.web.layout.people_differ import people_differ
from atlas.web.layout.together import another_button, another_hint

Fact = tuple[str, object]


def fact_list(words: dict[str, str], pairs: list[Fact]) -> html.Dl:
    """A list of labelled facts, without empty ones. The labels are the strings `field.<label>`."""
    shown = [html.Div([html.Dt(words[f"field.{label}"]), html.Dd(value)]) for label, value in pairs if value]
    return html.Dl(shown, className="facts")


def _columns(atlas: Atlas, node: Node, *columns: str) -> list[Fact]:
    row: Any = node.row
    found: list[Fact] = []
    for column in columns:
        value = getattr(row, column)
        text = "; ".join(value) if isinstance(value, tuple) else value
        found.append((column, [text, *doubt(atlas.strings, row, column)] if text else None))
    return found


def _roots(atlas: Atlas, node: Node) -> Fact:
    row: Any = node.row
    return "roots", [links(atlas, row.roots), *doubt(atlas.strings, row, "roots")] if row.roots else None


def _main_roots(atlas: Atlas, node: Node) -> Fact:
    row: Any = node.row
    differs = row.main_roots and set(row.main_roots) != set(row.roots)
    return "main_roots", [links(atlas, row.main_roots), *doubt(atlas.strings, row, "main_roots")] if differs else None


def _root(atlas: Atlas, node: Node) -> list:
    row: Any = node.row
    pairs = [
        *_columns(atlas, node, "plain", "exit"),
        ("key_point", links(atlas, [row.key_point] if row.key_point else [])),
        ("key_muscles", links(atlas, row.key_muscles)),
    ]
    return [fact_list(atlas.strings, pairs), contribution_table(atlas, node.id)]


def _nerve(atlas: Atlas, node: Node) -> list:
    row: Any = node.row
    own = atlas.nerve_graph.segments_of[node.id]
    pairs = [
        *_columns(atlas, node, "course", "vulnerable"),
        ("modality", [atlas.strings[f"modality.{row.modality}"], *doubt(atlas.strings, row, "modality")]),
        _roots(atlas, node),
        _main_roots(atlas, node),
        ("part_of", links(atlas, [row.part_of] if row.part_of else [])),
        ("stretches", links(atlas, own) if own != (node.id,) else None),
    ]
    return [fact_list(atlas.strings, pairs), joint_table(atlas, node.id)]


def _segment(atlas: Atlas, node: Node) -> list:
    row: Any = node.row
    pairs = [
        ("nerve", links(atlas, [row.nerve])),
        ("level", atlas.dataset.levels[row.level].name),
        ("upstream", links(atlas, row.upstream)),
    ]
    return [fact_list(atlas.strings, pairs)]


def _muscle(atlas: Atlas, node: Node) -> list:
    action, test, weakness = _columns(atlas, node, "action", "test", "weakness")
    pairs = [action, ("tested", test[1]), weakness, _roots(atlas, node), _main_roots(atlas, node)]
    return [fact_list(atlas.strings, pairs), innervation_table(atlas, node.id), measure_table(atlas, node.id)]


def _reflex(atlas: Atlas, node: Node) -> list:
    row: Any = node.row
    pairs = [
        *_columns(atlas, node, "meaning"),
        _roots(atlas, node),
        _main_roots(atlas, node),
        ("muscles", links(atlas, row.muscles)),
    ]
    return [fact_list(atlas.strings, pairs), innervation_table(atlas, node.id)]


def _territory(atlas: Atlas, node: Node) -> list:
    return [
        fact_list(atlas.strings, _columns(atlas, node, "plain")),
        innervation_table(atlas, node.id),
        map_table(atlas, node.id),
    ]


def _site(atlas: Atlas, node: Node) -> list:
    row: Any = node.row
    pairs = [
        *_columns(atlas, node, "where"),
        ("standing", atlas.strings[f"standing.{row.standing}"]),
        ("on", links(atlas, row.on)),
    ]
    return [fact_list(atlas.strings, pairs)]


_CONDITION_COLUMNS = (
    *("sensory", "motor", "reflex", "aggravating", "easing", "discriminators"),
    *("tests", "imaging", "electrodiagnosis", "treatment"),
)


def _condition(atlas: Atlas, node: Node) -> list:
    row: Any = node.row
    pairs = [("sites", links(atlas, row.sites)), *_columns(atlas, node, *_CONDITION_COLUMNS)]
    return [fact_list(atlas.strings, pairs)]


_BODY: dict[str, Callable[[Atlas, Node], list]] = {
    "root": _root,
    "nerve": _nerve,
    "segment": _segment,
    "muscle": _muscle,
    "reflex": _reflex,
    "territory": _territory,
    "site": _site,
    "condition": _condition,
}


def head(atlas: Atlas, id_: str) -> html.Div:
    """The name of a thing, and its kind. The name is first; the style sheet shows the kind above it.

    A condition has a page of its own; everything else can be shown together with another thing.
    """
    node = atlas.node(id_)
    kind = html.P(atlas.strings[f"kind.{node.kind}"], className="kind")
    parts = [kind] if node.kind == "condition" else [another_button(atlas), kind, another_hint(atlas)]
    return html.Div([html.H2(node.name, tabIndex=-1), *parts], className=f"head {node.kind}")


def _other_names(atlas: Atlas, node: Node) -> list[html.P]:
    words, shown = atlas.strings, []
    if synonyms := getattr(node.row, "synonyms", ()):
        shown.append(html.P(f"{words['panel.also']} {', '.join(synonyms)}", className="synonyms"))
    latin = atlas.dataset.latin_names.get(node.id)
    if latin and latin.latin != node.name:
        shown.append(html.P([f"{words['panel.latin']} ", html.I(latin.latin, lang="la")], className="synonyms"))
    return shown


def note_of(atlas: Atlas, row: Any) -> list[html.P]:
    """The note of a row as a remark, without what is for editors; empty if nothing is left."""
    note = public_note(atlas, row.note)
    return [html.P([html.B(atlas.strings["field.note"] + " "), note], className="remark")] if note else []


def card(atlas: Atlas, id_: str) -> html.Div:
    """Everything the rows say about one thing."""
    node = atlas.node(id_)
    row: Any = node.row
    body = [part for part in _BODY[node.kind](atlas, node) if part is not None]
    mark = html.P([atlas.strings["answer.evidence"], " ", evidence_mark(atlas, row)], className="footing")
    differ = people_differ(atlas, id_)
    parts = [*_other_names(atlas, node), *body, *note_of(atlas, row), *([differ] if differ else []), mark]
    return html.Div(parts, className=f"card {node.kind}")
