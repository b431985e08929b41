"""Files that are the same for every language: style sheets, charts, exports of the data, and decks of cards."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from importlib.util import find_spec
from itertools import product

import plotly
from flask import Flask, Response
from plotly.offline import get_plotlyjs

from atlas.api import Atlas
from atlas.export.extras import MissingExtra
from atlas.export.formats import FORMS, Form
from atlas.figures.body_pictures import ROUGH, SHARP, THEMES, picture_uris, pictures_version
from atlas.figures.lit_styles import lit_rules
from atlas.figures.plate_layout import plate_css
from atlas.figures.skin_svg import on_first_plate
from atlas.figures.svg_styles import style_rules
from atlas.figures.theme_css import theme_rules
from atlas.web import built_files
from atlas.web.built_files import built_file
from atlas.web.served_file import REVALIDATE, ServedFile, serve_file, serve_hashed, serve_lazily, short_hash
from atlas.web.waiting import Place, WaitingPlaces


def serve_styles(server: Flask, atlas: Atlas) -> tuple[str, dict[str, str]]:
    """Serve the style sheet of the page and the separate ones; returns its path, and `<mode or feature>-style` → path.

    The first holds the rules generated from tables, then the written sheets, then the layout of the plates. The page
    loads a separate one with the mode or the feature that needs it; tools/frontend/build.mjs names them.
    """
    rules = "\n".join([theme_rules(atlas), style_rules(), lit_rules(), built_file("style.css"), plate_css(atlas)])
    separate = {}
    for name in sorted({path.stem for path in built_files.FOLDER.glob("*.css")} - {"style"}):
        path = serve_hashed(server, f"{name}.css", built_file(f"{name}.css"), "text/css")
        separate[f"{name.removeprefix('mode-')}-style"] = path
    return serve_hashed(server, "style.css", rules, "text/css"), separate


def serve_source_maps(server: Flask) -> None:
    """Serve the source maps that the scripts name at their end; browsers fetch them only in their developer tools."""
    for path in sorted(built_files.FOLDER.glob("*.map")):
        serve_file(server, f"/{path.name}", ServedFile(path.read_bytes(), "application/json", REVALIDATE))


def serve_plotly(server: Flask, atlas: Atlas, place: Place) -> dict[str, str]:
    """Serve Plotly's script if the atlas has anything to draw with it; returns `{"plotly": path}`, or nothing.

    Its path changes with Plotly's version, without naming it.
    """
    if not atlas.dataset.muscles:
        return {}
    path = f"/plotly-{short_hash(plotly.__version__.encode())}.js"
    serve_lazily(server, path, lambda: ServedFile(get_plotlyjs().encode(), "application/javascript"), place)
    return {"plotly": path}


def _pictures(atlas: Atlas, theme: str, size: str, first: bool) -> ServedFile:
    views = atlas.dataset.views
    uris = picture_uris(atlas, theme, size).items()
    shown = {view: uri for view, uri in uris if on_first_plate(atlas, views[view]) is first}
    return ServedFile(json.dumps(shown).encode(), "application/json")


def serve_pictures(server: Flask, atlas: Atlas, place: Place) -> dict[str, str]:
    """Serve the pictures of the inside of the body as JSON of `data:` URIs by view; returns name → path.

    They are the same in every language. `pictures-<theme>` holds the views of the first plate, with the ending
    `-more` the others; with `-sharp`, twice the size. As `data:` URIs they can be saved from a page that was opened as
    a file.
    """
    version = pictures_version(atlas)
    paths = {}
    for theme, size in product(THEMES, (ROUGH, SHARP)):
        for first in (True, False):
            name = f"pictures-{theme}" + ("-sharp" if size else "") + ("" if first else "-more")
            paths[name] = path = f"/{name}-{version}.json"
            serve_lazily(server, path, partial(_pictures, atlas, theme, size, first), place)
    return paths if version else {}


def _export(form: Form, atlas: Atlas) -> ServedFile:
    return ServedFile(form.write(atlas), form.mimetype, REVALIDATE, form.filename(atlas))


def serve_exports(server: Flask, atlas: Atlas, place: Place) -> dict[str, str]:
    """Serve the data set in each export format, written on first request; returns `data-<format>` → path."""
    paths = {}
    for name, form in FORMS.items():
        paths[f"data-{name}"] = path = f"/data/{form.filename(atlas)}"
        serve_lazily(server, path, partial(_export, form, atlas), place)
    return paths


def _deck(atlas_of: Callable[[str], Atlas], language: str) -> ServedFile:
    from atlas.export.anki_deck import deck_file

    name = f"nerve-atlas-{language}.apkg"
    return ServedFile(deck_file(atlas_of(language)), "application/octet-stream", REVALIDATE, name)


def serve_decks(
    server: Flask, languages: Iterable[str], atlas_of: Callable[[str], Atlas], waiting: WaitingPlaces
) -> dict[str, str]:
    """Serve an Anki deck for each language, written on first request; returns language → path.

    Without the extra `deck`, the paths answer 501 with the command that installs it, and nothing is returned, so that
    the page does not offer a download.
    """
    can_write = find_spec("genanki") is not None
    paths = {language: f"/data/nerve-atlas-{language}.apkg" for language in languages}

    def refuse() -> Response:
        return Response(f"{MissingExtra('An Anki deck', 'genanki', 'deck')}\n", status=501, mimetype="text/plain")

    for language, path in paths.items():
        if can_write:
            serve_lazily(server, path, partial(_deck, atlas_of, language), waiting.place_for(language))
        else:
            server.add_url_rule(path, endpoint=path, view_func=refuse)
    return paths if can_write else {}
