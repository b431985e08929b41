"""The answer that a panel gives first: one sentence, at most four facts, and what can be done with the thing."""

from __future__ import annotations

from typing import Any

from dash import html

from atlas.api import Atlas
from atlas.web.layout.answer_actions import actions
from atlas.web.layout.answer_facts import facts
from atlas.web.layout.leads import lead


def answer(atlas: Atlas, id_: str) -> html.Div:
    """The sentence, the red flags of a condition, the facts and the actions, in this order."""
    node = atlas.node(id_)
    row: Any = node.row
    flags = getattr(row, "red_flags", "")
    shown: list = [html.P(lead(atlas, id_), className="brief-lead")]
    if flags:
        shown.append(html.Div([html.H3(atlas.strings["field.red_flags"]), html.P(flags)], className="flags"))
    return html.Div([*shown, facts(atlas, id_), actions(atlas, node)], className=f"brief {node.kind}")
