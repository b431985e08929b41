"""Layout of the figures on a plate: in true proportion within a group, and as large as the plate allows.

A group is a *row* (tall figures next to each other, then the wide ones stacked), a *column* (the tall figures above
the wide ones) or a *grid* (tall figures in two rows), over the full height of the plate or a part of it. The best
combination is chosen for each plate; CSS then scales it to the room there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product
from math import log

from atlas.api import Atlas
from atlas.dataset.tables.sources import Plate, View

Size = tuple[float, float]
"""Width and height in units of a figure."""
WIDE = 1.1
"""Figures of at least this ratio of width to height are stacked."""
ROW, COLUMN, GRID = "row", "column", "grid"
_ROOM: Size = (1.05, 1.0)
"""Width and height of the room a layout is chosen for; captions and gaps are fractions of its height."""
_TWO_MAPS, _TWO_MAPS_WIDTH = 'main[data-maps="two"] ', 0.6
"""CSS prefix for a page that shows the figures with skin twice, side by side, and the width of the room for each."""
_CAPTION, _GAP = 0.05, 0.03
_ON_REQUEST: Size = (0.2, 0.2)
"""Shares of the plate's width and height that a figure shown on request can get."""
CORNERS = (("left", "bottom"), ("right", "bottom"), ("right", "top"))
"""Where the insets of a plate stand, in their order."""
_INSET: Size = (0.2, 0.42)
"""Shares of the plate's width and height that an inset can get. The other figures keep clear of its width."""
_MAGNIFIED: Size = (0.4, 0.5)
"""Shares of a small plate's width and height that an inset gets that shows selected skin."""
_LOW = "@media (max-width:43.99rem),(max-height:34rem)"
"""Screens on which the body takes the whole plate; an inset lies over it only while it shows selected skin."""
_ROOM_FOR_LINES = (
    "@media screen and (min-width:44rem) and (min-height:34.01rem)",
    ':root:not([data-theme="projector"],[data-stage]) ',
)
"""Screens, and the CSS prefix of pages, on which the captions of a grid get room for two lines. Others give room for
several lines to all captions, or hide them."""
_TWO_LINES = "2.2rem"
_HEIGHT_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Shares of the plate's height that a group can get."""


def size_of(atlas: Atlas, view: View) -> Size:
    """The size of a view's figure; (1, 1) if the figure has none."""
    box = atlas.dataset.figures[view.id].svg.partition('viewBox="')[2].partition('"')[0].replace(",", " ").split()
    return (float(box[2]), float(box[3])) if len(box) == 4 else (1.0, 1.0)


def is_wide(atlas: Atlas, view: View) -> bool:
    """Whether the figure is clearly wider than tall."""
    width, height = size_of(atlas, view)
    return width >= WIDE * height


def section_numbers(atlas: Atlas) -> dict[str, int]:
    """Each view of a cross section → its number, counted from above; a figure of the whole limb marks their levels."""
    views = sorted(atlas.dataset.views.values(), key=lambda view: view.order)
    cuts = [view.id for view in views if 'class="section"' in atlas.dataset.figures[view.id].svg]
    return {view: number for number, view in enumerate(cuts, start=1)}


def plates(atlas: Atlas) -> list[Plate]:
    """The plates in order; the first is shown first. Empty if all views are shown together."""
    return sorted(atlas.dataset.plates.values(), key=lambda plate: plate.order)


@dataclass(frozen=True)
class ColumnHeight:
    """The height of a stack of figures: units of the figures, and the captions and gaps between them."""

    units: float
    captions: int
    gaps: int

    def scale(self, height: float) -> float:
        """Room for one unit in this height."""
        return (height - self.captions * _CAPTION - self.gaps * _GAP) / self.units


@dataclass(frozen=True)
class GroupLayout:
    """One layout of a group of `count` figures: its width in units, the gaps in its width, and its column heights."""

    count: int
    direction: str
    width: float
    gaps: int
    columns: tuple[ColumnHeight, ...]
    height_share: float = 1.0

    def scale(self, height: float) -> float:
        """Room for one unit on a plate of this height."""
        return min(column.scale(height * self.height_share) for column in self.columns)

    def limit(self) -> ColumnHeight:
        """The column that limits the scale in the room that layouts are chosen for."""
        return min(self.columns, key=lambda column: column.scale(_ROOM[1] * self.height_share))


def group_layouts(sizes: list[Size]) -> list[GroupLayout]:
    """Each possible layout of a group of figures.

    >>> [layout.direction for layout in group_layouts([(1, 2), (3, 2)])]
    ['row', 'column']
    >>> [layout.direction for layout in group_layouts([(1, 2), (1, 2), (1, 1)])]
    ['row', 'grid']
    """
    tall = [size for size in sizes if size[0] < WIDE * size[1]]
    wide = [size for size in sizes if size not in tall]
    tall_column = [ColumnHeight(max(h for _, h in tall), 1, 0)] if tall else []
    wide_column = [ColumnHeight(sum(h for _, h in wide), len(wide), len(wide) - 1)] if wide else []
    tall_width = sum(w for w, _ in tall)
    wide_width = max((w for w, _ in wide), default=0.0)
    columns = (*tall_column, *wide_column)
    found = [GroupLayout(len(sizes), ROW, tall_width + wide_width, len(tall) - (not wide), columns)]
    if tall and wide:
        both = ColumnHeight(tall_column[0].units + wide_column[0].units, 1 + len(wide), len(wide))
        gaps = len(tall) - 1 if tall_width >= wide_width else 0
        found.append(GroupLayout(len(sizes), COLUMN, max(tall_width, wide_width), gaps, (both,)))
    if len(tall) > 2 and not wide:
        in_row = grid_columns(len(tall))
        rows = [tall[:in_row], tall[in_row:]]
        widths = [max(w for w, _ in tall[column::in_row]) for column in range(in_row)]
        height = ColumnHeight(sum(max(h for _, h in row) for row in rows), 2, 1)
        found.append(GroupLayout(len(sizes), GRID, sum(widths), in_row - 1, (height,)))
    return found


def grid_columns(count: int) -> int:
    """The number of figures in the first of the two rows of a grid.

    >>> [grid_columns(count) for count in (3, 4)]
    [2, 2]
    """
    return (count + 1) // 2


@dataclass(frozen=True)
class _PlateWidth:
    """The width of groups next to each other, per unit of plate height, with the captions and gaps it contains.

    `captions` and `column_gaps` reduce the width, since they take height from the figures.
    """

    per_height: float
    gaps: int
    captions: float
    column_gaps: float

    @classmethod
    def of(cls, layouts: list[GroupLayout]) -> _PlateWidth:
        limits = [(layout, layout.limit()) for layout in layouts]
        return cls(
            sum(layout.height_share * layout.width / limit.units for layout, limit in limits),
            len(layouts) - 1 + sum(layout.gaps for layout in layouts),
            sum(limit.captions * layout.width / limit.units for layout, limit in limits),
            sum(limit.gaps * layout.width / limit.units for layout, limit in limits),
        )

    def plate_height(self, room_width: float) -> float:
        """The greatest height of the groups in a room of this width."""
        width = room_width - self.gaps * _GAP + self.captions * _CAPTION + self.column_gaps * _GAP
        return min(_ROOM[1], width / self.per_height)


def best_layouts(groups: dict[str, list[Size]], room_width: float = _ROOM[0]) -> dict[str, GroupLayout]:
    """The layout of each group that makes all figures together largest."""

    def score(layouts: Iterable[GroupLayout]) -> float:
        layouts = list(layouts)
        height = _PlateWidth.of(layouts).plate_height(room_width)
        return sum(layout.count * log(max(layout.scale(height), 1e-9)) for layout in layouts)

    options = [
        [replace(layout, height_share=share) for layout in group_layouts(sizes) for share in _HEIGHT_SHARES]
        for sizes in groups.values()
    ]
    return dict(zip(groups, max(product(*options), key=score), strict=True))


def _height(plate: _PlateWidth) -> str:
    """The height of the groups on a plate."""
    return (
        f"min(100cqh,(100cqw - 2*var(--margin,0px) + {plate.captions:.3f}*var(--caption)"
        f" - {plate.gaps - plate.column_gaps:.3f}*var(--gap))/{plate.per_height:.4f})"
    )


def _beside(groups: dict[str, list[Size]]) -> str:
    """The width left at each side of the groups, which are centred in the plate."""
    plate = _PlateWidth.of(list(best_layouts(groups).values()))
    taken = (
        f"{_height(plate)}*{plate.per_height:.4f} - {plate.captions:.3f}*var(--caption)"
        f" + {plate.gaps - plate.column_gaps:.3f}*var(--gap)"
    )
    return f"calc((100cqw - ({taken}))/{len(groups) + 1})"


def _group_rules(selector: str, groups: dict[str, list[Size]], room_width: float = _ROOM[0]) -> list[str]:
    layouts = best_layouts(groups, room_width)
    plate = _PlateWidth.of(list(layouts.values()))
    height = _height(plate)
    rules = []
    for group, layout in layouts.items():
        scales = [
            f"({height}*{layout.height_share:g} - {column.captions}*var(--caption) - {column.gaps}*var(--gap))"
            f"/{column.units:g}"
            for column in layout.columns
        ]
        block = f'{selector} [data-group="{_css_quoted(group)}"]'
        direction = ROW if layout.direction == GRID else layout.direction
        rules.append(f"{block}{{--unit:min({','.join(scales)});flex-direction:{direction}}}")
        if layout.direction == GRID:
            columns = f"repeat({grid_columns(layout.count)},auto)"
            rules.append(f"{block}>.tall{{display:grid;grid-template-columns:{columns};justify-items:center}}")
            # names are wider than figures of half the height
            rules.append(f"{block}{{--caption-lines:normal}}")
            if not selector.startswith(_TWO_MAPS):
                screens, pages = _ROOM_FOR_LINES
                rules.append(f"{screens}{{{pages}{block}{{--caption:{_TWO_LINES}}}}}")
    return rules


def _inset_rules(selector: str, view: View, size: Size, corner: tuple[str, str]) -> list[str]:
    """The size and place of an inset: the view is the only one of its group on the plate."""
    width, height = size
    # the buttons of the roots stand above the left corner
    room = f"min(var(--inset,{_INSET[1] * 100:g}cqh),100cqh - var(--roots,0px)) - var(--caption)"
    unit = f"min({_INSET[0] * 100:g}cqw/{width:g},({room})/{height:g})"
    large = f"min({_MAGNIFIED[0] * 100:g}cqw/{width:g},({_MAGNIFIED[1] * 100:g}cqh - var(--caption))/{height:g})"
    group = f'{selector} [data-group="{_css_quoted(view.group)}"]'
    place = "".join(f"{side}:0;" for side in corner)
    # below a figure at the top there is room for more lines, but beside them stand the other figures
    wrapped = [
        f"{group} figcaption{{white-space:normal;text-align:end;align-items:flex-start}}",
        f"{group} figcaption>:first-child{{flex:none;max-width:max(100%,min(8.5rem,var(--beside)))}}",
    ]
    return [
        f"{group}{{--unit:{unit};position:absolute;{place}flex-direction:{COLUMN}}}",
        # the name is often wider than the figure; it runs over towards the middle
        f"{group} figcaption{{justify-content:{'flex-start' if corner[0] == 'left' else 'flex-end'}}}",
        *(wrapped if "top" in corner else ()),
        f"{_LOW}{{{group}:not(:has(.skin .chosen)){{display:none}}{group}{{--unit:{large};background:var(--sheet)}}}}",
    ]


def _on_request_rule(selector: str, view: View, size: Size) -> str:
    """The size of a figure that lies over a corner of the plate, so that no other moves when it comes and goes."""
    width, height = size
    unit = f"min({_ON_REQUEST[0] * 100:g}cqw/{width:g},{_ON_REQUEST[1] * 100:g}cqh/{height:g})"
    return f'{selector} [data-group="{_css_quoted(view.group)}"]{{--unit:{unit};flex-direction:{COLUMN}}}'


def _css_quoted(text: str) -> str:
    r"""Text for a quoted CSS string, with unsafe characters escaped by code point.

    >>> _css_quoted('a"b')
    'a\\22 b'
    """
    return re.sub(r"""["\\<\x00-\x1f]""", lambda sign: f"\\{ord(sign[0]):x} ", text)


def _sizes_by_group(views: list[View], sizes: dict[str, Size]) -> dict[str, list[Size]]:
    groups: dict[str, list[Size]] = {}
    for view in views:
        groups.setdefault(view.group, []).append(sizes[view.id])
    return groups


def plate_css(atlas: Atlas) -> str:
    """The CSS rules that give each figure its size on each plate."""
    views = sorted(atlas.dataset.views.values(), key=lambda view: view.order)
    sizes = {view.id: size_of(atlas, view) for view in views}
    rules = [f'[data-view="{id_}"]{{--w:{w:g};--h:{h:g}}}' for id_, (w, h) in sizes.items()]
    selectors = {f'[data-plate="{plate.id}"]': plate.views for plate in plates(atlas)} or {"#figures": tuple(sizes)}
    insets_of = {f'[data-plate="{plate.id}"]': plate.insets for plate in plates(atlas)}
    for selector, shown in selectors.items():
        insets = insets_of.get(selector, ())
        own = [view for view in views if view.id in shown and not view.appears_with and view.id not in insets]
        for id_, corner in zip(insets, CORNERS, strict=False):
            rules += _inset_rules(selector, atlas.dataset.views[id_], sizes[id_], corner)
        if insets:
            rules.append(f"{selector} figcaption{{--beside:{_beside(_sizes_by_group(own, sizes))}}}")
            rules += [f"{selector}{{--margin:{_INSET[0] * 100:g}cqw}}", f"{_LOW}{{{selector}{{--margin:0px}}}}"]
        on_request = [view for view in views if view.id in shown and view.appears_with]
        rules += [_on_request_rule(selector, view, sizes[view.id]) for view in on_request]
        with_skin = [view for view in own if 'class="skin"' in atlas.dataset.figures[view.id].svg]
        rules += _group_rules(selector, _sizes_by_group(own, sizes))
        if with_skin:
            rules += _group_rules(_TWO_MAPS + selector, _sizes_by_group(with_skin, sizes), _TWO_MAPS_WIDTH)
    return "\n".join(rules)
