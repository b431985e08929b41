"""The views that show a path as a whole: the body from the spine to the toes, and the detail where its skin is."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from atlas.api import Atlas
from atlas.figures.svg_files import find_group, group_shapes, read_figure
from atlas.figures.unlabelled import visibility

MOST_OF_THE_NERVES = 0.66
"""Views that draw all its roots and this share of as many nerves as any view does show the whole path."""
SEEN_AT_LEAST = 0.4
"""A detail is needed if no view of the whole path shows this share of the skin as large as a detail would."""


@cache
def _lines(atlas: Atlas, view: str) -> dict[str, float]:
    """Nerve → how well a view with skin shows it: 1 near the skin, less where it lies deep."""
    svg = read_figure(atlas, view)
    if find_group(svg, "skin") is None:
        return {}
    near = {"near": 1.0, "deep": 0.5}
    return {
        nerve.get("data-node", ""): max(
            (near.get(name, 0.0) for path in nerve.iter() for name in path.get("class", "").split()), default=1.0
        )
        for nerve in group_shapes(svg, "nerves")
    }


@cache
def _muscles(atlas: Atlas, view: str) -> frozenset[str]:
    """The muscles of which a view shows something that no other muscle covers."""
    groups = group_shapes(read_figure(atlas, view), "muscles")
    near = (group for group in groups if any("near" in path.get("class", "").split() for path in group))
    return frozenset(group.get("data-node", "") for group in near)


def _skin_seen(atlas: Atlas, view: str, skin: Collection[str]) -> float:
    seen = visibility(atlas, view)
    return sum(seen.get(patch, 0.0) for patch in skin)


def _most_skin(atlas: Atlas, skin: Collection[str]) -> float:
    return max((_skin_seen(atlas, view, skin) for view in atlas.dataset.views), default=0.0)


def whole_views(atlas: Atlas, nodes: Collection[str]) -> list[str]:
    """The views with skin that draw a path from its root to its end, the one that shows it best first.

    Args:
        nodes: ids of all that is on the path: roots, segments of nerves, muscles and patches of skin.

    Returns:
        Ids of views; an empty list if no view with skin draws a nerve of the path.
    """
    wanted = set(nodes)
    nerves = {view: wanted & set(_lines(atlas, view)) for view in atlas.dataset.views}
    most = max(map(len, nerves.values()), default=0)
    if not most:
        return []
    skin = wanted & set(atlas.dataset.territories)
    largest = _most_skin(atlas, skin) or 1.0
    muscles = wanted & set(atlas.dataset.muscles)

    def shown(view: str) -> float:
        lines = sum(_lines(atlas, view)[nerve] for nerve in nerves[view]) / most
        bellies = len(muscles & _muscles(atlas, view)) / len(muscles) if muscles else 0.0
        return lines + bellies + 2 * _skin_seen(atlas, view, skin) / largest

    roots = set(atlas.dataset.roots)
    most_roots = max(len(found & roots) for found in nerves.values())
    whole = [
        view
        for view, found in nerves.items()
        if len(found) >= MOST_OF_THE_NERVES * most and len(found & roots) == most_roots
    ]
    return sorted(whole, key=shown, reverse=True)


def detail_view(atlas: Atlas, skin: Collection[str], views: Collection[str]) -> str | None:
    """The view that shows these patches of skin best, if the given views show them too small; else None."""
    best = max(atlas.dataset.views, key=lambda view: _skin_seen(atlas, view, skin), default=None)
    if best is None or best in views:
        return None
    most = _skin_seen(atlas, best, skin)
    seen = max((_skin_seen(atlas, view, skin) for view in views), default=0.0)
    return best if seen < SEEN_AT_LEAST * most else None
