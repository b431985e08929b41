"""The nerve graph as SVG, with nodes that pointer and keyboard can reach like the shapes of the figures."""

from __future__ import annotations

from html import escape

from atlas.api import Atlas
from atlas.figures.network_routing import LETTER, LINE, ROW, NetworkPlan, plan_network
from atlas.figures.skin_colours import SkinStyle, fill_class, root_class

_MARKS = {
    "root": '<circle class="mark" r="14"/>',
    "territory": '<rect class="mark" x="-6" y="-6" width="12" height="12" rx="3"/>',
    "muscle": '<path class="mark" d="M-8 0Q0 -8 8 0Q0 8 -8 0Z"/>',
    "reflex": '<path class="mark" d="M0 -7L7 5H-7Z"/>',
}
_SEGMENT_MARK = '<circle class="mark" r="4"/>'


def _label(node: str, lines: list[str], first: bool, last: bool) -> str:
    if first:
        return f'<text class="short" y="5">{escape(node)}</text>'
    x = 13 if last else 5
    ys = [4.5] if last else [-5 - LINE * (len(lines) - 1 - number) for number in range(len(lines))]
    spans = " ".join(f'<tspan x="{x}" y="{y:g}">{escape(line)}</tspan>' for line, y in zip(lines, ys, strict=True))
    return f"<text>{spans}</text>"


def _hit_area(lines: list[str], first: bool, last: bool) -> str:
    if first:
        return ""
    width = LETTER * max(map(len, lines)) + 22
    top, height = (-ROW / 2, ROW) if last else (-LINE * len(lines) - 4, LINE * len(lines) + 11)
    return f'<rect class="hit" x="-9" y="{top:g}" width="{width:.0f}" height="{height:g}"/>'


def _node(atlas: Atlas, plan: NetworkPlan, node: str, styles: dict[str, SkinStyle]) -> str:
    kind, name = atlas.node(node).kind, atlas.node(node).name
    (x, y), lines = plan.positions[node], plan.lines[node]
    first, last = x == plan.columns[0], x >= plan.columns[-1]
    colour_class, fill = root_class(atlas, node) if kind == "root" else "", ""
    if node in styles:
        colour_class, fill = fill_class(styles[node].full_fill)
    mark = _MARKS.get(kind, _SEGMENT_MARK)
    if colour_class:
        mark = mark.replace('class="mark"', f'class="mark {colour_class}"' + (f' fill="{fill}"' if fill else ""))
    return (
        f'<g class="node {kind}" data-node="{escape(node)}" role="button" tabindex="-1" aria-pressed="false"'
        f' aria-label="{escape(name)}" transform="translate({x:.0f} {y:.1f})">'
        f"{_hit_area(lines, first, last)}{mark}{_label(node, lines, first, last)}</g>"
    )


def draw_graph(atlas: Atlas, styles: dict[str, SkinStyle], labelled_by: str) -> str:
    """The whole graph with skin in the colours of one layer. `labelled_by` is the id of the element that names it."""
    plan = plan_network(atlas)
    levels = sorted(atlas.dataset.levels.values(), key=lambda level: level.order)
    overlap = {(edge.branch, edge.target) for edge in atlas.nerve_graph.innervation if not edge.main}
    headings = "".join(
        f'<text class="level" x="{x - 30 if number == 0 else x:.0f}" y="18">{escape(level.name)}</text>'
        for number, (level, x) in enumerate(zip(levels, plan.columns, strict=True))
    )
    edges = "".join(
        f'<path class="edge{" overlap" if (a, b) in overlap else ""}" data-from="{escape(a)}" data-to="{escape(b)}"'
        f' d="{d}"/>'
        for (a, b), d in plan.paths.items()
    )
    nodes = "".join(_node(atlas, plan, node, styles) for node in plan.positions)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="graph" viewBox="0 0 {plan.width:.0f} {plan.height:.0f}"'
        f' role="group" aria-labelledby="{labelled_by}"><g class="levels" aria-hidden="true">{headings}</g>'
        f'<g class="edges" aria-hidden="true">{edges}</g><g class="nodes">{nodes}</g></svg>'
    )
