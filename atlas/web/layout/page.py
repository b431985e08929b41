"""The whole page as the server sends it, before any script runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape

from dash import html

from atlas.api import Atlas
from atlas.dataset.sides import SIDES
from atlas.dataset.translation.locales import ENGLISH, direction
from atlas.figures.patterns import draw_patterns
from atlas.figures.skin_colours import SkinStyle, skin_styles
from atlas.web.layout.controls import (
    LAYERS,
    clear_button,
    destination_buttons,
    plate_buttons,
    root_buttons,
    theme_choice,
    usual_voice,
    view_menu,
    voice_choice,
)
from atlas.web.layout.download_menu import replay_button, save_menu
from atlas.web.layout.html_renderer import Inline, to_html
from atlas.web.layout.languages import language_menu, unreviewed
from atlas.web.layout.legend import numbered
from atlas.web.layout.network_page import network_beside
from atlas.web.layout.panel import panel
from atlas.web.layout.people_differ import shown_variant
from atlas.web.layout.plate import method, network_section, plate
from atlas.web.layout.search_box import search_box
from atlas.web.layout.share_menu import paper, whole_page
from atlas.web.layout.tours_page import keys_button

_PWA = ' data-worker="./worker.js" data-manifest="./app.webmanifest"'
"""Where the page finds its service worker and its manifest, in its own folder."""

_PAINT_ONCE = '<link rel="expect" href="#told" blocking="render">'
"""Nothing is painted before the last figure is parsed, because each figure moves those before it."""
NO_SLIDES = ' data-slides=""'
"""What the HTML of a page has where the server puts the folder of the slides of the tours."""


def _menu(atlas: Atlas, languages: Iterable[str]) -> html.Details:
    """Everything that is rarely needed: voice, theme, language, sharing, keys and sources."""
    words = atlas.strings
    sources = html.Button(words["page.sources"], className="link", **{"data-mode": "sources"})
    parts = [
        voice_choice(atlas),
        theme_choice(atlas),
        language_menu(atlas, languages),
        save_menu(atlas),
        html.P([keys_button(atlas), sources], className="links"),
    ]
    label = words["menu.label"]
    summary = html.Summary("", className="plain", title=label, **{"aria-label": label})
    return html.Details([summary, html.Div([part for part in parts if part])], className="take menu", id="menu")


def _masthead(atlas: Atlas, languages: Iterable[str]) -> html.Header:
    words = atlas.strings
    title = html.Div([html.H1(words["page.name"]), whole_page(atlas)])
    return html.Header(
        [title, search_box(atlas), destination_buttons(atlas), _menu(atlas, languages)], className="masthead"
    )


def _stage(atlas: Atlas, styles: dict[str, SkinStyle]) -> html.Div:
    """The figures, and round them the controls that change what they show."""
    words = atlas.strings
    status = html.P(words["status.none"], id="status", role="status", **{"aria-live": "polite"})
    line = html.Div([status, replay_button(atlas), clear_button(atlas)], className="lit-line")
    bar = html.Div([plate_buttons(atlas), view_menu(atlas), line], className="stage-bar")
    parts = [root_buttons(atlas), shown_variant(atlas), plate(atlas, styles), bar]
    return html.Div([part for part in parts if part], className="stage", id="stage")


def _main(atlas: Atlas, styles: dict[str, SkinStyle], answers: dict[str, str]) -> html.Main:
    words = atlas.strings
    close = html.Button("×", id="notice-close", className="plain", **{"aria-label": words["notice.close"]})
    notice = html.Div([html.P("", id="notice-text", role="alert"), close], id="notice", hidden=True)
    parts = [
        notice,
        html.Div(
            [Inline("{%app_entry%}"), _stage(atlas, styles), network_beside(atlas), panel(atlas)], className="screen"
        ),
        method(atlas),
        numbered(atlas),
        network_section(atlas, styles),
    ]
    attributes = {
        "data-answers": json.dumps(answers),
        "data-failed": words["page.failed"],
        "data-layer": LAYERS[0],
        "data-side": SIDES[0],
        "data-mode": "",
        "data-voice": usual_voice(atlas),
        "data-show": "",
        "data-variant": ",".join(atlas.variants),
        "data-slides": "",
    }
    return html.Main(parts, id="main", **attributes)


def _footer(atlas: Atlas) -> html.Footer:
    words, version = atlas.strings, atlas.edition.get("version")
    edition = [words["page.edition"].format(version=version), " "] if version else []
    sources = html.Button(words["page.sources"], className="link", **{"data-mode": "sources"})
    last = html.P([*edition, sources, " ", keys_button(atlas)])
    return html.Footer([html.P(words["page.purpose"]), last])


def page(
    atlas: Atlas,
    answers: dict[str, str],
    style: str,
    scripts: Mapping[str, str],
    icon: str,
    languages: Iterable[str] = (ENGLISH,),
) -> str:
    """The page's HTML with Dash's placeholders in it.

    All URLs are relative to the page. `answers`: bundle name → URL; `scripts`: script name → URL; `style` and `icon`:
    URLs. `languages`: in which the page is available.
    """
    words, layers = atlas.strings, skin_styles(atlas)
    fills = {style.full_fill for layer in layers.values() for style in layer.values()}
    body = [
        html.A(words["page.skip"], href="#plate", className="skip"),
        unreviewed(atlas),
        _masthead(atlas, languages),
        _main(atlas, layers[atlas.default_map], answers),
        paper(atlas),
        _footer(atlas),
        html.Div("", id="tooltip", className="tooltip", hidden=True, **{"aria-hidden": "true"}),
        Inline(draw_patterns(fills)),
    ]
    body = [part for part in body if part is not None]
    linked = f'<link rel="stylesheet" href="{style}">'
    linked += _PAINT_ONCE
    linked += f'<link rel="icon" type="image/svg+xml" href="{icon}">'
    script = f'<script defer src="{scripts["main"]}"></script>'
    on_demand = "".join(f' data-{name}="{scripts[name]}"' for name in ("features", "charts", "solid", "model"))
    head = f"<title>{escape(words['page.title'])}</title>"
    head += f'<meta name="description" content="{escape(words["page.description"])}">'
    head += linked
    language = f'lang="{escape(atlas.language)}" dir="{direction(atlas.language)}"'
    return (
        f"<!DOCTYPE html><html {language}{on_demand}{_PWA}><head>{{%metas%}}{{%css%}}{head}</head>"
        f"<body>{to_html(body)}<div hidden>{{%config%}}{{%scripts%}}{script}{{%renderer%}}</div></body></html>"
    )
