"""Texts that follow the side of the body that the reader chooses, as attributes that the page's script reads."""

from __future__ import annotations

from typing import Any

from dash import html

from atlas.dataset.sides import names_side, on_side

TEXT, TITLE, LABEL = "data-sided", "data-sided-title", "data-sided-label"
"""Attributes with both forms of an element's text, of its `title` and of its `aria-label` (assets/app/side.js)."""


def sided_span(text: str, **attributes: Any) -> html.Span:
    """A span with a text for the right side; the script replaces the text when the side changes."""
    return html.Span(on_side(text), **attributes, **forms(TEXT, text))


def forms(attribute: str, text: str) -> dict[str, str]:
    """The attribute with both forms of a text; empty for a text that names no side."""
    return {attribute: text} if names_side(text) else {}
