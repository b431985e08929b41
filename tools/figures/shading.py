"""Shading of the skin as a small grey picture, to be multiplied over the shapes."""

from __future__ import annotations

import base64
import io

import numpy as np
from PIL import Image
from scipy import ndimage

from tools.figures.camera import Picture

# Key light from the upper left, fill light from the right: unit vectors towards the lamps in the viewer's frame.
KEY = np.array([-0.30, 0.52, 0.80])
FILL = np.array([0.62, 0.08, 0.78])
# Samples per metre; the picture is scaled down later, so more would be wasted.
SAMPLES = 1500
# Width in metres of forms that count as detail, and by how much their light is exaggerated.
DETAIL = ((0.006, 0.7), (0.020, 0.6))

KNEE = 0.7


def _blurred(values: np.ndarray, mask: np.ndarray, sigma: float) -> np.ndarray:
    weight = ndimage.gaussian_filter(mask.astype(float), sigma)
    return ndimage.gaussian_filter(np.where(mask, values, 0), sigma) / np.maximum(weight, 1e-3)


def tone(picture: Picture, normal: np.ndarray, skin: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Brightness from 0 to 1 and the mask where it is defined, both coarser than the picture.

    Forms get darker towards the rims and in hollows.
    """
    every = np.s_[:: max(1, int(picture.scale / SAMPLES))]
    scale = picture.scale / (every.step or 1)
    skin = skin[every, every]
    facing = picture.values(normal, every) @ picture.frame.T
    facing /= np.maximum(np.linalg.norm(facing, axis=2, keepdims=True), 1e-9)
    lit = 0.5 * np.clip(facing @ KEY, 0, 1) + 0.15 * np.clip(facing @ FILL, 0, 1) + 0.35 * np.clip(facing[..., 2], 0, 1)
    lit = _blurred(lit, skin, scale * 0.0012)
    lit += sum(share * np.clip(lit - _blurred(lit, skin, scale * reach), -0.12, 0.12) for reach, share in DETAIL)
    # Parts behind their surroundings get less light, which shows toe clefts, the arch of the sole and folds.
    metres = picture.depth[every, every] / picture.scale
    dark = np.zeros_like(lit)
    for reach, full in ((0.006, 0.010), (0.018, 0.030)):
        behind = _blurred(metres, skin, scale * reach) - np.where(skin, metres, 0)
        dark += 0.09 * np.clip(behind / full, 0, 1)
    light = 0.52 + 0.50 * lit - _blurred(dark, skin, scale * 0.0015)
    # Text is written on the skin, so deep shade is limited.
    return np.clip(np.where(light < KNEE, KNEE - 0.5 * (KNEE - light), light), 0, 1), skin


def webp(light: np.ndarray, skin: np.ndarray, pixels: int, quality: int) -> bytes:
    """The brightness as WebP. Outside the skin the nearest value continues, so that clipping leaves no seam."""
    near = ndimage.distance_transform_edt(~skin, return_distances=False, return_indices=True)
    grey = Image.fromarray((light[tuple(near)] * 255).astype(np.uint8))
    share = min(1.0, (pixels / (grey.width * grey.height)) ** 0.5)
    small = grey.resize([max(1, round(side * share)) for side in grey.size], Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.convert("RGB").save(out, "WEBP", quality=quality, method=6)
    return out.getvalue()


def as_uri(picture: bytes) -> str:
    """The picture as a data URI."""
    return "data:image/webp;base64," + base64.b64encode(picture).decode("ascii")
