"""Buttons that select a thing, wherever its name occurs."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from atlas.api import Atlas


def link(atlas: Atlas, id_: str, text: str = "") -> html.Button:
    """A button with the name of a thing, or a shorter text, which selects it."""
    node = atlas.node(id_)
    return html.Button(text or node.name, className=f"link {node.kind}", **{"data-node": id_})


def links(atlas: Atlas, ids: Iterable[str]) -> html.Span | None:
    """Several of them in a row; None when there are none."""
    buttons = [link(atlas, id_) for id_ in ids]
    return html.Span(buttons, className="links") if buttons else None
