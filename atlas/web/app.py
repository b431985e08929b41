"""The application factory: joins data, figures, layout and callbacks into one Dash app."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from flask import Flask, Response

from atlas.api import Atlas
from atlas.reasoning.quiz.questions import KINDS
from atlas.reasoning.quiz.things import things
from atlas.rooms import Rooms
from atlas.web import errors, health, pwa, room_api, security_headers
from atlas.web.built_files import built_file, check_built_files
from atlas.web.bundles.registry import build_version, bundle_paths
from atlas.web.bundles.tours import choice_ids, question_ids
from atlas.web.callbacks import page as page_callbacks
from atlas.web.dash_app import AtlasDash
from atlas.web.layout.dash_layout import layout
from atlas.web.layout.page import NO_SLIDES, page
from atlas.web.localized_pages import LocalizedPages, PageForm
from atlas.web.served_file import serve_hashed
from atlas.web.static_files import (
    serve_decks,
    serve_exports,
    serve_pictures,
    serve_plotly,
    serve_source_maps,
    serve_styles,
)
from atlas.web.tour_slides import serve_slides
from atlas.web.urls import relative_to
from atlas.web.waiting import SHARED

SCRIPTS = ("main", "features", "charts", "solid", "model")
"""The bundles that tools/frontend/build.mjs writes; main.js runs at once, the others are loaded on demand."""


def create_app(
    data_dir: str | Path | None = None,
    more: Mapping[str, Atlas] | None = None,
    ancestors: str = security_headers.ANY_SITE,
    rooms: Rooms | None = None,
) -> AtlasDash:
    """The application over a data folder; without one, over the data that the package carries.

    `more`: language → atlas, for languages without a catalogue in the folder. `ancestors`: which sites may frame the
    page, as in the directive `frame-ancestors` of a Content-Security-Policy. `rooms`: classrooms; without
    them the page offers none.

    Raises DataProblems when the data set has problems, BrokenBuild when a built file is missing or damaged, ValueError
    when `ancestors` is not a list of sources.
    """
    check_built_files()
    atlas = Atlas.load(data_dir)
    app = AtlasDash()
    server = app.server
    scripts = {
        name: serve_hashed(server, f"{name}.js", built_file(f"{name}.js"), "application/javascript") for name in SCRIPTS
    }
    serve_source_maps(server)
    # in the page itself, because browsers fetch a linked icon again at each step of the history
    icon = "data:image/svg+xml," + quote(built_file("icon.svg").strip())
    style, separate_styles = serve_styles(server, atlas)
    version = build_version(atlas)

    def render(own: Atlas, form: PageForm) -> str:
        top = pages.path_to_top(form.language)
        paths = bundle_paths(pages.folder(form), version) | shared
        if form.language in decks:
            paths["deck"] = decks[form.language]
        answers = {name: relative_to(top, path) for name, path in paths.items()}
        own_scripts = {name: relative_to(top, path) for name, path in scripts.items()}
        html = page(own, answers, relative_to(top, style), own_scripts, icon, pages.languages)
        if form.language in slides:
            html = html.replace(NO_SLIDES, f' data-slides="{relative_to(top, slides[form.language])}"', 1)
        return app.fill_in(html, top)

    pages = LocalizedPages(atlas, more or {}, version, render)
    waiting = pages.waiting
    place = waiting.place_for(SHARED)
    shared = {
        **serve_exports(server, atlas, place),
        **serve_plotly(server, atlas, place),
        **serve_pictures(server, atlas, place),
        **separate_styles,
    }
    if rooms:
        shared["rooms"] = room_api.PATH
        _serve_rooms(server, atlas, rooms)

    def atlas_of(language: str) -> Atlas:
        return pages.atlas(PageForm(language))

    decks = serve_decks(server, pages.languages, atlas_of, waiting)
    slides = serve_slides(server, pages.languages, atlas_of, waiting)
    app.pages = pages
    pages.register(server)
    pwa.register(server, pages)
    app.layout = layout()
    page_callbacks.register(app)
    app.publish_scripts()
    server.add_url_rule("/robots.txt", "robots", lambda: Response("User-agent: *\nAllow: /\n", mimetype="text/plain"))
    security_headers.register(server, ancestors)
    health.register(server, atlas.edition.get("version", ""))
    page_paths = ["/" if language == pages.home else f"/{language}/" for language in pages.languages]
    errors.register(server, atlas.strings, page_paths, app.unused_endpoints)
    return app


def _serve_rooms(server: Flask, atlas: Atlas, rooms: Rooms) -> None:
    named = {*atlas.nodes, *things(atlas.dataset)}
    of_tours, choices = question_ids(atlas.dataset), named | choice_ids(atlas.dataset)

    def knows_question(id_: str) -> bool:
        kind, _, about = id_.partition(".")
        return id_ in of_tours or (kind in KINDS and about in named)

    room_api.register(server, rooms, knows_question, choices.__contains__)
