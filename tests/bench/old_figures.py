"""The figures that the alternatives draw: outlines of skin as they were before the atlas drew a whole body. They are
read from the history, so that an alternative costs the same in each run, however rich the atlas becomes."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.etree import ElementTree

from atlas.figures.svg_files import Shape

COMMIT = "7fe24e9"
FIRST_PLATE = ("leg_anterior", "leg_posterior", "foot_dorsal", "foot_plantar")
_ROOT = Path(__file__).parents[2]


def figure_text(view: str) -> str:
    """The SVG of a view. Raises CalledProcessError in a copy without the history."""
    command = ["git", "show", f"{COMMIT}:data/figures/{view}.svg"]
    return subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, encoding="utf-8").stdout


def figures() -> list[Shape]:
    """The figures of the first plate as element trees."""
    return [ElementTree.fromstring(figure_text(view)) for view in FIRST_PLATE]


def page_text() -> str:
    """The figures next to each other, as high as a desktop's window allows."""
    shown = [figure_text(view).replace("<svg", '<svg height="800"', 1) for view in FIRST_PLATE]
    return f'<body style="display:flex;margin:0">{"".join(shown)}'
