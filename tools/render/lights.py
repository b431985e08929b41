"""Lights and materials, from the table `lights`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.body.tables import read_rows


@dataclass(frozen=True)
class Lights:
    """Lights and materials, with or without a dark page; `opaque` shows the skin alone and lets nothing through."""

    values: dict[str, str]
    dark: bool = False
    opaque: bool = False

    @classmethod
    def read(cls, folder: Path, dark: bool = False, opaque: bool = False) -> Lights:
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
