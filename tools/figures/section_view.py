"""Cross sections: the views of what a plane cuts, seen from below, front at the top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

import numpy as np

from tools.body.bones.bones import bone_points
from tools.body.nerves.calibres import nerve_radii, read_calibres
from tools.body.one_body import OneBody
from tools.body.part import DISC, DURA, MUSCLE, NERVE, Part
from tools.body.tables import FigureConfig, View, read_rows
from tools.figures.part_image import anchor, rounded_to_units
from tools.figures.paths import open_path
from tools.figures.section_cut import Cut, Ellipse, crossings
from tools.figures.section_levels import Level, cut_of, read_levels
from tools.figures.section_tissues import CAVITY, FASCIA, FAT, FIRST_PART, WALL, Tissues, tissues
from tools.figures.shapes import Drawing

# Shares of the picture's longer side: how far lines are smoothed, and their tolerance.
_SMOOTH, _TOLERANCE = 1 / 500, 1 / 900
# The height of the letters of the directions: metres, and figure units that come on top.
_LETTER, _LEAST_LETTER = 0.0085, 8
# The handles of a cubic curve that is a quarter of a circle, in radii.
_ROUND = 0.5523
_PLAIN = {"fat": FAT, "fascia": FASCIA, "cavity": CAVITY, "wall": WALL}
"""Class → label of the tissues that stand for no node."""


class SectionView:
    """Draws the cross sections of a body."""

    def __init__(self, config: FigureConfig, body: OneBody) -> None:
        self.body, self.levels = body, read_levels(config.folder)
        self.nodes = {row["id"] for row in read_rows(config.folder, "muscles")}
        self.marks: Mapping[str, np.ndarray] = bone_points(config, body.skin, body.bones) if self.levels else {}
        self.skin = body.surface(both=True)
        self.lines = body.courses.lines
        self.radii = nerve_radii(self.lines, read_calibres(config.folder))

    def level(self, view: View) -> Level:
        """The level of a view. Raises ValueError if the table `sections` has none."""
        if view.id not in self.levels:
            raise ValueError(f"figure_source/sections.csv has no row for the view {view.id}")
        return self.levels[view.id]

    def points(self) -> dict[str, np.ndarray]:
        """A point in the plane of each section, in the standing body."""
        return {id_: level.point(self.body, self.marks) for id_, level in self.levels.items()}

    def cut(self, view: View) -> tuple[Cut, Tissues, list[tuple[str, Ellipse]]]:
        """The plane of a view, what it cuts, and the nerves that cross it, each with the id of its root or segment."""
        level = self.level(view)
        cut = cut_of(view, level.point(self.body, self.marks), self.skin[0])
        kept = _kept(cut, view)
        nerves = [
            (line.of, ellipse)
            for line, radius in zip(self.lines, self.radii, strict=True)
            for ellipse in crossings(cut, line.points, radius)
            if _at(kept, ellipse.middle)
        ]
        found = tissues(cut, self.skin, self._parts(), [ellipse for _, ellipse in nerves], kept, level.wall)
        return cut, found, nerves

    def _other_nerves(self, cut: Cut, view: View, unit: float) -> str:
        """The nerves of the other side, where the view shows it."""
        kept = _kept(cut, view)
        return "".join(
            ellipse_path(ellipse, unit)
            for line, radius in zip(self.lines, self.radii, strict=True)
            for ellipse in crossings(cut, line.points * [-1, 1, 1], radius)
            if _at(kept, ellipse.middle)
        )

    def _parts(self) -> list[tuple[Part, bool]]:
        """All parts of both sides, muscles first, and whether each is of the right side or the middle."""
        order = (MUSCLE, DURA)
        parts = sorted(
            (part for part in self.body.parts if part.kind != NERVE),
            key=lambda part: order.index(part.kind) if part.kind in order else len(order),
        )
        return [(side, own) for part in parts for side, own in _sides(part)]

    def draw(self, view: View) -> str:
        """The SVG text of a view."""
        cut, found, nerves = self.cut(view)
        unit = view.units / view.pixels
        size = max(found.labels.shape)
        broad = (found.labels > 0).astype(int)
        sigma = size * _SMOOTH
        drawing = rounded_to_units(Drawing(found.labels, broad, unit, sigma, sigma, size * unit * _TOLERANCE), 1)
        high, wide = (round(side * unit) for side in found.labels.shape)
        present = set(np.unique(found.labels).tolist())
        plain = [
            f'<path class="{name}" d="{drawing.shape({label})}"/>' for name, label in _PLAIN.items() if label in present
        ]
        plain += self._unnamed(found, drawing, present)
        plain += [f'<path class="plain-nerve" d="{path}"/>' for path in [self._other_nerves(cut, view, unit)] if path]
        box = f'viewBox="0 0 {wide} {high}"'
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" {box} class="view" data-view="{view.id}">',
                f'<path class="body" d="{drawing.shape(present - {0})}"/>',
                '<g class="section">',
                *(path for path in plain if ' d=""' not in path),
                "</g>",
                *_group("bones", self._bones(found, drawing, present, unit)),
                *_group("muscles", self._muscles(found, drawing, present, unit)),
                *_group("nerves", _nerve_groups(nerves, unit)),
                _compass(view, wide, high),
                "</svg>",
                "",
            ]
        )

    def _is_named(self, part: Part, own: bool) -> bool:
        return own and (part.id in self.nodes if part.kind == MUSCLE else part.kind != DURA)

    def _unnamed(self, found: Tissues, drawing: Drawing, present: Collection[int]) -> list[str]:
        """What stands for no node: the other side, muscles without facts, and the dural sac."""
        texts: dict[str, list[str]] = defaultdict(list)
        for k, part in enumerate(found.parts):
            if FIRST_PART + k in present and not self._is_named(part, found.own[k]):
                kind = part.kind if part.kind in (MUSCLE, DURA, DISC) else "bone"
                kind = "tendon" if kind == MUSCLE and not found.fleshy[k] else kind
                texts[kind].append(drawing.shape({FIRST_PART + k}))
        return [f'<path class="plain-{kind}" d="{"".join(texts[kind])}"/>' for kind in sorted(texts)]

    def _bones(self, found: Tissues, drawing: Drawing, present: Collection[int], unit: float) -> list[str]:
        paths = []
        for k, part in enumerate(found.parts, FIRST_PART):
            if k in present and part.kind != MUSCLE and self._is_named(part, found.own[k - FIRST_PART]):
                kind = 'class="disc" ' if part.kind == DISC else ""
                at = anchor(found.labels == k, unit)
                paths.append(f'<path {kind}data-bone="{part.id}" data-at="{at}" d="{drawing.shape({k})}"/>')
        return paths

    def _muscles(self, found: Tissues, drawing: Drawing, present: Collection[int], unit: float) -> list[str]:
        members: dict[str, list[int]] = defaultdict(list)
        for k, part in enumerate(found.parts, FIRST_PART):
            if k in present and part.kind == MUSCLE and self._is_named(part, found.own[k - FIRST_PART]):
                members[part.id].append(k)
        groups = []
        for id_, labels in members.items():
            at = anchor(np.isin(found.labels, labels), unit)
            paths = "".join(
                f'<path class="near{"" if found.fleshy[k - FIRST_PART] else " tendon"}" d="{drawing.shape({k})}"/>'
                for k in labels
            )
            if ' d=""' not in paths:
                groups.append(f'<g data-node="{id_}" data-at="{at}">{paths}</g>')
        return groups


def _sides(part: Part) -> list[tuple[Part, bool]]:
    return [(part.mirrored(), False), (part, True)] if part.paired else [(part, True)]


def _kept(cut: Cut, view: View) -> np.ndarray:
    """The pixels of a plane (high, wide) that a view keeps."""
    high, wide = cut.shape
    x = cut.low[0] + (np.arange(wide) + 0.5) / cut.scale
    y = cut.top[1] - (np.arange(high) + 0.5) / cut.scale
    flat = np.stack([*np.meshgrid(x, y), np.zeros((high, wide))], axis=-1)
    return view.keeps(cut.origin + flat.reshape(-1, 3) @ cut.frame).reshape(high, wide)


def _at(mask: np.ndarray, pixel: np.ndarray) -> bool:
    column, row = np.round(pixel).astype(int)
    return bool(0 <= row < mask.shape[0] and 0 <= column < mask.shape[1] and mask[row, column])


def _group(name: str, members: list[str]) -> list[str]:
    return [f'<g class="{name}">', *members, "</g>"] if members else []


def _compass(view: View, wide: int, high: int) -> str:
    """Letters in the margin: anterior and posterior, in a section of one side also medial and lateral."""
    letter = _LETTER * view.units + _LEAST_LETTER
    low = 0.36 * letter  # from the middle of a letter down to its baseline
    places = [("A", wide / 2, 2 * low + 1), ("P", wide / 2, high - 1)]
    if len(view.keep):
        places += [("L", letter / 2, high / 2 + low), ("M", wide - letter / 2, high / 2 + low)]
    texts = "".join(f'<text x="{x:.0f}" y="{y:.0f}">{name}</text>' for name, x, y in places)
    return f'<g class="compass" font-size="{letter:.0f}" text-anchor="middle">{texts}</g>'


def _nerve_groups(nerves: list[tuple[str, Ellipse]], unit: float) -> list[str]:
    groups: dict[str, list[Ellipse]] = defaultdict(list)
    for of, ellipse in nerves:
        groups[of].append(ellipse)
    texts = []
    for of, cuts in groups.items():
        thickest = max(cuts, key=lambda ellipse: ellipse.half[0] * ellipse.half[1])
        x, y = np.round((thickest.middle + 0.5) * unit, 1)  # a thin nerve is hardly a unit wide
        path = "".join(ellipse_path(ellipse, unit) for ellipse in cuts)
        texts.append(f'<g data-node="{of}" data-at="{x:g} {y:g}"><path class="near" d="{path}"/></g>')
    return texts


def ellipse_path(ellipse: Ellipse, unit: float) -> str:
    """An ellipse as four cubic curves of SVG path data, in figure units."""
    middle = (ellipse.middle + 0.5) * unit
    long = ellipse.along * ellipse.half[0] * unit
    short = np.array([-ellipse.along[1], ellipse.along[0]]) * ellipse.half[1] * unit
    axes = [long, short, -long, -short]
    cubics = [
        np.array([middle + a, middle + a + _ROUND * b, middle + b + _ROUND * a, middle + b])
        for a, b in zip(axes, [*axes[1:], axes[0]], strict=True)
    ]
    return open_path(cubics) + "z"
