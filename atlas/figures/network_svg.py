"""The nerve graph as SVG: nodes are reached by pointer and key like the shapes of the figures."""

from __future__ import annotations

from html import escape

from atlas.api import Atlas
from atlas.figures.network_routing import LETTER, LINE, ROW, Plan, plan
from atlas.figures.skin_colours import Dress, paint, root_class

_MARKS = {
    "root": '<circle class="mark" r="14"/>',
    "territory": '<rect class="mark" x="-6" y="-6" width="12" height="12" rx="3"/>',
    "muscle": '<path class="mark" d="M-8 0Q0 -8 8 0Q0 8 -8 0Z"/>',
    "reflex": '<path class="mark" d="M0 -7L7 5H-7Z"/>',
}
_PLACE = '<circle class="mark" r="4"/>'


def _label(node: str, lines: list[str], first: bool, last: bool) -> str:
    if first:
        return f'<text class="short" y="5">{escape(node)}</text>'
    x = 13 if last else 5
    ys = [4.5] if last else [-5 - LINE * (len(lines) - 1 - at) for at in range(len(lines))]
    spans = " ".join(f'<tspan x="{x}" y="{y:g}">{escape(line)}</tspan>' for line, y in zip(lines, ys, strict=True))
    return f"<text>{spans}</text>"


def _hit(lines: list[str], first: bool, last: bool) -> str:
    if first:
        return ""
    width = LETTER * max(map(len, lines)) + 22
    top, height = (-ROW / 2, ROW) if last else (-LINE * len(lines) - 4, LINE * len(lines) + 11)
    return f'<rect class="hit" x="-9" y="{top:g}" width="{width:.0f}" height="{height:g}"/>'


def _node(atlas: Atlas, drawn: Plan, node: str, dressed: dict[str, Dress]) -> str:
    kind, name = atlas.node(node).kind, atlas.node(node).name
    (x, y), lines = drawn.at[node], drawn.lines[node]
    first, last = x == drawn.columns[0], x >= drawn.columns[-1]
    tone, fill = root_class(atlas, node) if kind == "root" else "", ""
    if node in dressed:
        tone, fill = paint(dressed[node].worn)
    mark = _MARKS.get(kind, _PLACE)
    if tone:
        mark = mark.replace('class="mark"', f'class="mark {tone}"' + (f' fill="{fill}"' if fill else ""))
    return (
        f'<g class="node {kind}" data-node="{escape(node)}" role="button" tabindex="-1" aria-pressed="false"'
        f' aria-label="{escape(name)}" transform="translate({x:.0f} {y:.1f})">'
        f"{_hit(lines, first, last)}{mark}{_label(node, lines, first, last)}</g>"
    )


def draw_graph(atlas: Atlas, dressed: dict[str, Dress], labelled_by: str) -> str:
    """The whole graph, skin in the colours of one layer. `labelled_by` is the id of the element that names it."""
    drawn = plan(atlas)
    levels = sorted(atlas.dataset["levels"].values(), key=lambda level: level.order)
    overlap = {(row.branch, row.target) for row in atlas.dataset["innervation"].values() if row.role == "overlap"}
    heads = "".join(
        f'<text class="level" x="{x - 30 if at == 0 else x:.0f}" y="18">{escape(level.name)}</text>'
        for at, (level, x) in enumerate(zip(levels, drawn.columns, strict=True))
    )
    edges = "".join(
        f'<path class="edge{" overlap" if (a, b) in overlap else ""}" data-from="{escape(a)}" data-to="{escape(b)}"'
        f' d="{d}"/>'
        for (a, b), d in drawn.ways.items()
    )
    nodes = "".join(_node(atlas, drawn, node, dressed) for node in drawn.at)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="graph" viewBox="0 0 {drawn.width:.0f} {drawn.height:.0f}"'
        f' role="group" aria-labelledby="{labelled_by}"><g class="levels" aria-hidden="true">{heads}</g>'
        f'<g class="edges" aria-hidden="true">{edges}</g><g class="nodes">{nodes}</g></svg>'
    )
