"""The script of the components and the routes of their data, added to Dash apps by Dash's plugin hooks."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dash import Dash, get_app, hooks

from atlas.api import Atlas
from atlas.components import figure_data
from atlas.keyed_cache import KeyedCache
from atlas.lazy_property import cached_property

FOLDER = "_nerve-atlas"
"""The folder of the routes, below the app's own prefix; assets/components/source.js has the same name."""
SCRIPT = "static/components.js"
SOLID_SCRIPT = "static/solid.js"
"""Loaded by `Solid` when it is drawn."""
_SIZES = {"": "", "sharp": "@2x"}
_THEMES = ("light", "dark")
Query = Callable[[str], str]
"""Name of a parameter → its value in the current request, or an empty string."""


@dataclass(frozen=True)
class Content:
    """The content of a response."""

    content: bytes
    mimetype: str
    compressed: bytes | None = None

    @cached_property
    def etag(self) -> str:
        """A weak entity tag that changes with the content."""
        return f'W/"{sha256(self.content).hexdigest()[:12]}"'

    @classmethod
    def of_json(cls, content: bytes) -> Content:
        """JSON, also in compressed form."""
        return cls(content, "application/json", gzip.compress(content, 6, mtime=0))


class FigureRoutes:
    """The responses over one atlas, each made on the first request for it. `load` is called once."""

    def __init__(self, load: Callable[[], Atlas]) -> None:
        # the script asks for several routes at once
        self._atlas = KeyedCache[str, Atlas](lambda _: load())
        self._content = KeyedCache(self._make)

    @property
    def atlas(self) -> Atlas:
        return self._atlas("")

    def _make(self, key: tuple[str, ...]) -> Content | None:
        atlas, (name, *parameters) = self.atlas, key
        if name == "picture":
            view, theme, size = parameters
            path = figure_data.picture_file(atlas, view, theme, _SIZES[size])
            return Content(path.read_bytes(), "image/avif") if path else None
        if name == "view":
            return Content.of_json(figure_data.write_view(atlas, *parameters))
        return Content.of_json(_WRITERS[name](atlas))

    def content(self, name: str, query: Query) -> Content | None:
        """What a route answers; None when there is nothing of that name."""
        view, theme, size = query("id"), query("theme"), query("size")
        if name not in ("view", "picture"):
            return self._content((name,))
        if view not in self.atlas.dataset.views:
            return None
        if name == "view":
            return self._content((name, view))
        return self._content((name, view, theme, size)) if theme in _THEMES and size in _SIZES else None


_WRITERS: dict[str, Callable[[Atlas], bytes]] = {
    "pathways": figure_data.write_pathways,
    "network": figure_data.write_network,
    "lesions": figure_data.write_lesions,
    "solid": figure_data.write_solid,
    "solid-muscles": figure_data.write_solid_muscles,
}
NAMES = (*_WRITERS, "view", "picture")
"""The routes of a folder."""


def _respond(app: Dash, routes: FigureRoutes, name: str) -> Any:
    """The response to the current request: compressed if the browser accepts it; 304 if it has this content already."""
    backend = app.backend
    request = backend.request_adapter()
    found = routes.content(name, lambda parameter: request.args.get(parameter) or "")
    if found is None:
        return backend.make_response(b"", mimetype="text/plain", status=404)
    is_compressed = found.compressed is not None and "gzip" in (request.headers.get("Accept-Encoding") or "")
    if request.headers.get("If-None-Match") == found.etag:
        response = backend.make_response(b"", mimetype=found.mimetype, status=304)
    else:
        response = backend.make_response(found.compressed if is_compressed else found.content, mimetype=found.mimetype)
        if is_compressed:
            response.headers["Content-Encoding"] = "gzip"
    response.headers["Cache-Control"], response.headers["ETag"] = "no-cache", found.etag
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _view_function(app_of: Callable[[], Dash], routes: FigureRoutes, name: str) -> Callable[[], Any]:
    def respond() -> Any:
        return _respond(app_of(), routes, name)

    respond.__name__ = f"nerve_atlas_{name}"
    return respond


def register() -> None:
    """Tell Dash about the script and the routes, for every app that is created from now on. Called once, on import."""
    later = [SOLID_SCRIPT, f"{SCRIPT}.map", f"{SOLID_SCRIPT}.map"]
    on_demand = [{"namespace": __package__, "relative_package_path": path, "dynamic": True} for path in later]
    hooks.script([{"namespace": __package__, "relative_package_path": SCRIPT}, *on_demand])
    routes = FigureRoutes(Atlas.load)
    for name in NAMES:
        hooks.route(f"{FOLDER}/{name}")(_view_function(get_app, routes, name))


def serve_data(app: Dash, atlas: Atlas | None = None, name: str = "") -> str:
    """Serve the data of the components in an app; returns its URL for their prop `data`.

    Needed only for an atlas of your own (another data folder or language), and for an app that was created before
    `atlas.components` was imported. Call it before the app is run.

    Args:
        app: the Dash app.
        atlas: the atlas to show; by default that of the package.
        name: a word for the URL, which tells several atlases apart. An atlas of your own needs one.

    Raises:
        ValueError: an atlas without a name.
    """
    if atlas and not name:
        raise ValueError("an atlas of your own needs a name for its URL, such as serve_data(app, atlas, 'german')")
    folder = "/".join(filter(None, (FOLDER, name))) + "/"
    routes = FigureRoutes((lambda: atlas) if atlas else Atlas.load)
    for route in NAMES:
        rule = f"{app.config.routes_pathname_prefix}{folder}{route}"
        app.backend.add_url_rule(rule, _view_function(lambda: app, routes, route), endpoint=rule, methods=["GET"])
    return f"{app.config.requests_pathname_prefix}{folder}"
