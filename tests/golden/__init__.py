"""Golden pictures: every view as it looked when it was last reviewed and accepted.

One file per view holds all its variants. Numbers are rounded, and shading is left out, since encoders differ.
`python -m tests.golden` accepts the current pictures, `python -m tests.golden.sheets` writes them as contact sheets.
"""

from __future__ import annotations

import json
import lzma
import re
from pathlib import Path

from atlas import Atlas
from atlas.dataset.tables.themes import THEMES
from atlas.figures.skin_colours import NERVES
from atlas.figures.standalone import standalone

FOLDER = Path(__file__).parent
DIFFERING = FOLDER / "differing"
LAYERS = {
    "dermatomes": {"layer": "dermatomes"},
    "territories": {"layer": NERVES, "shows": ("zones",)},
    "nerves-bones": {"layer": "dermatomes", "shows": ("nerves", "bones", "sites")},
}
"""Name of a variant → the arguments of `standalone`."""
_NUMBER = re.compile(r"-?\d*\.\d+")


def variants() -> list[tuple[str, str]]:
    """Every layer in every theme."""
    return [(layer, theme) for layer in LAYERS for theme in THEMES]


def picture(atlas: Atlas, view: str, layer: str, theme: str, shaded: bool = False) -> str:
    """One variant of a view, as drawn now."""
    return standalone(atlas, view, theme=theme, shaded=shaded, **LAYERS[layer])


def rounded(svg: str) -> str:
    """A picture with whole numbers and one element per line.

    >>> rounded('<g><path d="M1.4-.6l2.5 3"/></g>')
    '<g>\\n<path d="M1-1l2 3"/>\\n</g>'
    """
    return re.sub(r">\s*<", ">\n<", _NUMBER.sub(lambda found: f"{float(found.group()):.0f}", svg))


def current(atlas: Atlas, view: str) -> dict[str, str]:
    """All variants of a view as drawn now, rounded."""
    return {f"{layer}-{theme}": rounded(picture(atlas, view, layer, theme)) for layer, theme in variants()}


def _file(view: str) -> Path:
    return FOLDER / f"{view}.json.xz"


def accepted(view: str) -> dict[str, str]:
    """The accepted variants of a view; an empty dict if there is no file yet."""
    path = _file(view)
    return json.loads(lzma.decompress(path.read_bytes())) if path.exists() else {}


def accept(atlas: Atlas) -> list[str]:
    """Accept all current pictures. Returns the views whose file changed."""
    changed = []
    for view in atlas.dataset["views"]:
        now = current(atlas, view)
        if now != accepted(view):
            changed.append(view)
            text = json.dumps(now, indent=0, ensure_ascii=False)
            _file(view).write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    for path in FOLDER.glob("*.json.xz"):
        if path.name.removesuffix(".json.xz") not in atlas.dataset["views"]:
            path.unlink()
    return changed


def write_both(view: str, variant: str, old: str, new: str) -> tuple[Path, Path]:
    """Write a differing picture and the accepted one into DIFFERING. Returns both files."""
    DIFFERING.mkdir(exist_ok=True)
    pair = (DIFFERING / f"{view}-{variant}.old.svg", DIFFERING / f"{view}-{variant}.new.svg")
    for path, svg in zip(pair, (old, new), strict=True):
        path.write_text(svg, "utf-8")
    return pair
