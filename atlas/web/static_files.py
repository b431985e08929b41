"""What stands beside the pages: style, data, decks of cards, the chart program, and what works without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from dash import Dash
from flask import abort

from atlas.api import Atlas
from atlas.dataset.problems import DataProblems
from atlas.export.anki_deck import deck_file
from atlas.export.formats import FORMS
from atlas.figures.plate_layout import plate_css
from atlas.figures.svg_styles import style_rules
from atlas.figures.theme_css import theme_rules
from atlas.web import built_files
from atlas.web.built_files import built_file
from atlas.web.bundles.solid import has_mesh
from atlas.web.caching import address_of, publish, publish_file
from atlas.web.dash_app import AtlasDash
from atlas.web.localized_pages import ROOT, from_root
from atlas.web.pwa import manifest, register, worker

_LATER = ("_dash-layout", "_dash-dependencies")
"""What Dash's scripts ask for, below where the atlas begins."""


def offer_file(app: Dash, name: str, content: str, mimetype: str) -> str:
    """Serve fixed content, and say at which address."""
    path = address_of(content.encode(), name)
    publish(app.server, path, content.encode(), mimetype)
    return from_root(path)


def publish_data(app: Dash, atlas: Atlas, plotly: str) -> dict[str, str]:
    """What is the same in every language: the data set in its forms, and the program that draws charts."""
    addresses = {}
    for name, form in FORMS.items():
        path = f"/data/{form.filename(atlas)}"
        publish_file(app.server, path, form.mimetype, partial(form.write, atlas))
        addresses[f"data-{name}"] = from_root(path)
    if has_mesh(atlas) or atlas.dataset["muscles"]:  # fetched with the mesh or with a chart, and nowhere else
        addresses["plotly"] = offer_file(app, "plotly.js", plotly, "application/javascript")
    return addresses


def publish_decks(app: Dash, languages: Iterable[str], told: Callable[[str], Atlas]) -> dict[str, str]:
    """A deck of cards for each language, made when it is first asked for: language → address."""
    addresses = {}
    for language in languages:
        path = f"/data/nerve-atlas-{language}.apkg"
        publish_file(app.server, path, "application/octet-stream", lambda own=language: deck_file(told(own)))
        addresses[language] = from_root(path)
    return addresses


def register_offline(app: AtlasDash, told: Callable[[str], Atlas]) -> None:
    """What installs the page of each language and keeps it for the time without a network."""
    home = app.editions.atlas.language
    icon = offer_file(app, "icon.svg", built_file("icon.svg"), "image/svg+xml")

    def script(under: str, up: str) -> str:
        asker = app.server.test_client()
        page = asker.get(f"{under}/")
        if page.status_code != 200:
            abort(404)
        also = [up + name for name in _LATER if asker.get(f"/{name}").status_code == 200]
        return worker(built_file("service-worker.js"), page.get_data(as_text=True), "./", also)

    def described(language: str, up: str) -> str:
        try:
            return manifest(told(language), "./", icon.replace(ROOT, up))
        except DataProblems:  # then the language has no page either
            abort(404)

    for language in app.editions.languages:
        under, up = ("", "./") if language == home else (f"/{language}", "../")
        register(app.server, under, partial(script, under, up), partial(described, language, up))


def publish_source_maps(app: Dash) -> None:
    """Serve the source maps that the scripts name at their end; browsers ask for them only in their developer tools."""
    for path in sorted(built_files.FOLDER.glob("*.map")):
        publish(app.server, f"/{path.name}", path.read_bytes(), "application/json")


def publish_style(app: Dash, atlas: Atlas) -> str:
    """All style as one sheet: what is generated from tables, the written sheets, then the layout of the plates."""
    sheets = "\n".join([theme_rules(atlas), style_rules(), built_file("style.css"), plate_css(atlas)])
    return offer_file(app, "style.css", sheets, "text/css")
