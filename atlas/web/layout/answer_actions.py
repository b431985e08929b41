"""What can be done with a thing: play its path, injure it, compare it, print it. Only what exists for it is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from atlas.api import Atlas, Node


def _own_places(atlas: Atlas, node: Node) -> set[str]:
    """The thing itself, and the sites and nerves by which a comparison may name it."""
    row: Any = node.row
    if node.kind == "condition":
        return {node.id, *row.sites}
    if node.kind == "site":
        return {node.id, *row.on}
    own = {node.id, *atlas.nerve_graph.segments_of.get(node.id, ())} if node.kind == "nerve" else {node.id}
    sites = {site for id_ in own for site in atlas.nerve_graph.sites_on.get(id_, ())}
    return own | {site for site in sites if set(atlas.dataset.sites[site].on) <= own}


def pair_of(atlas: Atlas, node: Node) -> tuple[str, str] | None:
    """The first compared pair with a place, or else with a condition that sits there and nowhere else."""
    if node.kind not in ("root", "nerve", "segment", "site", "condition"):
        return None
    own = _own_places(atlas, node)
    conditions = {id_ for id_, row in atlas.dataset.conditions.items() if row.sites and set(row.sites) <= own}
    for named in (own, conditions):
        if found := next((pair for pair in atlas.pairs if named & {*pair}), None):
            return found
    return None


def _can_be_injured(atlas: Atlas, node: Node) -> bool:
    row: Any = node.row
    if node.kind in ("site", "condition"):
        sites = [row] if node.kind == "site" else [atlas.dataset.sites[site] for site in row.sites]
        return any(site.on for site in sites)
    return node.kind in ("root", "segment", "nerve")


def _button(words: Mapping[str, str], name: str, data: dict[str, str], *text: object) -> html.Button:
    title = words[f"answer.{name}.title"]
    return html.Button([*text] or words[f"answer.{name}"], className=f"act {name}", title=title, **data)


def play_button(words: Mapping[str, str]) -> html.Button:
    """Plays the path. With reduced motion nothing moves, and the same button numbers the steps: the style sheet shows
    one of the two names."""
    names = [
        html.Span(words["answer.play"], className="plays"),
        html.Span(words["answer.still"], className="numbers"),
    ]
    return _button(words, "play", {"data-play": ""}, *names)


def handout_button(words: Mapping[str, str]) -> html.Button:
    """Prints what the page shows."""
    return _button(words, "handout", {"data-print": ""})


def action_group(words: Mapping[str, str], buttons: Sequence[html.Button]) -> html.Div:
    """Buttons in a row, the main one first."""
    return html.Div([*buttons], className="actions", role="group", **{"aria-label": words["answer.actions"]})


def actions(atlas: Atlas, node: Node) -> html.Div:
    """The buttons below the facts, the main one first."""
    words = atlas.strings
    shown = []
    if node.kind != "condition" and atlas.pathway(node.id).edges:  # the page of a condition draws its lesion instead
        shown.append(play_button(words))
    if _can_be_injured(atlas, node):
        shown.append(_button(words, "injure", {"data-lesion": node.id}))
    if pair := pair_of(atlas, node):
        shown.append(_button(words, "compare", {"data-pair": ",".join(pair)}))
    return action_group(words, [*shown, handout_button(words)])
