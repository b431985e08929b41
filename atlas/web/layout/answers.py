"""The answer that a panel gives first: one sentence, at most four facts, and what can be done with the thing."""

from __future__ import annotations

from typing import Any

from dash import html

from atlas.api import Atlas, Node
from atlas.web.layout.answer_actions import actions
from atlas.web.layout.answer_facts import facts
from atlas.web.layout.leads import lead
from atlas.web.layout.main_supply import muscles_of_root, reflexes_of_root


def _counts(atlas: Atlas, node: Node) -> dict[str, str]:
    """For the headings of a root's lists, which name all that it serves: of how many it is a main root."""
    if node.kind != "root":
        return {}
    words, pathway = atlas.strings, atlas.pathway(node.id)
    found = {}
    for name, main in (("muscles", muscles_of_root(atlas, node.id)), ("reflexes", reflexes_of_root(atlas, node.id))):
        n, all_ = len(main), len(getattr(pathway, name))
        if n < all_:
            found[f"data-count-{name}"] = words["answer.main" if n else "answer.minor"].format(n=n, all=all_)
    return found


def answer(atlas: Atlas, id_: str) -> html.Div:
    """The sentence, the red flags of a condition, the facts and the actions, in this order."""
    node = atlas.node(id_)
    row: Any = node.row
    flags = getattr(row, "red_flags", "")
    shown: list = [html.P(lead(atlas, id_), className="brief-lead")]
    if flags:
        shown.append(html.Div([html.H3(atlas.strings["field.red_flags"]), html.P(flags)], className="flags"))
    parts = [*shown, facts(atlas, id_), actions(atlas, node)]
    return html.Div(parts, className=f"brief {node.kind}", **_counts(atlas, node))
