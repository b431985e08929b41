"""The colour class of each patch of skin, by roots or by nerves. The colours themselves are in the style sheet.

A *fill* is a colour class (`c5`), several classes joined by `-` (stripes), or `silent` or `blank` (hatched, dotted).
The suffix `-unread` adds lines: the entry of the layer was not checked against its source.
A *mark* is the text on the patch, so that colour is never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from atlas.api import Atlas
from atlas.graph.nerve_graph import SOMETIMES

ROOT_TONES = 10
NERVE_TONES = 14
NERVES = "nerves"
"""The name of the layer of nerve fields; every other layer has the id of its dermatome map."""
UNREAD = "unread"
"""Suffix of a fill that was not checked."""
_HATCHED = ("silent", "blank", UNREAD)


@dataclass(frozen=True)
class SkinStyle:
    """The fill and mark of one patch of skin in one layer, and whether its entry was checked against the source."""

    fill: str
    mark: str = ""
    read: bool = True

    @property
    def full_fill(self) -> str:
        """The fill, with the suffix for an entry that was not checked."""
        return self.fill if self.read else f"{self.fill}-{UNREAD}"


def root_class(atlas: Atlas, root: str) -> str:
    """The colour class of a root, by its order."""
    return f"c{(atlas.dataset.roots[root].order - 1) % ROOT_TONES + 1}"


def skin_nerves(atlas: Atlas) -> dict[str, int]:
    """The nerves that supply some skin in the usual person, in anatomical order, numbered from 1."""
    segments = atlas.dataset.segments
    found = {segments[row.segment].nerve for row in atlas.dataset.fields.values() if row.share != SOMETIMES}
    ordered = [str(nerve) for nerve in atlas.dataset["nerves"] if nerve in found]
    return {nerve: number for number, nerve in enumerate(ordered, start=1)}


def nerve_class(number: int) -> str:
    """The colour class of a numbered nerve."""
    return f"n{(number - 1) % NERVE_TONES + 1}"


def _style_by_map(atlas: Atlas, territory: str, map_id: str) -> SkinStyle:
    row = atlas.dataset.dermatomes.get((territory, map_id))
    if row is None:
        return SkinStyle("silent")
    read = row.checked == "read"
    if row.standing != "drawn":
        return SkinStyle(row.standing, read=read)
    roots = sorted(row.roots, key=lambda root: atlas.dataset.roots[root].order)
    return SkinStyle("-".join(root_class(atlas, root) for root in roots), "/".join(roots), read)


def _style_by_nerve(atlas: Atlas, territory: str, numbers: dict[str, int]) -> SkinStyle:
    segments = atlas.dataset.segments
    branches = [edge.branch for edge in atlas.nerve_graph.innervation_by_target.get(territory, ()) if edge.main]
    own = sorted({numbers[segments[branch].nerve] for branch in branches})
    classes = list(dict.fromkeys(nerve_class(number) for number in own))
    return SkinStyle("-".join(classes) or "silent", "/".join(map(str, own)))


@lru_cache(4)
def skin_styles(atlas: Atlas) -> dict[str, dict[str, SkinStyle]]:
    """Layer (id of a dermatome map, or NERVES) → territory → its style."""
    territories, numbers = atlas.dataset.territories, skin_nerves(atlas)
    layers = {map_id: {t: _style_by_map(atlas, t, map_id) for t in territories} for map_id in atlas.maps}
    layers[NERVES] = {t: _style_by_nerve(atlas, t, numbers) for t in territories}
    return layers


def fill_class(fill: str) -> tuple[str, str]:
    """The class and the `fill` attribute of a shape: a plain colour by class, everything else by a pattern.

    >>> fill_class("c5"), fill_class("c5-c6")
    (('c5', ''), ('patterned', 'url(#fill-c5-c6)'))
    """
    plain = "-" not in fill and fill not in _HATCHED
    return (fill, "") if plain else ("patterned", f"url(#fill-{fill})")
