"""What can be named beside a figure: the points a line may lead to, and each name in lines of known width.

Which names stand there depends on what is shown, so the page places them (assets/labels/); all that does not depend on
it is worked out here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.figures.label_fit import trace
from atlas.figures.skin_colours import skin_nerves

WIDEST = 8.8
"""The width of a column of names, in heights of their letters."""
_WIDTHS = (
    ("'.,:;|!ijlI ", 0.33),
    ("ft()[]/-r", 0.42),
    ("mwMW%", 0.95),
    ("ABCDEFGHKNOPQRSTUVXYZ&+", 0.73),
)
"""Letters by width. They are those of a wide face, so that a name also fits in narrower ones."""
_OTHERWISE = 0.62
_LAYERS = {"skin": "data-node", "nerves": "data-node", "bones": "data-bone", "sites": "data-node"}
Anchor = list  # the key of a name, the id of the thing, x, y


def width(text: str) -> float:
    """The width of a text in heights of its letters, by the letter.

    >>> width("ill") < width("mow")
    True
    """
    known = {letter: wide for letters, wide in _WIDTHS for letter in letters}
    return round(sum(known.get(letter, _OTHERWISE) for letter in text), 2)


def lines_of(name: str, widest: float = WIDEST) -> list[str]:
    """A name in as few lines as fit, and those as even as can be. A word that is too long stands alone.

    >>> lines_of("Lower anterolateral leg")
    ['Lower', 'anterolateral leg']
    """
    words = name.split()
    best: list[tuple[tuple[float, float], list[str]]] = [((0, 0.0), [])]
    for end in range(1, len(words) + 1):
        found = []
        for start in range(end):
            line = " ".join(words[start:end])
            if width(line) > widest and end - start > 1:
                continue
            (count, rough), before = best[start]
            found.append(((count + 1, rough + (widest - width(line)) ** 2), [*before, line]))
        best.append(min(found, key=lambda way: way[0]))
    return best[-1][1]


def _point(shape: ElementTree.Element) -> tuple[float, float] | None:
    given = shape.get("data-at") or f"{shape.get('cx', '')} {shape.get('cy', '')}"
    parts = given.replace(",", " ").split()
    return (round(float(parts[0]), 1), round(float(parts[1]), 1)) if len(parts) == 2 else None


def _end(shape: ElementTree.Element) -> tuple[float, float] | None:
    """The distal end of a course."""
    drawn = [part.get("d", "") for part in shape.iter() if part.get("d")]
    lines = trace(drawn[-1]) if drawn else []
    return (round(lines[-1][-1][0], 1), round(lines[-1][-1][1], 1)) if lines else None


def _shapes(svg: str, roots: Container[str]) -> Iterator[tuple[str, str, tuple[float, float]]]:
    """Layer, id and point of everything in a figure that can be named. Roots run side by side in the canal, so each is
    named where it ends."""
    for group in ElementTree.fromstring(svg):
        layer = group.get("class", "")
        for shape in group.iter() if layer in _LAYERS else ():
            id_ = shape.get(_LAYERS[layer])
            at = _end(shape) if id_ in roots else _point(shape)
            if id_ and at:
                yield layer, id_, at


def _by_nerve(atlas: Atlas) -> dict[str, list[str]]:
    """The nerves that mainly serve each patch of skin, in the order of their numbers."""
    numbers, segments = skin_nerves(atlas), atlas.dataset["segments"]
    return {
        skin: sorted({segments[row.branch].nerve for row in rows if row.main}, key=numbers.__getitem__)
        for skin in atlas.dataset["territories"]
        if (rows := atlas.nerve_graph.innervation_by_target.get(skin, ()))
    }


def _named(names: Iterable[str]) -> list:
    lines = [line for name in names for line in lines_of(name)]
    widths = [width(line) for line in lines] or [0.0]
    return [max(widths), widths[0], *lines]


def _bones(atlas: Atlas) -> dict[str, str]:
    """Bone → its name; their table may be typed or read as it is."""
    if "bones" in atlas.dataset.tables:
        return {row.id: row.name for row in atlas.dataset["bones"].values()}
    records = atlas.dataset.other.get("bones", ())
    return {record.fields.get("id", ""): record.fields.get("name", "") for record in records}


def labels(atlas: Atlas) -> dict:
    """Everything the page needs to write names beside its figures.

    `views`: view → layer → [key of the name, id, x, y], in units of the figure. `named`: key → [its width and that
    of its first line in heights of letters, line, line …]. `by_nerve`: patch of skin → key of the nerves that serve it.
    The stretches of a nerve share its name. What has no name (a bone that no table names) is left out.
    """
    segments = atlas.dataset["segments"]
    bones = _bones(atlas)
    by_nerve = _by_nerve(atlas)
    keys = {skin: "+".join(nerves) for skin, nerves in by_nerve.items() if nerves}
    named: dict[str, list] = {
        key: _named(atlas.node(nerve).name for nerve in by_nerve[skin]) for skin, key in keys.items()
    }
    views: dict[str, dict[str, list[Anchor]]] = {}
    for view, drawn in atlas.dataset.figures.items():
        layers = views.setdefault(view, {})
        for layer, id_, (x, y) in _shapes(drawn.svg, atlas.dataset["roots"]):
            key = segments[id_].nerve if layer == "nerves" and id_ in segments else id_
            name = bones.get(id_) if layer == "bones" else atlas.node(key).name if key in atlas.nodes else ""
            if name:
                named.setdefault(key, _named([name]))
                layers.setdefault(layer, []).append([key, id_, x, y])
    return {"views": views, "named": named, "by_nerve": keys}
