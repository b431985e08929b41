"""The page in each language, with current or Latin names, and the bundles that each of these pages fetches.

Nothing is built before it is asked for, and then only once. Languages do not wait for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, TypeVar

from flask import Flask, Response, abort, current_app, request

from atlas.api import Atlas
from atlas.dataset.problems import DataProblems
from atlas.keyed_cache import KeyedCache
from atlas.web.bundles.registry import BUILDERS, bundle_json
from atlas.web.served_file import REVALIDATE, ServedFile

LATIN = "latin"
"""The value of `?names=` that asks for Latin names, and the folder of the bundles that have them."""
FIRST_VIEW_BUNDLE = "pathways"
"""The bundle that the first view waits for."""
T = TypeVar("T")


class Variant(NamedTuple):
    """Which page: its language, and whether it uses Latin names."""

    language: str
    latin: bool = False


class LocalizedPages:
    """All pages and their bundles.

    `atlas`: in the home language, whose page is at `/`; the others are at `/<language>/`. `more`: language → atlas, for
    languages that the data folder has no catalogue of. `version`: part of the URL of every bundle. `render`: writes the
    HTML of a page, from its atlas and its variant.
    """

    def __init__(
        self, atlas: Atlas, more: Mapping[str, Atlas], version: str, render: Callable[[Atlas, Variant], str]
    ) -> None:
        self.home = atlas.language
        self.languages = tuple(dict.fromkeys((*atlas.languages, *more)))
        self.version = version
        self._english, self._more, self._render = atlas, more, render
        self.atlas = KeyedCache(self._load)
        self.page = KeyedCache(self._render_page)
        self.bundle = KeyedCache(self._build_bundle)

    def _load(self, variant: Variant) -> Atlas:
        if variant.latin:
            return self.atlas(Variant(variant.language)).in_latin()
        if variant.language in self._more:
            return self._more[variant.language]
        return self._english if variant.language == self.home else self._english.in_language(variant.language)

    def _render_page(self, variant: Variant) -> ServedFile:
        return ServedFile(self._render(self.atlas(variant), variant).encode(), "text/html", REVALIDATE)

    def _build_bundle(self, key: tuple[Variant, str]) -> ServedFile:
        variant, name = key
        return ServedFile(bundle_json(name, self.atlas(variant)), "application/json")

    def folder(self, variant: Variant) -> str:
        """Where the bundles of a page are, below the top of the site: `""`, `de/`, `latin/` or `de/latin/`."""
        parts = [] if variant.language == self.home else [variant.language]
        return "".join(f"{part}/" for part in (*parts, *([LATIN] if variant.latin else [])))

    def path_to_top(self, language: str) -> str:
        """The relative path from the page in a language to the top of the site."""
        return "./" if language == self.home else "../"

    def build_ahead(self, languages: tuple[str, ...]) -> None:
        """Build the pages and bundles of these languages, with current names, unless their catalogue is broken."""
        for language in languages:
            variant = Variant(language)
            try:
                page = self.page(variant)
            except DataProblems:
                continue
            for file in (page, self.bundle((variant, FIRST_VIEW_BUNDLE))):
                file.compress_best()
            for name in BUILDERS:
                self.bundle((variant, name))

    def respond(self, language: str) -> Response:
        """The page that the current request asks for."""
        return self._respond(self.page, Variant(language, request.args.get("names") == LATIN))

    def _respond(self, make: Callable[[T], ServedFile], key: T) -> Response:
        """404 when the catalogue of the language cannot be read: the page in other languages still works."""
        try:
            return make(key).response()
        except DataProblems as refused:
            for problem in refused.problems:
                current_app.logger.error("%s", problem)
            abort(404)

    def register(self, server: Flask) -> None:
        """Add the URLs of all bundles, and of the pages in other languages; Dash adds that of the home page."""

        def send_bundle(variant: Variant, name: str) -> Response:
            if name not in BUILDERS:
                abort(404)
            return self._respond(self.bundle, (variant, name))

        for language in self.languages:
            for variant in (Variant(language), Variant(language, latin=True)):
                rule = f"/{self.folder(variant)}<name>-{self.version}.json"
                server.add_url_rule(rule, endpoint=rule, view_func=partial(send_bundle, variant))
            if language != self.home:
                path = f"/{language}/"
                server.add_url_rule(path, endpoint=path, view_func=partial(self.respond, language))
