"""The editor: the place for its forms, and the words of packs and of the editor that its script needs."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas

MODE = "editor"
STRING_PREFIXES = ("packs.", "editor.")
"""The strings of this page begin with these."""


def editor_box(atlas: Atlas) -> html.Section:
    """Where the script puts the editor when a reader first opens the mode."""
    label = {"aria-label": atlas.strings["editor.box"], "data-in-mode": MODE}
    return html.Section("", id=MODE, className="tools", hidden=True, **label)


def editor_words(atlas: Atlas) -> dict:
    """`words` of packs and of the editor."""
    return {"words": atlas.dataset.strings_with(*STRING_PREFIXES)}
