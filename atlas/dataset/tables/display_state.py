"""What a text has the page show with it: pathways, a lesion or two places held together, and how the figures stand."""

from __future__ import annotations

from atlas.dataset.cells import Listed
from atlas.dataset.rows import Claim

_NODES = ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")
_PLACED = ("roots", "nerves", "segments", "sites", "conditions")


class Shown(Claim):
    """A text with what it lights: at most one of the pathways of `select`, the lesion at `lesion`, or the two places
    of `pair` held together. `map`, `layer`, `plate` and `show` say what the figures show with it.
    """

    REFERS = {
        "select": _NODES,
        "lesion": _PLACED,
        "pair": _PLACED,
        "map": ("dermatome_maps",),
        "plate": ("plates",),
    }
    select: Listed = ()
    lesion: str = ""
    pair: Listed = ()
    map: str = ""
    layer: str = ""
    plate: str = ""
    show: Listed = ()

    @property
    def lit(self) -> tuple[str, ...]:
        """Everything that the text lights."""
        return (*self.select, *((self.lesion,) if self.lesion else ()), *self.pair)
