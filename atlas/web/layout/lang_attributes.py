"""Marks English texts on a page in another language, so that screen readers pronounce them in English."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from atlas.dataset.translation.locales import ENGLISH, Untranslated


def marked(value: object) -> object:
    """The same bundle, in which untranslated text in component trees has `lang="en"`.

    >>> marked(html.P(["Wade: ", Untranslated("the calf")])).children[1].lang
    'en'
    """
    if isinstance(value, Component):
        children = getattr(value, "children", None)
        if isinstance(children, Untranslated):
            value.lang = ENGLISH
        elif isinstance(children, (list, tuple)):
            value.children = [
                html.Span(child, lang=ENGLISH) if isinstance(child, Untranslated) else marked(child)
                for child in children
            ]
        else:
            marked(children)
        return value
    if isinstance(value, dict):
        return {key: marked(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [marked(one) for one in value]
    return value
