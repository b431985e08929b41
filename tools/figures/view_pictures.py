"""The pictures of a view: the body rendered from its camera, as files that lie under the vector shapes."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np

from tools.body.one_body import OneBody
from tools.body.part import SKIN, Part
from tools.body.tables import View
from tools.figures.camera import Picture
from tools.figures.fading import fade_length
from tools.render.camera import Camera
from tools.render.encoding import encode
from tools.render.lights import Lights
from tools.render.look import Look, standing_part
from tools.render.openness import openness
from tools.render.picture import render, smaller

THEMES = {"light": False, "dark": True}
"""Ending of the file name → whether the page is dark."""
# Pixels of the small picture for a unit of the figure; the sharp one has twice as many, of so many samples a side.
_PIXELS, _SHARP, _SAMPLES = 0.72, 2, 2
_SKIN_QUALITY, _QUALITY, _SHARP_QUALITY = 62, 66, 52


class ViewPictures:
    """Renders the pictures of the views of a body."""

    def __init__(self, folder: Path, body: OneBody) -> None:
        self.lights = {name: Lights.read(folder, dark) for name, dark in THEMES.items()}
        self.opaque = Lights.read(folder, opaque=True)
        self.resting, self.nail = Part(SKIN, SKIN, body.skin.points, body.skin.corners), body.skin.nail
        right = [standing_part(part) for part in (self.resting, *body.parts)]
        self.standing = _looks(_both_sides(right), self.nail)

    def skin(self, picture: Picture) -> str:
        """The opaque skin of a view as a `data:` URI, small enough to be part of the figure."""
        looks = self._apart if picture.view.apart else [look for look in self.standing if look.is_skin]
        shown = render(_shown(looks, picture.view), _camera(picture, 1), self.opaque)
        return "data:image/avif;base64," + base64.b64encode(encode(shown, _SKIN_QUALITY)).decode("ascii")

    def inside(self, picture: Picture, parts: Sequence[Part] | None = None) -> dict[str, bytes]:
        """Ending of the file name → picture of what is inside the body, in every theme, small and sharp.

        `parts` are what the view shows if it shows no skin; None for a view with skin, which shows everything.
        """
        looks = self.standing
        if parts is not None:
            # What is taken away no longer keeps light from what is left.
            looks = _looks([(standing_part(part), False) for part in parts], self.nail)
        looks, files = _shown(looks, picture.view), {}
        for name, lights in self.lights.items():
            sharp = render(looks, _camera(picture, _SHARP), lights, _SAMPLES)
            files[f".{name}@2x.avif"] = encode(sharp, _SHARP_QUALITY)
            files[f".{name}.avif"] = encode(smaller(sharp, _SHARP), _QUALITY)
        return files

    @cached_property
    def _apart(self) -> list[Look]:
        """The skin of both sides with the legs apart, shaded by itself alone."""
        return _looks(_both_sides([self.resting]), self.nail)


def _both_sides(parts: Sequence[Part]) -> list[tuple[Part, bool]]:
    """Parts, and the mirror images of paired ones, each with whether it is of the pale side."""
    return [(part, False) for part in parts] + [(part.mirrored(), True) for part in parts if part.paired]


def _looks(sides: Sequence[tuple[Part, bool]], nail: np.ndarray) -> list[Look]:
    """Looks of parts, each with whether it is pale. `nail` (skin points,) is 1 on nails."""
    return [
        Look(part, pale=pale, open=open_, nail=nail if part.kind == SKIN else np.zeros(0))
        for (part, pale), open_ in zip(sides, openness([part for part, _ in sides]), strict=True)
    ]


def _shown(looks: Sequence[Look], view: View) -> list[Look]:
    return [trimmed(look, view) for look in looks if view.both or not look.pale]


def trimmed(look: Look, view: View) -> Look:
    """The look without the triangles that a view cuts away, and without the inner side of the skin."""
    faces = look.part.faces[view.keeps(look.part.points)[look.part.faces].any(axis=1)]
    if look.is_skin:
        a, b, c = (look.part.points[faces[:, k]] for k in range(3))
        faces = faces[np.cross(b - a, c - a) @ view.frame[2] > 0]
    return replace(look, part=replace(look.part, faces=faces))


def _camera(picture: Picture, times: int) -> Camera:
    """The picture's own camera with other pixels."""
    view = picture.view
    cuts = tuple((row[0], row[1], row[2], row[3], fade_length(view.frame, np.array(row))) for row in view.keep.tolist())
    (a, b, c), (d, e, f) = view.frame[0].tolist(), view.frame[1].tolist()
    return Camera((a, b, c), (d, e, f), view.units * _PIXELS * times, picture.window, cuts)
