"""The figures of a handout: the views that show best what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.figures.standalone import standalone
from atlas.figures.unlabelled import clearest_view, unlabelled_svg, view_with_most_nerves


@dataclass(frozen=True)
class Picture:
    """A figure as SVG, and what it shows."""

    svg: str
    caption: str


def pictures_of(atlas: Atlas, id_: str) -> list[Picture]:
    """The view that shows the skin best, and the one that draws most of the nerves."""
    found = atlas.pathway(id_)
    row = atlas.node(id_).row
    skin = found.territories or getattr(row, "lights", ())
    best = [clearest_view(atlas, skin) if skin else None, view_with_most_nerves(atlas, (*found.roots, *found.segments))]
    views = list(dict.fromkeys(view for view in best if view))
    if not found.territories and skin:
        return [bare(atlas, view, skin) for view in views[:1]]
    name = atlas.dataset["views"]
    return [
        Picture(standalone(atlas, view, "", "light", ["nerves", "sites"], select=id_), name[view].name)
        for view in views
    ]


def bare(atlas: Atlas, view: str, skin: Iterable[str]) -> Picture:
    """Bare skin with these patches pointed out."""
    return Picture(unlabelled_svg(atlas, view, skin), atlas.dataset["views"][view].name)
