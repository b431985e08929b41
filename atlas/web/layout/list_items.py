"""The entry of each thing in a list of the panel: its name and its main fact."""

from __future__ import annotations

from typing import Any

from dash import html

from atlas.api import Atlas, Node
from atlas.dataset.source_names import short_citation, source_url
from atlas.dataset.tables.sources import Source
from atlas.web.layout.evidence import dot, reading_mark
from atlas.web.layout.links import link

_COLUMNS = {"muscle": ("action", "test"), "reflex": ("meaning",), "territory": ("plain",)}
"""Kind → the columns of its entries; a second one has the label `field.<column>`."""


def _lines(atlas: Atlas, node: Node) -> list[html.P]:
    row: Any = node.row
    if node.kind == "condition":
        places = "; ".join(atlas.node(site).name for site in row.sites)
        return [html.P([html.B(atlas.strings["field.where"] + " "), places])] if places else []
    filled = [(at, column) for at, column in enumerate(_COLUMNS.get(node.kind, ())) if getattr(row, column)]
    return [
        html.P([*([html.B(atlas.strings[f"field.{column}"] + " ")] if at else []), getattr(row, column)])
        for at, column in filled
    ]


def item(atlas: Atlas, id_: str) -> html.Li:
    """The entry of one thing, with one mark for all that it says."""
    node = atlas.node(id_)
    row: Any = node.row
    mark = dot(atlas, row, *_COLUMNS.get(node.kind, ()))
    return html.Li([link(atlas, id_), " ", mark, *_lines(atlas, node)])


def source_item(words: dict[str, str], source: Source) -> html.Li:
    """The entry of one source: authors, title, year, address, and how much of it was read."""
    found, address = source.identifier, source_url(source.identifier)
    if address:
        found = html.A(found, href=address, rel="noreferrer")
    rest = [source.authors.rstrip("."), html.Em(source.title), source.year, found]
    shown = [part for piece in rest if piece for part in (piece, ". ")]
    name = html.Button(short_citation(source), className="link", **{"data-source": source.id})
    return html.Li([name, " ", *shown, reading_mark(words, source.access)])
