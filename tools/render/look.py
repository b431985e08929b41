"""What is rendered and from where: parts with a material, an orthographic camera, and the lights."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from tools.body.part import SKIN, Part
from tools.body.stance import standing
from tools.body.tables import read_rows


@dataclass(frozen=True)
class Look:
    """A part as it is shown: its material (default: its kind) and whether it belongs to the pale, other leg.

    `open` (n,) is how open each point is to light from all sides, from `occlusion`; empty: fully open.
    `nail` (n,) is 1 on the nails of the skin; empty: none.
    """

    part: Part
    material: str = ""
    pale: bool = False
    open: np.ndarray = field(default_factory=lambda: np.zeros(0))
    nail: np.ndarray = field(default_factory=lambda: np.zeros(0))

    @property
    def surface(self) -> str:
        """The material's name in the table of lights."""
        return self.material or self.part.kind

    @property
    def is_skin(self) -> bool:
        """Whether the part is the skin, which covers all others."""
        return self.part.kind == SKIN


@dataclass(frozen=True)
class Camera:
    """An orthographic camera. `right` and `up` are unit vectors in the body's space.

    `window` is low x, low y, high x, high y in metres along `right` and `up`; `scale` is pixels per metre. Pixel
    (row, column) covers the square from `low x + column / scale` and `high y - row / scale` on.
    `cuts` are half-spaces a b c d with a length: kept where ax + by + cz <= d, fading out over that length.
    """

    right: tuple[float, float, float]
    up: tuple[float, float, float]
    scale: float
    window: tuple[float, float, float, float]
    cuts: tuple[tuple[float, float, float, float, float], ...] = ()

    @property
    def frame(self) -> np.ndarray:
        """Rows (3, 3): right, up and towards the viewer."""
        return np.array([self.right, self.up, np.cross(self.right, self.up)], dtype=float)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of the picture in pixels."""
        low_x, low_y, high_x, high_y = self.window
        # A tiny slack, so that 0.8 m at 900 pixels per metre is 720 pixels and not 721.
        high, wide = (int(np.ceil(side * self.scale - 1e-6)) for side in (high_y - low_y, high_x - low_x))
        return high, wide

    def project(self, points: np.ndarray) -> np.ndarray:
        """Points (n, 3) as x right and y down in pixels from the corner, and depth in metres towards the viewer."""
        turned = points @ self.frame.T
        low_x, high_y = self.window[0], self.window[3]
        return np.stack(
            [(turned[:, 0] - low_x) * self.scale, (high_y - turned[:, 1]) * self.scale, turned[:, 2]], axis=1
        )

    def beyond(self, points: np.ndarray) -> np.ndarray:
        """How far points (n, 3) lie beyond each half-space to keep (n, k); positive is cut away."""
        keep = np.array(self.cuts, dtype=float).reshape(-1, 5)[:, :4]
        return points @ keep[:, :3].T - keep[:, 3]

    def finer(self, times: int) -> Camera:
        """The same window with `times` as many pixels a side."""
        return replace(self, scale=self.scale * times)


@dataclass(frozen=True)
class Setting:
    """Lights and materials, with or without a dark page; `opaque` shows the skin alone and lets nothing through."""

    values: dict[str, str]
    dark: bool = False
    opaque: bool = False

    @classmethod
    def read(cls, folder: Path, dark: bool = False, opaque: bool = False) -> Setting:
        """Read the table `lights` of a data folder."""
        return cls({row["id"]: row["value"] for row in read_rows(folder, "lights")}, dark, opaque)

    def text(self, name: str) -> str:
        """The value of a row; on a dark page, of the row `dark_…` if there is one."""
        own = self.values.get(f"dark_{name}") if self.dark else None
        return own or self.values[name]

    def number(self, name: str) -> float:
        """The value of a row as a number."""
        return float(self.text(name))

    def vector(self, name: str) -> np.ndarray:
        """The value of a row as a direction of unit length (3,)."""
        out = np.array([float(part) for part in self.text(name).split()])
        return out / np.linalg.norm(out)

    def colour(self, name: str) -> np.ndarray:
        """The value of a row as linear red, green and blue (3,), from 0 to 1."""
        code = self.text(name)
        return to_linear(np.array([int(code[k : k + 2], 16) for k in (1, 3, 5)]) / 255)


def to_linear(encoded: np.ndarray) -> np.ndarray:
    """sRGB values from 0 to 1 as amounts of light."""
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def to_encoded(light: np.ndarray) -> np.ndarray:
    """Amounts of light as sRGB values from 0 to 1."""
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def standing_part(part: Part) -> Part:
    """The part in the standing pose, with the fibres turned along."""
    points, fibre = standing(part.points), part.fibre
    if len(fibre):
        step = 1e-4
        turned = (standing(part.points + step * fibre) - points) / step
        fibre = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    return replace(part, points=points, fibre=fibre)
