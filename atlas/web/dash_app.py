"""Dash as the atlas uses it: it runs in the browser, and its server answers no callbacks."""

from __future__ import annotations

import json
from html import escape

from dash import Dash
from flask import Response

from atlas.lazy_property import cached_property
from atlas.web.dash_scripts import dash_scripts
from atlas.web.localized_pages import LocalizedPages
from atlas.web.served_file import ServedFile, hashed_path, serve_file
from atlas.web.urls import relative_to

_PREFIX = "requests_pathname_prefix"
_UNUSED = ("end_id", "python_version", "dash_version", "plotly_version", "dash_version_url")
"""Keys of Dash's configuration that the page does not need. Versions tell about the server. Dash signs each index page
with a number for background callbacks, of which there are none: a page that differed at every request could not be
compressed once and kept."""
START_UP_REQUESTS = ("_dash-layout", "_dash-dependencies")
"""What Dash's scripts fetch when they start. These and the page are the only URLs of Dash that stay open."""


class AtlasDash(Dash):
    """Dash with one page per language and the figure in the first response.

    The page loads Dash's scripts itself, after the first paint, from the addresses in `data-src` of the element in
    which Dash would start its renderer.

    `pages`: the pages to serve; set before the first request. `unused_endpoints`: routes of Dash that the atlas closes.
    """

    pages: LocalizedPages

    def __init__(self) -> None:
        super().__init__(
            "atlas",
            update_title=None,
            assets_external_path=None,
            include_assets_files=False,
            meta_tags=[{"name": "color-scheme", "content": "light dark"}],
            # most of these are off by default, but environment variables could turn them on
            use_pages=False,
            enable_mcp=False,
            websocket_callbacks=False,
            background_callback_manager=None,
        )
        open_urls = {"/", *(f"/{name}" for name in START_UP_REQUESTS)}
        used = {rule.endpoint for rule in self.server.url_map.iter_rules() if rule.rule in open_urls}
        self.unused_endpoints = {rule.endpoint for rule in self.server.url_map.iter_rules()} - used
        self._script_paths: list[str] = []

    def publish_scripts(self) -> None:
        """Serve Dash's scripts under names that change with their content and do not reveal a version."""
        for name, content in dash_scripts():
            hashed = "/dash" + hashed_path(content, f"{name}.js")
            serve_file(self.server, hashed, ServedFile(content, "application/javascript"))
            self._script_paths.append(hashed)

    def index(self, *args: object, **kwargs: object) -> Response:
        """The page in the home language."""
        return self.pages.respond(self.pages.home)

    def interpolate_index(self, **kwargs: str) -> str:
        """Keeps the parts that Dash would put into its index page, for `fill_in`."""
        self._index_parts = kwargs
        return super().interpolate_index(**kwargs)

    @cached_property
    def _dash_parts(self) -> dict[str, str]:
        """The parts of Dash's index page by name."""
        super().index()
        return self._index_parts

    def _config_element(self, top: str) -> str:
        """The configuration for Dash's scripts on a page, which ask for everything below `top`."""
        config = self._config()
        config |= {_PREFIX: top} | {name: "" for name in _UNUSED if name in config}
        text = json.dumps(config, separators=(",", ":"))
        return f'<script id="_dash-config" type="application/json">{text}</script>'

    def fill_in(self, html: str, top: str) -> str:
        """Replace Dash's placeholders in a page. `top`: the relative path from the page to the top of the site."""
        script_urls = escape(json.dumps([relative_to(top, path) for path in self._script_paths]))
        parts = self._dash_parts | {
            "app_entry": '<div id="react-entry-point"></div>',
            "scripts": "",
            "renderer": f'<div id="_dash-renderer" data-src="{script_urls}"></div>',
            "config": self._config_element(top),
        }
        for name, part in parts.items():
            html = html.replace(f"{{%{name}%}}", part)
        return html
