"""The figures of a handout: the body with the path from the spine to the skin, and what shows its subject best."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT, on_side
from atlas.figures.body_pictures import SHARP
from atlas.figures.lit_styles import LESION_STATES, LIT, State
from atlas.figures.path_views import detail_view, whole_views
from atlas.figures.standalone import standalone
from atlas.figures.svg_files import read_figure, view_box_size
from atlas.figures.unlabelled import clearest_view, unlabelled_svg, view_with_most_nerves
from atlas.graph.lesion import Lesion


@dataclass(frozen=True)
class Picture:
    """A figure as SVG, and what it shows. `shape`: its width by its height."""

    svg: str
    caption: str
    shape: float = 1.0


def _picture(atlas: Atlas, svg: str, view: str, side: str) -> Picture:
    width, height = map(float, view_box_size(read_figure(atlas, view)))
    return Picture(svg, on_side(atlas.dataset.views[view].name, side), width / height)


def _best_views(atlas: Atlas, nodes: Collection[str], skin: Collection[str]) -> list[str]:
    """The whole path, and either its end as a detail or the whole path from another side; at most two views."""
    whole = whole_views(atlas, nodes)[:2]
    if not whole:
        found = [clearest_view(atlas, skin) if skin else None, view_with_most_nerves(atlas, nodes)]
        return list(dict.fromkeys(view for view in found if view))
    detail = detail_view(atlas, skin, whole) if skin else None
    return [whole[0], detail] if detail else whole


def _body_pictures(
    atlas: Atlas,
    views: Iterable[str],
    side: str,
    select: str | None = None,
    states: Mapping[str, State] | None = None,
) -> list[Picture]:
    """Views of the body with a selection or a lesion, over the sharp pictures of what is inside."""
    found = []
    for view in views:
        svg = standalone(
            atlas,
            view,
            "",
            "light",
            ["sites"],
            select=select,
            states=states,
            side=side,
            shaded=True,
            size=SHARP,
        )
        found.append(_picture(atlas, svg, view, side))
    return found


def pictures_of(atlas: Atlas, id_: str, side: str = RIGHT) -> list[Picture]:
    """The body with the path of a thing, from the spine to its end, and a second view of it; one or two pictures."""
    pathway, row = atlas.pathway(id_), atlas.node(id_).row
    skin = pathway.territories or getattr(row, "lights", ())
    nodes = (*pathway.roots, *pathway.segments, *pathway.muscles, *pathway.territories)
    if not pathway.territories and skin:
        view = clearest_view(atlas, skin)
        return [skin_picture(atlas, view, skin, side)] if view else []
    return _body_pictures(atlas, _best_views(atlas, nodes, skin), side, select=id_)


def lesion_pictures(atlas: Atlas, lesion: Lesion, side: str = RIGHT) -> list[Picture]:
    """The body with the path to a lesion and what it takes: numb or dull skin, weak muscles; at most two pictures."""
    pathway = atlas.pathway(lesion.site)
    states: dict[str, State] = dict.fromkeys((*pathway.roots, *pathway.segments, lesion.site), LIT)
    states |= {id_: state for state in LESION_STATES for id_ in getattr(lesion, state)}
    skin = [id_ for id_ in states if id_ in atlas.dataset.territories]
    return _body_pictures(atlas, _best_views(atlas, states, skin), side, states=states)


def skin_picture(atlas: Atlas, view: str, skin: Iterable[str], side: str = RIGHT) -> Picture:
    """The skin alone, with these patches highlighted."""
    return _picture(atlas, unlabelled_svg(atlas, view, skin, side=side), view, side)
