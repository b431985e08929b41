"""What the page shows along with a text: pathways, a lesion or a pair of places, and the settings of the figures."""

from __future__ import annotations

from atlas.dataset.cells import TextList
from atlas.dataset.rows import Claim

_NODES = ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")
_LESION_PLACES = ("roots", "nerves", "segments", "sites", "conditions")


class DisplayState(Claim):
    """A text and the state of the page that goes with it.

    At most one of `select` (pathways), `lesion` (one place) and `pair` (two places to compare) is set.
    `map`, `layer`, `plate` and `show` set the figures.
    """

    REFERS = {
        "select": _NODES,
        "lesion": _LESION_PLACES,
        "pair": _LESION_PLACES,
        "map": ("dermatome_maps",),
        "plate": ("plates",),
    }
    select: TextList = ()
    lesion: str = ""
    pair: TextList = ()
    map: str = ""
    layer: str = ""
    plate: str = ""
    show: TextList = ()

    @property
    def highlighted(self) -> tuple[str, ...]:
        """The ids of everything that the text highlights."""
        return (*self.select, *((self.lesion,) if self.lesion else ()), *self.pair)
