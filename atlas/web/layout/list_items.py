"""One entry of a list in the panel for each thing: its name and what a reader wants to know first."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas, Node
from atlas.dataset.source_names import short_citation, source_url
from atlas.dataset.tables.sources import Source
from atlas.web.layout.evidence import chip, doubt
from atlas.web.layout.links import link


def _said(atlas: Atlas, node: Node, column: str, label: str | None = None) -> html.P | None:
    text = getattr(node.row, column)
    if not text:
        return None
    lead = [html.B(atlas.strings[f"field.{label}"] + " ")] if label else []
    return html.P([*lead, text, *doubt(atlas.strings, node.row, column)])


def _lines(atlas: Atlas, node: Node) -> list:
    if node.kind == "muscle":
        return [_said(atlas, node, "action"), _said(atlas, node, "test", "test")]
    if node.kind == "reflex":
        return [_said(atlas, node, "meaning")]
    if node.kind == "territory":
        return [_said(atlas, node, "plain")]
    if node.kind == "condition":
        places = "; ".join(atlas.node(site).name for site in node.row.sites)
        return [html.P([html.B(atlas.strings["field.where"] + " "), places])] if places else []
    return []


def item(atlas: Atlas, id_: str) -> html.Li:
    """The entry of one thing."""
    node = atlas.node(id_)
    mark = [" ", chip(atlas.strings, "memory")] if node.row.checked == "memory" else []
    return html.Li([link(atlas, id_), *mark, *(line for line in _lines(atlas, node) if line is not None)])


def source_item(words: dict[str, str], source: Source) -> html.Li:
    """The entry of one source: who, what, when, where to find it, and how much of it was read."""
    found, address = source.identifier, source_url(source.identifier)
    if address:
        found = html.A(found, href=address, rel="noreferrer")
    rest = [source.authors.rstrip("."), html.Em(source.title), source.year, found]
    shown = [part for piece in rest if piece for part in (piece, ". ")]
    access = html.Span(words[f"access.{source.access}"], className=f"chip access-{source.access}")
    name = html.Button(short_citation(source), className="link", **{"data-source": source.id})
    return html.Li([name, " ", *shown, access])
