"""The views of a plate that together show best what is lit: each of them adds something that the others hide."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from atlas.api import Atlas
from atlas.figures.svg_files import group_shapes, read_figure
from atlas.figures.unlabelled import visibility

ADDS_AT_LEAST = 0.12
"""A further view is taken if it adds at least this much, where 1 is all skin, all nerves or all muscles."""
_NERVES = {"near": 1.0, "deep": 0.5}
_MUSCLES = {"near": 1.0, "deep": 0.2}
"""Class of a stretch of a nerve or a part of a muscle → how well it is seen."""


@cache
def _seen(atlas: Atlas, view: str) -> dict[str, float]:
    """Nerve or muscle → how well a view shows it, from 0 to 1."""
    svg, found = read_figure(atlas, view), dict[str, float]()
    for group, weights in (("nerves", _NERVES), ("muscles", _MUSCLES)):
        for shape in group_shapes(svg, group):
            classes = [name for path in shape.iter() for name in path.get("class", "").split()]
            seen = max((weights[name] for name in classes if name in weights), default=1.0)
            found[shape.get("data-node", "")] = max(seen, found.get(shape.get("data-node", ""), 0.0))
    return found


def _shown(atlas: Atlas, views: Sequence[str], ids: Collection[str]) -> dict[str, dict[str, float]]:
    """View → id → how well the view shows it, so that all skin, all nerves and all muscles weigh 1 each."""
    tables = atlas.dataset
    skin = [id_ for id_ in ids if id_ in tables.territories]
    muscles = [id_ for id_ in ids if id_ in tables.muscles]
    nerves = [id_ for id_ in ids if id_ not in tables.territories and id_ not in tables.muscles]
    found: dict[str, dict[str, float]] = {view: {} for view in views}
    for kind in (nerves, muscles):
        drawn = [id_ for id_ in kind if any(id_ in _seen(atlas, view) for view in views)]
        for view in views:
            found[view] |= {id_: _seen(atlas, view).get(id_, 0.0) / len(drawn) for id_ in drawn}
    largest = {id_: max(visibility(atlas, view).get(id_, 0.0) for view in views) for id_ in skin}
    drawn = [id_ for id_ in skin if largest[id_]]
    for view in views:
        found[view] |= {id_: visibility(atlas, view).get(id_, 0.0) / largest[id_] / len(drawn) for id_ in drawn}
    return found


def views_that_show(
    atlas: Atlas, views: Sequence[str], ids: Collection[str], most: int, with_views: Sequence[str] = ()
) -> list[str]:
    """At most `most` of these views: those that show these ids best together.

    `with_views`: views that are shown in any case, first and counted in `most`. The others are in the given order. If
    nothing shows any of the ids, the first views.
    """
    shown = _shown(atlas, [*with_views, *views], ids)
    best = dict[str, float]()
    for view in with_views:
        best = {id_: max(seen, best.get(id_, 0.0)) for id_, seen in shown[view].items()}
    chosen: list[str] = []

    def gain(view: str) -> float:
        return sum(max(0.0, seen - best.get(id_, 0.0)) for id_, seen in shown[view].items())

    while len(with_views) + len(chosen) < most:
        found = max((view for view in views if view not in chosen), key=gain, default=None)
        if found is None or gain(found) < (ADDS_AT_LEAST if best else 1e-9):
            break
        chosen.append(found)
        best = {id_: max(seen, best.get(id_, 0.0)) for id_, seen in shown[found].items()}
    added = [view for view in views if view in chosen]
    return [*with_views, *added] or list(views[:most])
