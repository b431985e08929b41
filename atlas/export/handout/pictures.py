"""The figures of a handout: the views that show its subject best."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT, on_side
from atlas.figures.standalone import standalone
from atlas.figures.unlabelled import clearest_view, unlabelled_svg, view_with_most_nerves


@dataclass(frozen=True)
class Picture:
    """A figure as SVG, and what it shows."""

    svg: str
    caption: str


def pictures_of(atlas: Atlas, id_: str, side: str = RIGHT) -> list[Picture]:
    """The view that shows the skin best and the view with most of the nerves; one picture when they are the same."""
    pathway, row = atlas.pathway(id_), atlas.node(id_).row
    skin = pathway.territories or getattr(row, "lights", ())
    best = [
        clearest_view(atlas, skin) if skin else None,
        view_with_most_nerves(atlas, (*pathway.roots, *pathway.segments)),
    ]
    views = list(dict.fromkeys(view for view in best if view))
    if not pathway.territories and skin:
        return [skin_picture(atlas, view, skin, side) for view in views[:1]]
    names = atlas.dataset.views
    return [
        Picture(
            standalone(atlas, view, "", "light", ["nerves", "sites"], select=id_, side=side),
            on_side(names[view].name, side),
        )
        for view in views
    ]


def skin_picture(atlas: Atlas, view: str, skin: Iterable[str], side: str = RIGHT) -> Picture:
    """The skin alone, with these patches highlighted."""
    name = on_side(atlas.dataset.views[view].name, side)
    return Picture(unlabelled_svg(atlas, view, skin, side=side), name)
