"""The panel: its greeting, and the fragments from which its contents are built."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.web.layout.answers import answer
from atlas.web.layout.article_page import article_tools
from atlas.web.layout.cards import card, head
from atlas.web.layout.case_page import case_tools
from atlas.web.layout.compare_page import compare_tools
from atlas.web.layout.controls import mode_buttons
from atlas.web.layout.drawing_page import drawing_tools
from atlas.web.layout.drill_page import drill_box
from atlas.web.layout.editor_page import editor_box
from atlas.web.layout.examination_page import exam_tools
from atlas.web.layout.lesion_page import lesion_tools
from atlas.web.layout.links import link
from atlas.web.layout.list_items import item, source_item
from atlas.web.layout.maps_page import maps_tools
from atlas.web.layout.quiz_page import quiz_box
from atlas.web.layout.red_flags import figure_button, red_flags
from atlas.web.layout.studies_page import study_tools
from atlas.web.layout.tours_page import tour_box

INDEXED = ("root", "territory", "nerve", "muscle", "reflex", "condition")
STRING_PREFIXES = ("status.", "count.", "notice.", "panel.", "map.blank", "map.silent", "map.unread")
"""The strings that the page's scripts need begin with these."""
WRITTEN_HERE = ("panel.label", "panel.greeting", "panel.how", "panel.also", "panel.latin", "notice.close")
"""Strings with these prefixes that only the server writes: the page does not need them, and each byte of it counts."""


def greeting(atlas: Atlas) -> html.Div:
    """The panel while nothing is selected: an index of everything by name, as a text alternative to the figures."""
    words = atlas.strings
    index = []
    for kind in INDEXED:
        ids = [id_ for id_, node in atlas.nodes.items() if node.kind == kind]
        entries = html.Ul([html.Li(link(atlas, id_)) for id_ in ids], className="names")
        if ids:
            index.append(html.Details([html.Summary(f"{words[f'index.{kind}']} ({len(ids)})"), entries]))
    return html.Div(
        [
            html.H2(words["panel.greeting"], tabIndex=-1),
            html.P(words["panel.how"], className="lead"),
            _starters(atlas),
            html.Details([html.Summary(words["index.heading"]), *index], className="index"),
            html.Noscript(html.P(words["page.noscript"])),
        ],
        id="greeting",
    )


def _starters(atlas: Atlas) -> html.Div:
    """Three things to do first, for somebody who opens the atlas for the first time."""
    words = atlas.strings
    goals: dict[str, dict[str, str]] = {"story": {"data-mode": "article"}, "quiz": {"data-mode": "quiz"}}
    root = words["start.root"]
    if root in atlas.dataset.roots:
        goals = {"nerve": {"data-node": root}, **goals}
    buttons = [
        html.Button(
            [html.B(words[f"start.{goal}"]), html.Span(words[f"start.{goal}.title"].format(root=root))],
            className=f"starter {goal}",
            **to,
        )
        for goal, to in goals.items()
    ]
    return html.Div(buttons, className="starters")


def _purpose(atlas: Atlas) -> html.Div:
    """The last line of the panel: what the atlas is not for, and the emergency signs, which unfold."""
    words = atlas.strings
    unfolded = [html.P(words["page.emergency"]), *figure_button(atlas)]
    signs = html.Details([html.Summary(words["flags.signs"]), *unfolded], className="signs-fold")
    return html.Div([html.P(words["page.purpose.short"], className="purpose"), signs], className="panel-foot")


def panel(atlas: Atlas) -> html.Div:
    """The place of the panel in the page."""
    label = {"aria-label": atlas.strings["panel.label"]}
    contents = html.Section(greeting(atlas), className="panel", id="told", tabIndex=0, **label)
    return html.Div(
        [
            mode_buttons(atlas),
            article_tools(atlas),
            lesion_tools(atlas),
            case_tools(atlas),
            compare_tools(atlas),
            maps_tools(atlas),
            study_tools(atlas),
            exam_tools(atlas),
            drawing_tools(atlas),
            quiz_box(atlas),
            editor_box(atlas),
            drill_box(atlas),
            red_flags(atlas),
            tour_box(atlas),
            contents,
            _purpose(atlas),
        ],
        className="side",
    )


def heads_cards_and_items(atlas: Atlas) -> dict:
    """Component trees for the head, the card, the list entry and the answer of every node, in the order of the pathways
    bundle."""
    return {
        "heads": [head(atlas, id_) for id_ in atlas.nodes],
        "cards": [card(atlas, id_) for id_ in atlas.nodes],
        "items": [item(atlas, id_) for id_ in atlas.nodes],
        "answers": [answer(atlas, id_) for id_ in atlas.nodes],
    }


def panel_strings(atlas: Atlas) -> dict[str, str]:
    """The strings that the scripts of the first view and the panel need."""
    found = atlas.dataset.strings_with(*STRING_PREFIXES)
    return {key: text for key, text in found.items() if key not in WRITTEN_HERE}


def origins(atlas: Atlas) -> dict:
    """Component trees for every source, in order. They are many and rarely needed, so the page fetches them last."""
    return {"origins": [source_item(atlas.strings, source) for source in atlas.dataset.sources.values()]}
