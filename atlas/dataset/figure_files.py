"""The drawn figure of a view: its SVG text and the shapes in it that stand for a territory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from atlas.dataset.csv_reader import Record
from atlas.dataset.problems import Problem
from atlas.dataset.tables.sources import View

_NAMED = re.compile(r'\bdata-node="([^"]*)"')
_BONE = re.compile(r'\bdata-bone="([^"]*)"')
_BANNED = {"script", "style", "foreignObject", "a", "iframe", "animate", "set"}


@dataclass(frozen=True)
class FigureFile:
    """A figure as read. `shapes` are the ids its `data-node` attributes name, each with the line it stands on.

    `bones` are likewise what its `data-bone` attributes name.
    """

    file: str
    svg: str = ""
    shapes: tuple[tuple[str, int], ...] = ()
    bones: tuple[tuple[str, int], ...] = ()


def _named(attribute: re.Pattern[str], svg: str) -> tuple[tuple[str, int], ...]:
    lines = enumerate(svg.splitlines(), 1)
    return tuple((shape, line) for line, text in lines for shape in attribute.findall(text))


def _unsafe(root: ElementTree.Element) -> str | None:
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag in _BANNED:
            return f"<{tag}>"
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2]
            if plain.startswith("on") or (plain in ("href", "src") and not value.startswith(("data:image/webp", "#"))):
                return f"the attribute {plain}"
    return None


def read_figure_file(folder: Path, view: View, record: Record, problems: list[Problem]) -> FigureFile:
    """Read a view's SVG. What is missing, not well-formed or able to run code is a problem."""
    path = (folder / view.figure).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        right = "name an SVG file inside the data folder"
        problems.append(record.problem("figure", f"there is no file '{view.figure}'", right))
        return FigureFile(view.figure)
    try:
        svg = path.read_text("utf-8")
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, UnicodeDecodeError) as error:
        line, column = getattr(error, "position", (1, 0))
        problems.append(Problem(view.figure, line, column + 1, "this is not well-formed SVG in UTF-8", "draw it anew"))
        return FigureFile(view.figure)
    unsafe = _unsafe(root)
    if unsafe:
        right = "a figure holds shapes only: no script, style, link or event"
        problems.append(Problem(view.figure, 1, 1, f"{unsafe} does not belong in a figure", right))
        return FigureFile(view.figure)
    return FigureFile(view.figure, svg, _named(_NAMED, svg), _named(_BONE, svg))
