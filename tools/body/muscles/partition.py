"""The partition of the limb among its muscles: at each cell the muscle whose belly is relatively nearest wins."""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np

from tools.body.muscles.strands import Strands, set_half_axes
from tools.body.muscles.surroundings import CELL, Surroundings, fat
from tools.body.muscles.tables import BELLY, HEADS, SHEET, SLIPS

FILL = 1.35
"""A belly may swell to this multiple of its half axes where there is room."""

TUBED = (BELLY, SLIPS, HEADS)
"""The forms whose tendons are tubes; the others run out in a sheet."""

_FAR = 9.0
_LEAST = 0.0018
# A tendon keeps its place between bellies, and so does a very small muscle (cubic metres).
_TENDON, _SMALL, _HOLD = 0.55, 3e-6, 0.45
_SMALLEST, _LARGEST = 0.3, 3.0
# Powers of wanted / got by which half axes grow: below the square root that one muscle alone would need, and less and
# less, since neighbours grow too.
_STEPS, _SAME = (0.45, 0.45, 0.4, 0.4, 0.3, 0.3, 0.25, 0.2, 0.2, 0.15), 0.012


@dataclass
class Claim:
    """A part's relative distance in a box of cells: 1 at the half axes. `along` is the place along the belly."""

    strands: Strands
    box: tuple[slice, ...]
    f: np.ndarray
    along: np.ndarray
    radius: np.ndarray
    scale: float = 1.0


@numba.njit(cache=True)
def _splat(x, tangent, across, out, a, b, along, used, low, cell, grow, flat_depth, depth, f, where, radius):
    """The least relative distance of each cell to any strand, and the place along the belly of the nearest sample."""
    for k in range(x.shape[0]):
        for i in range(x.shape[1]):
            if not used[k, i]:
                continue
            wide, thick = a[k, i], b[k, i]
            length = min(max(thick / 2, 0.003), 0.008)
            first = np.empty(3, np.int64)
            last = np.empty(3, np.int64)
            for axis in range(3):
                reach = np.sqrt(
                    (across[k, i, axis] * wide) ** 2
                    + (tangent[k, i, axis] * length) ** 2
                    + (out[k, i, axis] * thick) ** 2
                )
                if flat_depth:
                    reach = wide
                first[axis] = max(int(np.floor((x[k, i, axis] - grow * reach - low[axis]) / cell)), 0)
                last[axis] = min(int(np.ceil((x[k, i, axis] + grow * reach - low[axis]) / cell)), f.shape[axis])
            own = 0.0
            if flat_depth:
                own = flat_depth_at(x[k, i], low, cell, depth)
            for p in range(first[0], last[0]):
                dx = low[0] + (p + 0.5) * cell - x[k, i, 0]
                for q in range(first[1], last[1]):
                    dy = low[1] + (q + 0.5) * cell - x[k, i, 1]
                    for r in range(first[2], last[2]):
                        dz = low[2] + (r + 0.5) * cell - x[k, i, 2]
                        v = (dx * across[k, i, 0] + dy * across[k, i, 1] + dz * across[k, i, 2]) / wide
                        w = (dx * tangent[k, i, 0] + dy * tangent[k, i, 1] + dz * tangent[k, i, 2]) / length
                        rest = v * v + w * w
                        if rest >= f[p, q, r]:
                            continue
                        if flat_depth:
                            u = (depth[p, q, r] - own) / thick
                        else:
                            u = (dx * out[k, i, 0] + dy * out[k, i, 1] + dz * out[k, i, 2]) / thick
                        here = rest + u * u
                        if here < f[p, q, r]:
                            f[p, q, r] = here
                            where[p, q, r] = along[i]
                            radius[p, q, r] = np.sqrt(wide * thick)


@numba.njit(cache=True)
def flat_depth_at(point, low, cell, depth):
    """The depth of the cell that holds a point."""
    p = min(max(int((point[0] - low[0]) / cell), 0), depth.shape[0] - 1)
    q = min(max(int((point[1] - low[1]) / cell), 0), depth.shape[1] - 1)
    r = min(max(int((point[2] - low[2]) / cell), 0), depth.shape[2] - 1)
    return depth[p, q, r]


def claim(strands: Strands, around: Surroundings, scale: float = 1.0) -> Claim:
    """What a part claims, with its half axes scaled."""
    set_half_axes(strands, scale)
    a, b = np.maximum(strands.a, _LEAST), np.maximum(strands.b, _LEAST)
    reach = FILL * float(max(a.max(), b.max())) + 2 * CELL
    box = around.box(strands.x.reshape(-1, 3), reach)
    shape = tuple(part.stop - part.start for part in box)
    f, where = np.full(shape, _FAR**2, np.float32), np.zeros(shape, np.float32)
    radius = np.full(shape, 0.004, np.float32)
    low = around.low + np.array([part.start for part in box]) * CELL
    depth = np.ascontiguousarray(around.depth[box])
    sheet = strands.part.form == SHEET
    if sheet and not strands.part.volume:
        # A sheet of connective tissue lies on the muscles and takes no room from them.
        return Claim(strands, box, np.sqrt(f), where, radius, scale)
    _splat(strands.x, strands.tangent, strands.across, strands.out, a, b, strands.along, strands.used,
           low, CELL, 1.6, sheet, depth, f, where, radius)  # fmt: skip
    return Claim(strands, box, np.sqrt(f), where, radius, scale)


@dataclass
class Partition:
    """Who owns each cell: the smallest claim (`best`), the next one (`second`), and the part that makes the smallest.

    `owner` is the number of that part, -1 where no part claims the cell.
    """

    best: np.ndarray
    second: np.ndarray
    owner: np.ndarray

    def others(self, number: int, box: tuple[slice, ...]) -> np.ndarray:
        """The least claim of all other parts in a box."""
        return np.where(self.owner[box] == number, self.second[box], self.best[box])


def weight(claim_: Claim) -> np.ndarray:
    """The claim that competes: tendons and very small muscles hold their ground."""
    beyond = np.clip(np.maximum(-claim_.along, claim_.along - 1) / 0.08, 0, 1)
    if 0 < claim_.strands.part.volume < _SMALL:
        return claim_.f * _HOLD
    return claim_.f * (1 - (1 - _TENDON) * beyond)


def divide(claims: list[Claim], around: Surroundings) -> Partition:
    """Give each cell to the part that claims it most."""
    shape = around.bone.shape
    best, second = np.full(shape, _FAR, np.float32), np.full(shape, _FAR, np.float32)
    owner = np.full(shape, -1, np.int16)
    for number, each in enumerate(claims):
        mine, box = weight(each), each.box
        wins = mine < best[box]
        second[box] = np.where(wins, best[box], np.minimum(second[box], mine))
        owner[box] = np.where(wins, number, owner[box])
        best[box] = np.where(wins, mine, best[box])
    return Partition(best, second, owner)


def confined(number: int, each: Claim, partition: Partition, around: Surroundings) -> np.ndarray:
    """A field on the part's box that is negative inside the part: in metres, near its surface."""
    box = each.box
    _, y, _ = around.centres(box)
    gap = (weight(each) - partition.others(number, box)) * each.radius * 0.5 + 0.0004
    terms = [
        (each.f - np.where((each.along < 0) | (each.along > 1), 1.0, FILL)) * each.radius,
        gap,
        0.0005 - around.bone[box],
        fat(y)[None, :, None] - around.depth[box],
    ]
    if each.strands.part.form == SHEET:
        terms[-1] = terms[-1] - 0.001
    if each.strands.part.form in TUBED:
        # The belly ends where its tendons, which are tubes, have taken over.
        length = float(each.strands.step.mean() / np.diff(each.strands.along)[0])
        terms.append(np.maximum(each.along - 1, -each.along) * length - CELL)
    return np.maximum.reduce([np.clip(term, -0.02, 0.02) for term in terms])


def grown(parts: list[Strands], around: Surroundings) -> tuple[list[Claim], Partition]:
    """Claims whose bellies have about the volumes wanted: half axes grow and shrink until they do."""
    claims = [claim(strands, around) for strands in parts]
    partition = divide(claims, around)
    for step in _STEPS:
        for number, each in enumerate(claims):
            wanted = each.strands.part.volume
            if not wanted:
                continue
            got = belly_volume(number, each, partition, around)
            factor = np.clip((wanted / max(got, wanted / 50)) ** step, 0.75, 1.3)
            scale = float(np.clip(each.scale * factor, _SMALLEST, _LARGEST))
            if abs(scale / each.scale - 1) > _SAME:
                claims[number] = claim(each.strands, around, scale)
        partition = divide(claims, around)
    return claims, partition


def belly_volume(number: int, each: Claim, partition: Partition, around: Surroundings) -> float:
    """Cubic metres of the belly as it is confined."""
    inside = confined(number, each, partition, around) < 0
    return float((inside & (each.along > -0.02) & (each.along < 1.02)).sum() * CELL**3)
