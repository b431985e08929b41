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
# The same for a cut that is seen slantwise, where a short fade would be a hard edge.
_SLANTED, _SLANTED_FADE = 0.6, 0.11


def fade_length(frame: np.ndarray, cut: np.ndarray) -> float:
    """Metres over which the body fades out at a half-space a b c d, seen in a frame (3, 3); hardly any if face-on."""
    seen = np.hypot(*(frame[:2] @ cut[:3]))
    if seen < _SEEN:
        return _FACE_ON
    if seen < _SLANTED:
        return _SLANTED_FADE
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
        if np.hypot(*(picture.frame[:2] @ cut[:3])) < _SLANTED:
            return _mask(
                name, size, *_round_each_leg(name, [picture.project(rim)[:, :2] * units for rim in rims], wide)
            )
        ends = f'x1="{x:.0f}" y1="{y:.0f}" x2="{u:.0f}" y2="{v:.0f}"'
        gradient = (
            f'<linearGradient id="fading-{name}" gradientUnits="userSpaceOnUse" {ends}>'
            '<stop offset="0.1" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>'
        )
        return _mask(name, size, gradient, f'<rect width="{wide}" height="{high}" fill="url(#fading-{name})"/>')
    return "", ""


def _mask(name: str, size: tuple[int, int], gradients: str, content: str) -> tuple[str, str]:
    wide, high = size
    return (
        f'{gradients}<mask id="fade-{name}" maskUnits="userSpaceOnUse" x="0" y="0" width="{wide}" height="{high}">'
        f"{content}</mask>",
        f' mask="url(#fade-{name})"',
    )


def _round_each_leg(name: str, rims: list[np.ndarray], wide: int) -> tuple[str, str]:
    """A gradient for each leg, from its rim at the cut to that where the fade ends, and what of the mask they paint.

    `rims` are both, of the leg that is drawn in full, in figure units (n, 2); the other leg is its mirror image.
    """
    (left, top), (right, bottom) = (getattr(rims[0], end)(axis=0) for end in ("min", "max"))
    (far_left, far_top), (far_right, _) = (getattr(rims[1], end)(axis=0) for end in ("min", "max"))
    # Wider than the leg and shifted outwards, so that the outer contour fades with the rest of the leg.
    across, down = 1.45 * (far_right - far_left) / 2, (bottom - far_top) / 2
    middle = (far_left + far_right) / 2 + np.sign(far_left + far_right - wide) * 0.12 * across
    inner = min((bottom - top) / 2 / down, (right - left) / 2 / across)
    y = (bottom + far_top) / 2
    focus = f'fy="{1 - inner:.2f}" fr="{inner - 0.02:.2f}"'
    gradients, painted = [], [f'<rect width="{wide}" height="{int(bottom)}" fill="#fff"/>']
    for k, x in enumerate([middle, wide - middle]):
        place = f"translate({x:.0f} {y:.0f}) scale({across:.0f} {down:.0f})"
        gradients.append(
            f'<radialGradient id="fading-{name}-{k}" cx="0" cy="0" r="1" fx="0" {focus}'
            f' gradientUnits="userSpaceOnUse" gradientTransform="{place}">'
            '<stop offset="0.1" stop-color="#000"/>'
            '<stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>'
        )
        painted.append(
            f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{across:.0f}" ry="{down:.0f}" fill="url(#fading-{name}-{k})"/>'
        )
    return "".join(gradients), "".join(painted)
