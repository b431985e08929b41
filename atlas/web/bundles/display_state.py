"""What the page shows with a text: in words, and as its script needs it."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.display_state import DisplayState

_ASKED = ("map", "layer", "plate")


def lights(atlas: Atlas, text: DisplayState) -> str:
    """What a text lights, in words."""
    words, names = atlas.strings, [atlas.node(id_).name for id_ in text.highlighted]
    if text.pair:
        return words["article.lights.pair"].format(a=names[0], b=names[1])
    if text.highlighted:
        kind = "lesion" if text.lesion else "select"
        return words[f"article.lights.{kind}"].format(names=", ".join(names))
    return words["article.lights.none"]


def shown(atlas: Atlas, text: DisplayState) -> dict:
    """What it lights, by id (`select`, `lesion`, `pair`) and in words (`says`); `asks`: what the figures show."""
    return {
        "select": text.select,
        "lesion": text.lesion,
        "pair": text.pair,
        "says": lights(atlas, text),
        "asks": {key: getattr(text, key) for key in _ASKED if getattr(text, key)}
        | ({"show": ",".join(text.show)} if text.show else {}),
    }
