"""The figures of a handout: the aspects that show best what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.drawing.blank import clearest, fullest, pointed_out
from atlas.drawing.standalone import standalone


@dataclass(frozen=True)
class Picture:
    """A figure as SVG, and what it shows."""

    svg: str
    caption: str


def pictures_of(atlas: Atlas, id_: str) -> list[Picture]:
    """The aspect that shows the skin best, and the one that draws most of the nerves."""
    found = atlas.pathway(id_)
    row = atlas.node(id_).row
    skin = found.territories or getattr(row, "lights", ())
    best = [clearest(atlas, skin) if skin else None, fullest(atlas, (*found.roots, *found.segments))]
    aspects = list(dict.fromkeys(aspect for aspect in best if aspect))
    if not found.territories and skin:
        return [bare(atlas, aspect, skin) for aspect in aspects[:1]]
    name = atlas.facts["aspects"]
    return [
        Picture(standalone(atlas, aspect, "", "light", ["nerves", "sites"], select=id_), name[aspect].name)
        for aspect in aspects
    ]


def bare(atlas: Atlas, aspect: str, skin: Iterable[str]) -> Picture:
    """Bare skin with these patches pointed out."""
    return Picture(pointed_out(atlas, aspect, skin), atlas.facts["aspects"][aspect].name)
