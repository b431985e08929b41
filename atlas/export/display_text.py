"""What figures show next to a text of the article or a tour, in words."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.display_state import DisplayState


def display_text(atlas: Atlas, state: DisplayState) -> str:
    """What is highlighted next to a text, in words."""
    words, names = atlas.strings, [atlas.node(id_).name for id_ in state.highlighted]
    if state.pair:
        return words["article.lights.pair"].format(a=names[0], b=names[1])
    if state.highlighted:
        kind = "lesion" if state.lesion else "select"
        return words[f"article.lights.{kind}"].format(names=", ".join(names))
    return words["article.lights.none"]
