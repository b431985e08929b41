"""The pictures of a view: the body rendered from its camera, as files that lie under the vector shapes."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from tools.body.one_body import OneBody
from tools.body.part import Part
from tools.body.skin.surface import normals
from tools.body.stance import standing
from tools.figures.camera import Picture
from tools.figures.fading import fade_length
from tools.render.lights import SETTINGS, Setting
from tools.render.render import Camera, render_body, render_skin, smaller
from tools.render.scene import Mesh, join

# Pixels of the small picture for a unit of the figure; the sharp one has twice as many, and each pixel four samples.
_PIXELS, _SHARP, _SAMPLES = 0.68, 2, 2
_QUALITY, _SHARP_QUALITY = 72, 62


class Looks:
    """Renders the pictures of views. `parts` are those of the right half and the middle, at rest."""

    def __init__(self, folder: Path, body: OneBody, parts: Sequence[Part]) -> None:
        self.settings = [Setting.read(folder, name) for name in SETTINGS]
        self.parts = list(parts)
        right, faces = standing(body.skin.points), body.skin.corners
        both = np.vstack([right, right * [-1, 1, 1]]), np.vstack([faces, faces[:, ::-1] + len(right)])
        self.skins = {False: (right, faces, normals(right, faces)), True: (*both, normals(*both))}
        self._meshes: dict[bool, Mesh] = {}

    def skin(self, picture: Picture) -> str:
        """The opaque skin of a view as a `data:` URI, small enough to be part of the figure."""
        view = picture.view
        camera = self._camera(picture, _SAMPLES)
        shaded = smaller(render_skin(self.skins[view.both], camera, self.settings[0]), _SAMPLES)
        return "data:image/webp;base64," + base64.b64encode(webp(shaded, _QUALITY)).decode("ascii")

    def inside(self, picture: Picture, parts: Sequence[Part] | None = None) -> dict[str, bytes]:
        """Ending of the file name → picture of what is inside the body, in every setting, small and sharp.

        `parts` are what the view shows if it shows no skin; None for a view with skin, which shows everything.
        """
        view, files = picture.view, {}
        mesh = self._mesh(view.both) if parts is None else join(parts, False)
        skin = self.skins[view.both] if parts is None else None
        camera = self._camera(picture, _SHARP * _SAMPLES)
        for setting in self.settings:
            fine = smaller(render_body(mesh, skin, camera, setting), _SAMPLES)
            files[f".{setting.name}@2x.webp"] = webp(fine, _SHARP_QUALITY)
            files[f".{setting.name}.webp"] = webp(smaller(fine, _SHARP), _QUALITY)
        return files

    def _mesh(self, both: bool) -> Mesh:
        if both not in self._meshes:
            self._meshes[both] = join(self.parts, both)
        return self._meshes[both]

    def _camera(self, picture: Picture, times: int) -> Camera:
        """The picture's own camera with other pixels; the window is widened to whole small pixels."""
        view = picture.view
        pixels = view.units * _PIXELS
        left, low, right, top = picture.window
        wide, high = (int(np.ceil(side * pixels)) for side in (right - left, top - low))
        window = left, top - high / pixels, left + wide / pixels, top
        fades = tuple(fade_length(row[3]) for row in view.keep)
        return Camera(picture.frame, window, pixels * times, view.keep, fades)


def webp(picture: np.ndarray, quality: int) -> bytes:
    """A picture (high, wide, 4) as WebP."""
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "WEBP", quality=quality, method=6, alpha_quality=70)
    return out.getvalue()
