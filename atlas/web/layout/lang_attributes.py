"""Texts that are still English on a page of another language are marked so, that they are read out as English."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from atlas.dataset.translation.locales import ENGLISH, Untranslated


def marked(value: object) -> object:
    """The same answer; in each component tree in it, English text among another language carries its language.

    >>> marked(html.P(["Wade: ", Untranslated("the calf")])).children[1].lang
    'en'
    """
    if isinstance(value, Component):
        children = getattr(value, "children", None)
        if isinstance(children, Untranslated):
            value.lang = ENGLISH
        elif isinstance(children, (list, tuple)):
            told = [html.Span(one, lang=ENGLISH) if isinstance(one, Untranslated) else marked(one) for one in children]
            value.children = told
        else:
            marked(children)
        return value
    if isinstance(value, dict):
        return {key: marked(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [marked(one) for one in value]
    return value
