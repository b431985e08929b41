"""The application: the only place where facts, drawings, views and callbacks are joined."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from dash import Dash
from flask import Response
from plotly.offline import get_plotlyjs

from atlas.api import Atlas
from atlas.web import health
from atlas.web.built_files import built_file
from atlas.web.bundles.registry import offer_answers
from atlas.web.caching import compress_once, publish
from atlas.web.callbacks import selection
from atlas.web.dash_app import AtlasDash
from atlas.web.errors import guard
from atlas.web.layout.page import page
from atlas.web.layout.panel import layout
from atlas.web.localized_pages import Editions, Offer
from atlas.web.security_headers import ANYWHERE, guard_browsers, inserted
from atlas.web.static_files import (
    offer_file,
    publish_data,
    publish_decks,
    publish_source_maps,
    publish_style,
    register_offline,
)

SCRIPTS = ("main", "features", "charts")
"""The bundles that tools/frontend/build.mjs writes; main.js runs at once, the others are loaded on demand."""


def create_app(
    data_dir: str | Path | None = None, more: Mapping[str, Atlas] | None = None, ancestors: str = ANYWHERE
) -> Dash:
    """The application over a data folder (None: the data that the package carries).

    `more`: languages beside those that the folder has catalogues of. `ancestors`: which pages may frame it.
    Raises DataProblems when the data set is not sound.
    """
    atlas = Atlas.load(data_dir)
    app = AtlasDash()
    scripts = {
        name: offer_file(app, f"{name}.js", built_file(f"{name}.js"), "application/javascript") for name in SCRIPTS
    }
    publish_source_maps(app)
    # written into the page, for browsers fetch an icon again at each step of the history
    icon = "data:image/svg+xml," + quote(built_file("icon.svg").strip())
    plotly = get_plotlyjs()
    data, style = publish_data(app, atlas, plotly), publish_style(app, atlas)
    data["quiz-style"] = offer_file(app, "quiz.css", built_file("quiz.css"), "text/css")
    languages = tuple(dict.fromkeys((*atlas.languages, *(more or {}))))

    def in_language(language: str) -> Atlas:
        if more and language in more:
            return more[language]
        return atlas if language == atlas.language else atlas.in_language(language)

    decks = publish_decks(app, languages, in_language)

    def make(told: Atlas, offer: Offer) -> str:
        offered = data | {"deck": decks[told.language]}
        return page(told, offer_answers(told, offer) | offered, style, scripts, icon, languages)

    app.editions = Editions(atlas, make, more or {})
    for path, (content, mimetype) in app.editions.of(atlas.language).files.items():
        publish(app.server, path, content, mimetype)
    app.editions.register(app.server, app.index)
    register_offline(app, in_language)
    app.layout = layout()
    selection.register(app)
    app.publish_scripts()
    app.server.add_url_rule(
        "/robots.txt", "robots", lambda: Response("User-agent: *\nAllow: /\n", mimetype="text/plain")
    )
    styles = [source for script in (plotly, *app.scripts_sent) for source in inserted(script)]
    guard_browsers(app.server, ancestors, style_src=styles)
    health.register(app.server, atlas.edition.get("version", ""))
    pages = ["/" if language == atlas.language else f"/{language}/" for language in languages]
    guard(app.server, atlas.strings, pages, list(app.callback_map), app.shut)
    compress_once(app.server)
    return app
