"""How the figures of a plate stand together: in true proportion within a group, as large as the plate's room allows.

A group stands *abreast* (tall figures in a row, wide ones stacked beside them) or *stacked* (the row of tall ones above
the wide ones), over the whole height of the plate or a part of it. The best of all is chosen for each plate; the style
sheet then fits it to the room there is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product
from math import log

from atlas.api import Atlas
from atlas.dataset.tables.sources import Plate, View

WIDE = 1.1
"""From this proportion of width to height on, figures of a group stand one above the other."""
ABREAST, STACKED = "row", "column"
_ROOM = (1.62, 1.0)
"""Width and height of the room for which an arrangement is chosen; captions and gaps are parts of its height."""
_BESIDE, _HALF = 'main[data-maps="two"] ', 0.83
"""Where the figures stand twice, side by side, each time with what has skin; and the width of their room then."""
_CAPTION, _GAP = 0.05, 0.03
_PARTS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Parts of the plate's height that a group can be given."""


def size_of(atlas: Atlas, view: View) -> tuple[float, float]:
    """Width and height of a view in its own units; 1 and 1 where the figure does not say."""
    box = atlas.dataset.figures[view.id].svg.partition('viewBox="')[2].partition('"')[0].replace(",", " ").split()
    return (float(box[2]), float(box[3])) if len(box) == 4 else (1.0, 1.0)


def is_wide(atlas: Atlas, view: View) -> bool:
    """Whether the figure is wider than tall."""
    width, height = size_of(atlas, view)
    return width >= WIDE * height


def plates(atlas: Atlas) -> list[Plate]:
    """The plates in their order; the first is shown first. None, when all views stand together."""
    return sorted(atlas.dataset["plates"].values(), key=lambda plate: plate.order)


@dataclass(frozen=True)
class Stand:
    """One group arranged one way: its size in units, and the captions and gaps that its height and width hold."""

    count: int
    way: str
    width: float
    gaps: int
    heights: tuple[tuple[float, int, int], ...]
    """(units, captions, gaps) of each column; the one that needs the smallest scale counts."""
    part: float = 1.0

    def scale(self, tall: float) -> float:
        """Room for one unit where all may be `tall`."""
        own = tall * self.part
        return min((own - captions * _CAPTION - gaps * _GAP) / units for units, captions, gaps in self.heights)

    def binding(self) -> tuple[float, int, int]:
        """The column that limits the scale in the room that arrangements are chosen for."""
        tall = _ROOM[1] * self.part
        return min(self.heights, key=lambda column: (tall - column[1] * _CAPTION - column[2] * _GAP) / column[0])


def stands(sizes: list[tuple[float, float]]) -> list[Stand]:
    """Each way in which a group of figures can stand.

    >>> [stand.way for stand in stands([(1, 2), (3, 2)])]
    ['row', 'column']
    """
    tall = [size for size in sizes if size[0] < WIDE * size[1]]
    wide = [size for size in sizes if size not in tall]
    row = [(max(h for _, h in tall), 1, 0)] if tall else []
    stack = [(sum(h for _, h in wide), len(wide), len(wide) - 1)] if wide else []
    across = sum(w for w, _ in tall)
    widest = max((w for w, _ in wide), default=0.0)
    found = [Stand(len(sizes), ABREAST, across + widest, len(tall) - (not wide), (*row, *stack))]
    if tall and wide:
        both = (row[0][0] + stack[0][0], 1 + len(wide), len(wide))
        found.append(Stand(len(sizes), STACKED, max(across, widest), len(tall) - 1 if across >= widest else 0, (both,)))
    return found


def _tallest(chosen: tuple[Stand, ...], wide: float) -> float:
    """How tall the groups can be beside each other in a room of this width."""
    bound = [(stand, *stand.binding()) for stand in chosen]
    across = sum(stand.part * stand.width / units for stand, units, _, _ in bound)
    taken = _GAP * (len(chosen) - 1 + sum(stand.gaps for stand in chosen))
    given = sum((captions * _CAPTION + gaps * _GAP) * stand.width / units for stand, units, captions, gaps in bound)
    return min(_ROOM[1], (wide - taken + given) / across)


def arrange(groups: dict[str, list[tuple[float, float]]], wide: float = _ROOM[0]) -> dict[str, Stand]:
    """The way of each group with which all figures together become largest."""

    def worth(chosen: tuple[Stand, ...]) -> float:
        tall = _tallest(chosen, wide)
        return sum(stand.count * log(max(stand.scale(tall), 1e-9)) for stand in chosen)

    ways = [[replace(stand, part=part) for stand in stands(sizes) for part in _PARTS] for sizes in groups.values()]
    best = max(product(*ways), key=worth)
    return dict(zip(groups, best, strict=True))


def _rules(name: str, groups: dict[str, list[tuple[float, float]]], wide: float = _ROOM[0]) -> list[str]:
    chosen = arrange(groups, wide)
    bound = [(stand, *stand.binding()) for stand in chosen.values()]
    across = sum(stand.part * stand.width / units for stand, units, _, _ in bound)
    gaps = len(chosen) - 1 + sum(stand.gaps for stand in chosen.values())
    captions = sum(count * stand.width / units for stand, units, count, _ in bound)
    between = sum(count * stand.width / units for stand, units, _, count in bound)
    tall = f"min(100cqh,(100cqw + {captions:.3f}*var(--caption) - {gaps - between:.3f}*var(--gap))/{across:.4f})"
    rules = []
    for group, stand in chosen.items():
        least = ",".join(
            f"({tall}*{stand.part:g} - {captions}*var(--caption) - {gaps}*var(--gap))/{units:g}"
            for units, captions, gaps in stand.heights
        )
        scale = f"min({least})" if "," in least else f"calc({least})"
        rules.append(f'{name} [data-group="{_quoted(group)}"]{{--unit:{scale};flex-direction:{stand.way}}}')
    return rules


def _quoted(text: str) -> str:
    r"""Text within quotes of a style sheet: what would end them is told by its number.

    >>> _quoted('a"b')
    'a\\22 b'
    """
    return re.sub(r"""["\\<\x00-\x1f]""", lambda sign: f"\\{ord(sign[0]):x} ", text)


def _grouped(views: list[View], sizes: dict[str, tuple[float, float]]) -> dict[str, list[tuple[float, float]]]:
    groups: dict[str, list[tuple[float, float]]] = {}
    for view in views:
        groups.setdefault(view.group, []).append(sizes[view.id])
    return groups


def arrangement(atlas: Atlas) -> str:
    """The rules of the style sheet that give each figure its size, on each plate."""
    views = sorted(atlas.dataset["views"].values(), key=lambda view: view.order)
    sizes = {view.id: size_of(atlas, view) for view in views}
    rules = [f'[data-view="{id_}"]{{--w:{w:g};--h:{h:g}}}' for id_, (w, h) in sizes.items()]
    sets = {f'[data-plate="{plate.id}"]': plate.views for plate in plates(atlas)} or {"#figures": tuple(sizes)}
    for name, shown in sets.items():
        own = [view for view in views if view.id in shown]
        skin = [view for view in own if 'class="skin"' in atlas.dataset.figures[view.id].svg]
        rules += _rules(name, _grouped(own, sizes))
        rules += _rules(_BESIDE + name, _grouped(skin, sizes), _HALF) if skin else []
    return "\n".join(rules)
