"""The styles of the figures as they apply inside a component.

A component draws in a shadow tree, so that its styles and those of the app around it do not touch each other. In there
the element `atlas-figure` is what `main` and the root element are on the page of the atlas: it has their attributes.
"""

from __future__ import annotations

import re
from pathlib import Path

from atlas.api import Atlas
from atlas.figures.lit_styles import lit_rules
from atlas.figures.svg_styles import style_rules
from atlas.figures.theme_css import theme_rules

STATIC = Path(__file__).with_name("static")
"""Where `npm run build` writes the script and the style sheet of the components."""
_MAIN = re.compile(r"(?<![\w.#-])main(?=[\[:. ])")
_ROOT = re.compile(r":root\b")


def scope(css: str) -> str:
    """Rules of the page as rules of a component. The specificity of each rule stays what it was.

    >>> scope('main[data-show~="nerves"] .nerves{}'), scope(':root[data-theme="dark"] .view{}')
    ('atlas-figure[data-show~="nerves"] .nerves{}', '.atlas[data-theme="dark"] .view{}')
    """
    return _ROOT.sub(".atlas", _MAIN.sub("atlas-figure", css))


def scoped_styles(atlas: Atlas) -> str:
    """All styles of the components. Raises FileNotFoundError when the front end was not built."""
    path = STATIC / "figures.css"
    if not path.is_file():
        raise FileNotFoundError(f"the front end is not built: {path} is missing; run `make build`")
    return scope("\n".join([theme_rules(atlas), style_rules(), lit_rules(), path.read_text("utf-8")]))
