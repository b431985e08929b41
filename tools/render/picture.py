"""The picture of the resting body: parts, the translucent skin over them, and the fading trunk."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import ndimage

from tools.render.buffers import Buffer, draw
from tools.render.camera import Camera
from tools.render.lights import Lights, to_encoded
from tools.render.look import Look
from tools.render.shading import embossed, lit, smooth_step, toned

_FINER = 3
"""Samples along each side of a pixel."""


def _faded(places: np.ndarray, camera: Camera) -> np.ndarray:
    """How much is left (k,) at places (k, 3) by the cuts of a camera."""
    left = np.ones(len(places))
    for *normal, reach, length in camera.cuts:
        left *= 1 - smooth_step(reach - length, reach, places @ np.array(normal))
    return left


def _contour(skin: Buffer, lights: Lights, scale: float, samples: int) -> np.ndarray:
    """The opacity (k,) of the line along the inside of the silhouette: heavier away from the key light."""
    inside = ndimage.distance_transform_edt(np.pad(skin.there, 1, mode="edge"))[1:-1, 1:-1][skin.there] / scale
    key = lights.vector("key_direction")
    away = smooth_step(-0.8, 0.9, -(skin.normals[:, :2] @ key[:2]) / np.linalg.norm(key[:2]))
    widest = min(lights.number("contour_width"), lights.number("contour_pixels") * samples / scale)
    width = widest * (0.45 + 0.55 * away)
    outer = 1 - smooth_step(0.55, 1.0, inside / width)
    # Folds of the skin within the silhouette: toes before toes, one leg before the other.
    depth = np.where(skin.there, skin.depth, -1e29)
    reach = max(1, round(0.0007 * scale))
    step = (ndimage.maximum_filter(depth, size=2 * reach + 1) - skin.depth)[skin.there]
    fold = smooth_step(0.003, 0.009, step) * 0.75
    # A fine line round each nail.
    nail = 4 * skin.nail * (1 - skin.nail)
    rim = smooth_step(0.5, 1.0, nail) * 0.35
    return lights.number("contour") * np.maximum(np.maximum(outer, fold), rim)


def _shell(looks: Sequence[Look], skin: Buffer, lights: Lights, camera: Camera) -> tuple[np.ndarray, np.ndarray]:
    """Colour (k, 3) and opacity (k,) of translucent skin."""
    facing = np.clip(skin.normals[:, 2], 0, 1)
    rim = (1 - facing) ** lights.number("shell_power")
    face, most = lights.number("shell_face"), lights.number("shell_rim")
    opacity = face + (most - face) * rim
    colour = np.repeat(lights.colour("shell_colour")[None], len(facing), axis=0)
    # The relief shows as a little shade where the skin turns from the light, and a little gloss where it meets it.
    key = lights.vector("key_direction")
    shade = np.clip(0.62 - skin.normals @ key, 0, 0.8) * (1 - rim) * lights.number("shell_relief")
    nail = smooth_step(0.35, 0.6, skin.nail)
    colour = colour * (1 - 0.55 * shade / np.maximum(shade + opacity, 1e-6))[:, None]
    opacity = opacity + (1 - opacity) * shade * 0.5
    opacity = opacity + (0.55 - opacity) * nail * (opacity < 0.55)
    half = key + np.array([0, 0, 1])
    gloss = np.clip(skin.normals @ (half / np.linalg.norm(half)), 0, 1) ** 40 * 0.16
    colour, opacity = colour + (1 - colour) * gloss[:, None], np.maximum(opacity, gloss)
    pale = np.array([look.pale for look in looks], bool)[skin.look]
    colour[pale] = colour[pale].mean(axis=1, keepdims=True)
    return colour, opacity


def render(looks: Sequence[Look], camera: Camera, lights: Lights, samples: int = _FINER) -> np.ndarray:
    """The picture (h, w, 4) of some looks in the standing body, as bytes of sRGB and straight opacity.

    The background is transparent. With `lights.opaque`, only the skin is shown. A pixel has `samples` a side.
    """
    fine = camera.finer(samples)
    high, wide = (side * samples for side in camera.size)
    skins, solids = [k for k in looks if k.is_skin], [k for k in looks if not k.is_skin]
    # Colours are multiplied by opacity while layers are put over each other.
    out = np.zeros((high, wide, 4), np.float32)

    def over(there: np.ndarray, colour: np.ndarray, opacity: np.ndarray) -> None:
        below = out[: there.shape[0], : there.shape[1]][there]
        layer = np.concatenate([colour * opacity[:, None], opacity[:, None]], axis=1)
        out[: there.shape[0], : there.shape[1]][there] = layer + below * (1 - opacity[:, None])

    if solids and not lights.opaque:
        buffer = draw(solids, fine)
        over(buffer.there, to_encoded(toned(lit(solids, buffer, lights, fine))), _faded(buffer.places, camera))
    if skins:
        skin = embossed(draw(skins, fine), lights.number("skin_relief"), fine.scale)
        fade = _faded(skin.places, camera)
        if lights.opaque:
            over(skin.there, to_encoded(toned(lit(skins, skin, lights, fine))), fade)
        else:
            colour, opacity = _shell(skins, skin, lights, fine)
            over(skin.there, to_encoded(colour), opacity * fade)
        line = lights.colour("contour_colour")
        grey = np.array([look.pale for look in skins], bool)[skin.look]
        ink = np.where(grey[:, None], line.mean(), line)
        over(skin.there, to_encoded(ink), _contour(skin, lights, fine.scale, samples) * fade)
    return _reduced(out, camera.size, samples)


def _reduced(fine: np.ndarray, size: tuple[int, int], times: int) -> np.ndarray:
    """Multiplied colours (h·times, w·times, 4) as bytes with straight opacity (h, w, 4)."""
    high, wide = size
    mean = fine[: high * times, : wide * times].reshape(high, times, wide, times, 4).mean(axis=(1, 3))
    opacity = mean[..., 3:]
    colour = np.where(opacity > 0, mean[..., :3] / np.maximum(opacity, 1e-6), 0)
    return np.round(np.clip(np.concatenate([colour, opacity], axis=2), 0, 1) * 255).astype(np.uint8)


def smaller(picture: np.ndarray, times: int) -> np.ndarray:
    """A picture (h, w, 4) at a whole fraction of its size."""
    size = picture.shape[0] // times, picture.shape[1] // times
    values = picture.astype(np.float32) / 255
    return _reduced(np.concatenate([values[..., :3] * values[..., 3:], values[..., 3:]], axis=2), size, times)
