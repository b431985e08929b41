"""Labels next to a figure: the points that leader lines can point to, and each name broken into lines of known width.

Which labels appear depends on the page's state, so the page places them (assets/figures/labels.js). Everything that
does not depend on it is computed here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.figures.label_fit import Point, clearance, covers, trace
from atlas.figures.skin_colours import skin_nerves
from atlas.figures.svg_files import Shape

WIDEST = 8.8
"""The width of a column of labels, in multiples of the font size."""
_WIDTHS = (
    ("'.,:;|!ijlI ", 0.33),
    ("ft()[]/-r", 0.42),
    ("mwMW%", 0.95),
    ("ABCDEFGHKNOPQRSTUVXYZ&+", 0.73),
)
"""Letters by width in a wide typeface, so that a name also fits in narrower ones."""
_DEFAULT_WIDTH = 0.62
_ID_ATTRIBUTES = dict.fromkeys(("skin", "nerves", "muscles", "sites"), "data-node") | {"bones": "data-bone"}
_SIZED = ("muscles", "bones")
"""Layers whose labels can be left out where they do not fit, the smallest first."""
Anchor = list
"""Key of the label, id of the shape, x, y; for a muscle or bone also the room around the point, 0 if it is hidden."""


def width(text: str) -> float:
    """The estimated width of a text in multiples of the font size.

    >>> width("ill") < width("mow")
    True
    """
    known = {letter: wide for letters, wide in _WIDTHS for letter in letters}
    return round(sum(known.get(letter, _DEFAULT_WIDTH) for letter in text), 2)


def lines_of(name: str, widest: float = WIDEST) -> list[str]:
    """A name in as few lines as fit, of widths as even as possible. A word that is too long gets its own line.

    >>> lines_of("Lower anterolateral leg")
    ['Lower', 'anterolateral leg']
    """
    words = name.split()
    best: list[tuple[tuple[int, float], list[str]]] = [((0, 0.0), [])]  # (lines, unevenness), lines
    for end in range(1, len(words) + 1):
        options: list[tuple[tuple[int, float], list[str]]] = []
        for start in range(end):
            line = " ".join(words[start:end])
            if width(line) > widest and end - start > 1:
                continue
            (count, unevenness), before = best[start]
            options.append(((count + 1, unevenness + (widest - width(line)) ** 2), [*before, line]))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][1]


def _anchor(shape: Shape) -> Point | None:
    """The point given by `data-at`, or the centre of a circle."""
    given = shape.get("data-at") or f"{shape.get('cx', '')} {shape.get('cy', '')}"
    parts = given.replace(",", " ").split()
    return (round(float(parts[0]), 1), round(float(parts[1]), 1)) if len(parts) == 2 else None


def _distal_end(shape: Shape) -> Point | None:
    paths = [part.get("d", "") for part in shape.iter() if part.get("d")]
    lines = trace(paths[-1]) if paths else []
    return (round(lines[-1][-1][0], 1), round(lines[-1][-1][1], 1)) if lines else None


def _seen_paths(shape: Shape) -> list[str]:
    """The paths of a shape without those of parts that lie behind others."""
    return [path for part in shape.iter() if (path := part.get("d")) and "deep" not in part.get("class", "").split()]


def _hiding_muscles(figure: Iterable[Shape]) -> list[str]:
    """The paths of the muscles that hide bones: those of a figure of muscles, which has neither skin nor a cut."""
    groups = {group.get("class", ""): group for group in figure}
    if "muscles" not in groups or {"skin", "section"} & groups.keys():
        return []
    return [path for muscle in groups["muscles"] for path in _seen_paths(muscle)]


def _named_shapes(svg: str, roots: Container[str]) -> Iterator[tuple[str, str, Point, list[float]]]:
    """Layer, id and point of every shape that can have a label, and the room around it if the layer is sized. Roots lie
    close together in the canal, so the label of a root points to its distal end."""
    figure = ElementTree.fromstring(svg)
    muscles = _hiding_muscles(figure)
    for group in figure:
        layer = group.get("class", "")
        for shape in group.iter() if layer in _ID_ATTRIBUTES else ():
            id_ = shape.get(_ID_ATTRIBUTES[layer])
            point = _distal_end(shape) if id_ in roots else _anchor(shape)
            if not id_ or not point:
                continue
            hidden = layer == "bones" and any(covers(path, point) for path in muscles)
            room = 0.0 if hidden else max((clearance(path, point) for path in _seen_paths(shape)), default=0.0)
            yield layer, id_, point, [round(room, 1)] if layer in _SIZED else []


def _shapes_by_view(atlas: Atlas) -> dict[str, list[tuple[str, str, Point, list[float]]]]:
    figures, roots = atlas.dataset.figures, atlas.dataset.roots
    return {view: list(_named_shapes(figure.svg, roots)) for view, figure in figures.items()}


def _main_nerves(atlas: Atlas) -> dict[str, list[str]]:
    """Patch of skin → the nerves of its main innervation, in the order of their numbers."""
    numbers, segments = skin_nerves(atlas), atlas.dataset.segments
    return {
        skin: sorted({segments[edge.branch].nerve for edge in edges if edge.main}, key=numbers.__getitem__)
        for skin in atlas.dataset.territories
        if (edges := atlas.nerve_graph.innervation_by_target.get(skin, ()))
    }


def _label_entry(names: Iterable[str]) -> list:
    """Width of the label, width of its first line, line, line …"""
    lines = [line for name in names for line in lines_of(name)]
    widths = [width(line) for line in lines] or [0.0]
    return [max(widths), widths[0], *lines]


def _bone_names(atlas: Atlas) -> dict[str, str]:
    """Bone → name; the bones table is typed, or kept as plain records if only the figure build reads it."""
    if "bones" in atlas.dataset.tables:
        return {row.id: row.name for row in atlas.dataset.bones.values()}
    records = atlas.dataset.other.get("bones", ())
    return {record.fields.get("id", ""): record.fields.get("name", "") for record in records}


def labels(atlas: Atlas) -> dict:
    """Everything the page needs to label its figures. Shapes without a name in the tables are left out.

    `views`: view → layer → [key of the label, id, x, y, room around a muscle or bone], in units of the figure.
    `named`: key → [width of the label, width of its first line, line, line …], widths in multiples of the font size.
    `by_nerve`: patch of skin → key of its main nerves. All segments of a nerve share its label.
    """
    segments, bone_names, main_nerves = atlas.dataset.segments, _bone_names(atlas), _main_nerves(atlas)
    keys = {skin: "+".join(nerves) for skin, nerves in main_nerves.items() if nerves}
    entries: dict[str, list] = {
        key: _label_entry(atlas.node(nerve).name for nerve in main_nerves[skin]) for skin, key in keys.items()
    }
    views: dict[str, dict[str, list[Anchor]]] = {}
    shapes = atlas.nerve_graph.once("named_shapes", lambda: _shapes_by_view(atlas))
    for view, named in shapes.items():
        layers = views.setdefault(view, {})
        for layer, id_, (x, y), room in named:
            key = segments[id_].nerve if layer == "nerves" and id_ in segments else id_
            name = bone_names.get(id_) if layer == "bones" else atlas.node(key).name if key in atlas.nodes else ""
            if name:
                entries.setdefault(key, _label_entry([name]))
                layers.setdefault(layer, []).append([key, id_, x, y, *room])
    return {"views": views, "named": entries, "by_nerve": keys}
