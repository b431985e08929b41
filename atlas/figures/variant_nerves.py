"""The lines of nerves in a figure of a person with variants. A figure file has those of every variant in a group."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas

Shape = ElementTree.Element
LINE, VARIANT, NODE = "data-line", "data-variant", "data-node"


def draw_variants(nerves: Shape | None, lines: Shape | None, atlas: Atlas) -> None:
    """Change the usual lines into those of a person with the variants of an atlas.

    `nerves`: the group of the usual lines; `lines`: that of all variants; None where the figure has none. Lines of
    nerves that the person does not have are removed.
    """
    if nerves is None:
        return
    replaced = {
        row.of
        for row in atlas.dataset.variant_courses.values()
        if row.variant in atlas.variants and row.action == "replace"
    }
    drawn = () if lines is None else tuple(lines)
    own = [line for line in drawn if line.get(VARIANT) in atlas.variants]
    redrawn = replaced & {line.get(LINE) for line in own}
    for line in [*nerves]:
        if line.get(NODE) not in atlas.nodes or line.get(NODE) in redrawn:
            nerves.remove(line)
    for line in own:
        line.attrib.pop(VARIANT)
        line.set(NODE, line.attrib.pop(LINE))
        usual = next((other for other in nerves if other.get(NODE) == line.get(NODE)), None)
        if usual is None:
            nerves.append(line)
        else:
            usual.extend([*line])
