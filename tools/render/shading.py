"""Light on the surfaces of a buffer."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy import ndimage

from tools.body.part import MUSCLE, joined
from tools.render.buffers import Buffer, raster_depth
from tools.render.camera import Camera
from tools.render.grain import grain
from tools.render.lights import Lights
from tools.render.look import Look

_FAR = -1e29


def smooth_step(low: float, high: float, x: np.ndarray) -> np.ndarray:
    """0 below `low`, 1 above `high`, smooth between."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def blurred(values: np.ndarray, there: np.ndarray, sigma: float) -> np.ndarray:
    """Values (h, w) blurred over the pixels that are `there` only."""
    weight = ndimage.gaussian_filter(there.astype(np.float32), sigma, truncate=2.5)
    total = ndimage.gaussian_filter(np.where(there, values, 0).astype(np.float32), sigma, truncate=2.5)
    return total / np.maximum(weight, 1e-6)


def cavities(buffer: Buffer, scale: float) -> np.ndarray:
    """How deep each pixel lies below its surroundings (k,), 0 to 1: furrows between neighbours."""
    out = np.zeros(int(buffer.there.sum()), np.float32)
    for radius, deep, share in ((0.0022, 0.0022, 0.45), (0.006, 0.007, 0.35), (0.016, 0.02, 0.2)):
        # A wide blur needs few samples.
        every = max(1, int(radius * scale / 5))
        depth, there = buffer.depth[::every, ::every], buffer.there[::every, ::every]
        around = blurred(depth, there, radius * scale / every)
        if every > 1:
            around = ndimage.map_coordinates(around, np.argwhere(buffer.there).T / every, order=1, mode="nearest")
        else:
            around = around[buffer.there]
        out += share * np.clip((around - buffer.depth[buffer.there]) / deep, 0, 1)
    return out


def embossed(buffer: Buffer, amount: float, scale: float) -> Buffer:
    """The buffer with stronger relief: each normal turned away from the mean of the normals around it."""
    if not buffer.there.any():
        return buffer
    every, radius = max(1, int(0.014 * scale / 5)), 0.014
    there, full = buffer.there[::every, ::every], buffer.full(buffer.normals)[::every, ::every]
    at = np.argwhere(buffer.there).T / every
    around = np.stack(
        [
            ndimage.map_coordinates(blurred(full[..., k], there, radius * scale / every), at, order=1, mode="nearest")
            for k in range(3)
        ],
        axis=1,
    )
    # Near the contour the mean is one-sided and would bend the normals inwards.
    weight = amount * smooth_step(0.25, 0.6, buffer.normals[:, 2:])
    turned = buffer.normals + weight * (buffer.normals - around)
    return replace(buffer, normals=turned / np.linalg.norm(turned, axis=1, keepdims=True))


def lines(buffer: Buffer, scale: float) -> np.ndarray:
    """The strength of the line (k,), 0 to 1, where a surface passes behind another: heavier with the step of depth."""
    reach = max(1, round(0.0006 * scale))
    depth = np.where(buffer.there, buffer.depth, _FAR)
    front = ndimage.maximum_filter(depth, size=2 * reach + 1)
    step = np.where(buffer.there, front - buffer.depth, 0)
    # A slanted surface also rises over the reach of the filter; only what is steeper counts as a step.
    slope = buffer.full(
        np.sqrt(1 - np.clip(buffer.normals[:, 2], 0.25, 1) ** 2) / np.clip(buffer.normals[:, 2], 0.25, 1)
    )
    step = step - slope * 1.6 * reach / scale
    return smooth_step(0.0008, 0.008, step[buffer.there]) ** 0.7


def shadows(looks: Sequence[Look], buffer: Buffer, towards: np.ndarray, camera: Camera) -> np.ndarray:
    """How far each pixel lies in the shadow of another surface (k,), 0 to 1, soft at its edge."""
    points, faces, _ = joined([look.part for look in looks])
    if not len(points):
        return np.zeros(0, np.float32)
    light = towards @ camera.frame
    side = np.cross(camera.up, light)
    side /= np.linalg.norm(side)
    up = np.cross(light, side)
    scale = 600.0
    flat = points @ np.stack([side, up]).T
    low, high = flat.min(axis=0) - 0.01, flat.max(axis=0) + 0.01
    from_light = Camera(tuple(side), tuple(up), scale, (*low, *high))
    depth = raster_depth(points, faces, from_light)
    here = from_light.project(buffer.places)
    column, row = here[:, 0] - 0.5, here[:, 1] - 0.5
    out = np.zeros(len(here), np.float32)
    offsets = [(i, j) for i in range(-3, 4) for j in range(-3, 4) if i * i + j * j <= 10 and (i + j) % 2 == 0]
    for i, j in offsets:
        r = np.clip(np.round(row + i * 1.3).astype(int), 0, depth.shape[0] - 1)
        c = np.clip(np.round(column + j * 1.3).astype(int), 0, depth.shape[1] - 1)
        out += smooth_step(0.004, 0.009, depth[r, c] - here[:, 2])
    return out / len(offsets)


def albedo(looks: Sequence[Look], buffer: Buffer, lights: Lights) -> np.ndarray:
    """The colour of the material at each pixel (k, 3), with fibres, tendons and nails."""
    base = np.array([lights.colour(look.part.kind) for look in looks]).reshape(-1, 3)
    # Neighbouring muscles differ a little in tone, so that they can be told apart.
    spread = [((zlib.crc32(look.part.id.encode()) % 1000) / 999 - 0.5) * (look.part.kind == MUSCLE) for look in looks]
    out = base[buffer.look] * (1 + 0.16 * np.array(spread, np.float32)[buffer.look])[:, None]
    fleshy = np.array([look.part.kind == MUSCLE for look in looks])[buffer.look]
    if fleshy.any():
        places, fibre = buffer.places[fleshy], buffer.fibre[fleshy]
        streak = grain(places, fibre, 0.0032, 7, 0.0028) * 0.6 + grain(places, fibre, 0.0014, 7, 0.0022) * 0.5
        tendon = smooth_step(0.25, 0.85, buffer.tendon[fleshy] + 0.14 * streak)[:, None]
        furrow = np.clip(0.5 - 0.5 * streak, 0, 1)[:, None] * lights.number("grain") * 2
        flesh = out[fleshy] * (1 - furrow) + lights.colour("muscle_deep") * furrow
        pearl = lights.colour("tendon") * (1 + 0.10 * streak[:, None])
        out[fleshy] = flesh * (1 - tendon) + pearl * tendon
    nail = smooth_step(0.4, 0.6, buffer.nail)[:, None]
    out = out * (1 - nail) + lights.colour("nail") * nail
    pale = np.array([look.pale for look in looks], bool)[buffer.look]
    grey = out[pale].mean(axis=1, keepdims=True) if pale.any() else out[:0, :1]
    share = lights.number("pale_share")
    out[pale] = lights.colour("pale") * (share + (1 - share) * 2 * grey)
    return out


def lit(looks: Sequence[Look], buffer: Buffer, lights: Lights, camera: Camera) -> np.ndarray:
    """The light that each pixel sends to the viewer (k, 3)."""
    normal = buffer.normals
    key, fill = lights.vector("key_direction"), lights.vector("fill_direction")
    wrap = lights.number("wrap")
    colour = albedo(looks, buffer, lights)
    cavity = cavities(buffer, camera.scale)
    dark = 1 - lights.number("shadow") * shadows(looks, buffer, key, camera)
    diffuse = np.clip((normal @ key + wrap) / (1 + wrap), 0, 1) ** 1.25 * dark
    side = np.clip((normal @ fill + 0.4) / 1.4, 0, 1)
    open_ = np.clip(buffer.open, 0, 1) ** 1.3 * (1 - lights.number("cavity") * cavity)
    above = 0.75 + 0.25 * normal[:, 1]
    light = (
        lights.number("key") * (diffuse * (0.45 + 0.55 * open_))[:, None] * lights.colour("key_colour")
        + lights.number("fill") * (side * open_)[:, None] * lights.colour("fill_colour")
        + lights.number("sky") * (above * open_)[:, None]
    )
    # Closed places keep a warm glow, as light scatters in flesh.
    pale = np.array([look.pale for look in looks], bool)[buffer.look]
    warm = lights.colour("shadow_colour") * 0.35
    glow = np.where(pale[:, None], warm.mean(), warm)
    out = colour * (light + glow * (1 - open_)[:, None])
    half = key + np.array([0, 0, 1])
    half /= np.linalg.norm(half)
    shine = np.clip(normal @ half, 0, 1)
    wet = 0.05 + 0.10 * smooth_step(0.3, 0.9, buffer.tendon)
    out += ((wet * shine**28 + 0.03 * shine**8) * dark * open_)[:, None]
    rim = (1 - normal[:, 2]) ** 3 * lights.number("rim") * open_
    out += rim[:, None] * lights.colour("rim_colour") * (0.3 + colour)
    return out * (1 - lights.number("line") * lines(buffer, camera.scale))[:, None] * lights.number("exposure")


def toned(light: np.ndarray) -> np.ndarray:
    """Highlights bent gently below 1; darker tones stay as they are."""
    knee = 0.6
    over = np.maximum(light - knee, 0) / (1 - knee)
    return np.where(light > knee, knee + (1 - knee) * (1 - np.exp(-over)), light)
