"""The figure of a view: its SVG text and the ids that its shapes have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from atlas.dataset.csv_reader import Record
from atlas.dataset.problems import Problem
from atlas.dataset.tables.sources import View

_NODE = re.compile(r'data-node="([^"]*)"')
_BONE = re.compile(r'data-bone="([^"]*)"')
_BANNED = {"script", "style", "foreignObject", "a", "iframe", "animate", "set"}


@dataclass(frozen=True)
class FigureFile:
    """A figure as read. `shapes` are the values of its `data-node` attributes, each with its line; `bones` likewise
    those of its `data-bone` attributes.
    """

    file: str
    svg: str = ""
    shapes: tuple[tuple[str, int], ...] = ()
    bones: tuple[tuple[str, int], ...] = ()


def _values(attribute: re.Pattern[str], svg: str) -> tuple[tuple[str, int], ...]:
    found, line, counted = [], 1, 0
    for match in attribute.finditer(svg):
        line += svg.count("\n", counted, match.start())
        counted = match.start()
        found.append((match[1], line))
    return tuple(found)


def _unsafe(root: ElementTree.Element) -> str | None:
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag in _BANNED:
            return f"<{tag}>"
        for name, value in element.attrib.items():
            local = name.rpartition("}")[2]
            if local.startswith("on") or (local in ("href", "src") and not value.startswith(("data:image/avif", "#"))):
                return f"the attribute {local}"
    return None


def _figure_path(folder: Path, name: str) -> Path | None:
    """The path of a figure; None if it is not a file inside the data folder."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        return None


def read_figure_file(folder: Path, view: View, record: Record, problems: list[Problem]) -> FigureFile:
    """Read the SVG of a view. A file that is missing, not well-formed or able to run code becomes a problem."""
    path = _figure_path(folder, view.figure)
    if path is None:
        right = "name an SVG file inside the data folder"
        problems.append(record.problem("figure", f"there is no file '{view.figure}'", right))
        return FigureFile(view.figure)
    try:
        svg = path.read_text("utf-8")
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, UnicodeDecodeError, OSError) as error:
        line, column = getattr(error, "position", (1, 0))
        problems.append(
            Problem(
                view.figure,
                line,
                column + 1,
                "this is not well-formed SVG in UTF-8",
                "correct the XML, or run `make figures`",
            )
        )
        return FigureFile(view.figure)
    unsafe = _unsafe(root)
    if unsafe:
        right = "a figure has only shapes: no script, style, link or event handler"
        problems.append(Problem(view.figure, 1, 1, f"{unsafe} is not allowed in a figure", right))
        return FigureFile(view.figure)
    return FigureFile(view.figure, svg, _values(_NODE, svg), _values(_BONE, svg))
