"""The nerves in three dimensions: roots and segments as smooth lines inside the skin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import numpy as np

from atlas.dataset.folders import table_file
from tools.body.nerves.depth_constraints import constrain_depth
from tools.body.nerves.splines import Strand, directions, spline
from tools.body.nerves.waypoints import CourseError, placed_waypoints
from tools.body.skin.containment import SkinDepth
from tools.body.skin.skin_mesh import SkinMesh
from tools.body.tables import FigureConfig, read_rows, split_list


@dataclass(frozen=True)
class Line:
    """One strand of a root or segment: samples (n, 3) in metres at rest, proximal to distal, and their depth (n,).

    `stops` are the numbers of the samples at the waypoints that it passes `through`.
    """

    of: str
    through: tuple[str, ...]
    points: np.ndarray
    depth: np.ndarray
    stops: tuple[int, ...] = ()


@dataclass(frozen=True)
class Courses:
    """All nerves of a region. `marks` are the waypoints by id. `variants`: variant of the anatomy → its own lines."""

    lines: list[Line]
    marks: dict[str, np.ndarray]
    body: SkinMesh
    variants: Mapping[str, list[Line]] = field(default_factory=dict)


def read_strands(folder: Path) -> list[Strand]:
    """Every row of the table `courses` with the nerve of its segment; an empty list if there is no such table."""
    return [strand for _, strand in _strands(folder, "courses")]


def read_variant_strands(folder: Path) -> dict[str, list[Strand]]:
    """Variant of the anatomy → the strands that only people with it have; empty if there is no such table."""
    found: dict[str, list[Strand]] = {}
    for row, strand in _strands(folder, "variant_courses"):
        if row["action"] != "remove":
            found.setdefault(row["variant"], []).append(strand)
    return found


def _strands(folder: Path, table: str) -> Iterator[tuple[Mapping[str, str], Strand]]:
    if not (folder / table_file(table)).is_file():
        return
    nerve = {row["id"]: row["nerve"] for row in read_rows(folder, "segments")}
    for row in read_rows(folder, table):
        yield row, Strand(row["of"], nerve.get(row["of"], row["of"]), tuple(split_list(row["through"])))


def load_courses(config: FigureConfig, body: SkinMesh, marks: Mapping[str, np.ndarray]) -> Courses:
    """The nerves of a data folder in the body at rest. `marks` are the bone points (`bones.bone_points`).

    Raises:
        CourseError: a course has an unknown waypoint or fewer than two waypoints.
    """
    skin = SkinDepth(body)
    at = placed_waypoints(config, body, skin, marks)
    strands = read_strands(config.folder)
    variants = read_variant_strands(config.folder)
    for strand in (*strands, *chain(*variants.values())):
        unknown = [mark for mark in strand.through if mark not in at]
        if unknown or len(strand.through) < 2:
            raise CourseError(f"the course of '{strand.of}' needs two known waypoints; unknown: {unknown}")
    return Courses(
        _lines(strands, strands, at, skin),
        at,
        body,
        {variant: _lines(own, [*strands, *own], at, skin) for variant, own in variants.items()},
    )


def _lines(drawn: list[Strand], among: list[Strand], at: Mapping[str, np.ndarray], skin: SkinDepth) -> list[Line]:
    """The lines of strands, which meet others `among` all strands of the person."""
    tangents = directions(among, at)
    uses = Counter(mark for strand in among for mark in strand.through)
    lines = []
    for strand in drawn:
        points = np.array([at[mark] for mark in strand.through])
        samples, stops = spline(points, [tangents.get(mark) for mark in strand.through])
        ends = np.isin(np.arange(len(stops)), [0, len(stops) - 1])
        fixed = ends | (np.array([uses[mark] for mark in strand.through]) > 1)
        samples = constrain_depth(samples, stops, fixed, skin)
        lines.append(Line(strand.of, strand.through, samples, skin.depth(samples), tuple(map(int, stops))))
    return lines
