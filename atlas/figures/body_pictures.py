"""The rendered pictures of the body that lie under the shapes of a figure, as the figure build writes them."""

from __future__ import annotations

import base64
from hashlib import sha256

from atlas.api import Atlas

THEMES = ("light", "dark")
"""The settings in which the inside of the body is rendered; other themes use the first."""
ROUGH, SHARP = "", "@2x"
"""Endings of the file names: a picture for the whole figure on a screen, and one of twice its size."""


def picture_uri(atlas: Atlas, view: str, theme: str = THEMES[0], size: str = ROUGH) -> str | None:
    """The picture of the inside of the body for a view as a `data:` URI; None if the data folder has none."""
    path = atlas.dataset.folder / "figures" / f"{view}.{theme}{size}.avif"
    if not path.is_file():
        return None
    return "data:image/avif;base64," + base64.b64encode(path.read_bytes()).decode("ascii")


def picture_uris(atlas: Atlas, theme: str, size: str = ROUGH) -> dict[str, str]:
    """View → its picture, for every view that has one."""
    found = {view: picture_uri(atlas, view, theme, size) for view in atlas.dataset.views}
    return {view: uri for view, uri in found.items() if uri}


def pictures_version(atlas: Atlas) -> str:
    """Twelve hexadecimal digits that change with the pictures, for their URLs; empty if there are none."""
    files = sorted((atlas.dataset.folder / "figures").glob("*.avif"))
    found = sha256()
    for path in files:
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:12] if files else ""
