"""The entry of each thing in a list of the panel: its name and its main fact."""

from __future__ import annotations

from typing import Any

from dash import html

from atlas.api import Atlas, Node
from atlas.dataset.source_names import short_citation, source_url
from atlas.dataset.tables.sources import Source
from atlas.web.layout.evidence import doubt, evidence_mark, reading_mark
from atlas.web.layout.links import link


def _fact(atlas: Atlas, node: Node, column: str, label: str | None = None) -> html.P | None:
    row: Any = node.row
    text = getattr(row, column)
    if not text:
        return None
    lead = [html.B(atlas.strings[f"field.{label}"] + " ")] if label else []
    return html.P([*lead, text, *doubt(atlas.strings, row, column)])


def _lines(atlas: Atlas, node: Node) -> list:
    row: Any = node.row
    if node.kind == "muscle":
        return [_fact(atlas, node, "action"), _fact(atlas, node, "test", "test")]
    if node.kind == "reflex":
        return [_fact(atlas, node, "meaning")]
    if node.kind == "territory":
        return [_fact(atlas, node, "plain")]
    if node.kind == "condition":
        places = "; ".join(atlas.node(site).name for site in row.sites)
        return [html.P([html.B(atlas.strings["field.where"] + " "), places])] if places else []
    return []


def item(atlas: Atlas, id_: str) -> html.Li:
    """The entry of one thing."""
    node = atlas.node(id_)
    row: Any = node.row
    mark = [" ", evidence_mark(atlas, row)] if row.checked == "memory" else []
    return html.Li([link(atlas, id_), *mark, *(line for line in _lines(atlas, node) if line is not None)])


def source_item(words: dict[str, str], source: Source) -> html.Li:
    """The entry of one source: authors, title, year, address, and how much of it was read."""
    found, address = source.identifier, source_url(source.identifier)
    if address:
        found = html.A(found, href=address, rel="noreferrer")
    rest = [source.authors.rstrip("."), html.Em(source.title), source.year, found]
    shown = [part for piece in rest if piece for part in (piece, ". ")]
    name = html.Button(short_citation(source), className="link", **{"data-source": source.id})
    return html.Li([name, " ", *shown, reading_mark(words, source.access)])
