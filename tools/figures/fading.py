"""Where a view cuts the body, its drawing fades out instead of ending in a lid."""

from __future__ import annotations

import numpy as np

from tools.figures.camera import Picture

# Metres over which the body fades: more where the trunk goes on.
FADE, TRUNK_FADE, TRUNK = 0.035, 0.11, 1.0
# Metres around a level within which skin points count as on it.
_NEAR = 0.004
# The least share of a cut's normal in the plane of the picture, and the fade in metres of one that is seen face-on.
_SEEN, _FACE_ON = 0.35, 0.0005


def fade_length(frame: np.ndarray, cut: np.ndarray) -> float:
    """Metres over which the body fades out at a half-space a b c d, seen in a frame (3, 3); hardly any if face-on."""
    if np.hypot(*(frame[:2] @ cut[:3])) < _SEEN:
        return _FACE_ON
    return TRUNK_FADE if abs(cut[3]) > TRUNK else FADE


def fade_mask(picture: Picture, points: np.ndarray, units: float, size: tuple[int, int]) -> tuple[str, str]:
    """The SVG of a mask that fades at the first cut of the view, and the attribute that applies it; both may be empty.

    `points` are those of the skin in the standing pose, `units` is figure units per pixel, `size` the width and height
    of the figure.
    """
    name, (wide, high) = picture.view.id, size
    for cut in picture.view.keep:
        length = fade_length(picture.frame, cut)
        if length == _FACE_ON:
            continue
        along = points @ cut[:3] - cut[3]
        levels = [along, along + length]
        rims = [points[np.abs(level) < _NEAR] for level in levels]
        if not all(map(len, rims)):
            continue
        (x, y), (u, v) = (picture.project(rim)[:, :2].mean(axis=0) * units for rim in rims)
        ends = f'x1="{x:.0f}" y1="{y:.0f}" x2="{u:.0f}" y2="{v:.0f}"'
        return (
            f'<linearGradient id="fading-{name}" gradientUnits="userSpaceOnUse" {ends}>'
            '<stop offset="0.1" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>'
            f'<mask id="fade-{name}" maskUnits="userSpaceOnUse" x="0" y="0" width="{wide}" height="{high}">'
            f'<rect width="{wide}" height="{high}" fill="url(#fading-{name})"/></mask>',
            f' mask="url(#fade-{name})"',
        )
    return "", ""
