"""Which colour class each patch of skin wears, by roots or by nerves. The colours themselves stand in the style sheet.

A *fill* is a class (`c5`), several joined by `-` (stripes), or `silent` or `blank` (hatched, dotted). With `-unread`
at its end, lines lie over it: what the layer says there was not checked against its source.
A *mark* is what is written on the patch, so that colour never speaks alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from atlas.api import Atlas

ROOT_TONES = 10
NERVE_TONES = 14
NERVES = "nerves"
"""The name of the layer of cutaneous territories; the other layers go by the id of their dermatome map."""
UNREAD = "unread"
"""The last part of a fill that was not checked."""
_HATCHED = ("silent", "blank", UNREAD)


@dataclass(frozen=True)
class Dress:
    """The tones and the mark of one patch of skin in one layer, and whether they were read at their source."""

    fill: str
    mark: str = ""
    read: bool = True

    @property
    def worn(self) -> str:
        """The fill with what tells whether it was checked."""
        return self.fill if self.read else f"{self.fill}-{UNREAD}"


def root_class(atlas: Atlas, root: str) -> str:
    """The colour class of a root, by its order."""
    return f"c{(atlas.dataset['roots'][root].order - 1) % ROOT_TONES + 1}"


def skin_nerves(atlas: Atlas) -> dict[str, int]:
    """The nerves that are the main innervation of some skin, in anatomical order, numbered from 1."""
    segments, found = atlas.dataset["segments"], set()
    for row in atlas.dataset["innervation"].values():
        if row.role == "main" and row.target in atlas.dataset["territories"]:
            found.add(segments[row.branch].nerve)
    ordered = [nerve for nerve in atlas.dataset["nerves"] if nerve in found]
    return {nerve: at for at, nerve in enumerate(ordered, start=1)}


def nerve_class(number: int) -> str:
    """The colour class of a numbered nerve."""
    return f"n{(number - 1) % NERVE_TONES + 1}"


def _by_map(atlas: Atlas, territory: str, map_id: str) -> Dress:
    row = atlas.dataset["dermatomes"].get((territory, map_id))
    if row is None:
        return Dress("silent")
    read = row.checked == "read"
    if row.standing != "drawn":
        return Dress(row.standing, read=read)
    roots = sorted(row.roots, key=lambda root: atlas.dataset["roots"][root].order)
    return Dress("-".join(root_class(atlas, root) for root in roots), "/".join(roots), read)


def _by_nerve(atlas: Atlas, territory: str, numbers: dict[str, int]) -> Dress:
    segments = atlas.dataset["segments"]
    branches = [row.branch for row in atlas.nerve_graph.innervation_by_target.get(territory, ()) if row.main]
    own = sorted({numbers[segments[branch].nerve] for branch in branches})
    classes = list(dict.fromkeys(nerve_class(number) for number in own))
    return Dress("-".join(classes) or "silent", "/".join(map(str, own)))


@lru_cache(4)
def dresses(atlas: Atlas) -> dict[str, dict[str, Dress]]:
    """Layer (the id of a dermatome map, or NERVES) → territory → how it is dressed."""
    territories, numbers = atlas.dataset["territories"], skin_nerves(atlas)
    layers = {map_id: {t: _by_map(atlas, t, map_id) for t in territories} for map_id in atlas.maps}
    layers[NERVES] = {t: _by_nerve(atlas, t, numbers) for t in territories}
    return layers


def paint(fill: str) -> tuple[str, str]:
    """The class and the `fill` attribute of a shape: a plain tone by class, all else by a pattern.

    >>> paint("c5"), paint("c5-c6")
    (('c5', ''), ('woven', 'url(#fill-c5-c6)'))
    """
    plain = "-" not in fill and fill not in _HATCHED
    return (fill, "") if plain else ("woven", f"url(#fill-{fill})")
