"""The page in each language, with current or Latin names, and the bundles that each of these pages fetches.

Nothing is built before it is asked for, and then only once. Languages do not wait for each other, and what is built
already waits for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import nullcontext, suppress
from functools import partial
from itertools import product
from typing import NamedTuple, TypeVar

from flask import Flask, Response, abort, current_app, request

from atlas.api import Atlas
from atlas.dataset.problems import DataProblems
from atlas.keyed_cache import KeyedCache
from atlas.web.bundles.registry import BUILDERS, bundle_json
from atlas.web.layout.people_differ import VARIANT
from atlas.web.served_file import REVALIDATE, ServedFile
from atlas.web.waiting import WaitingPlaces

LATIN = "latin"
"""The value of `?names=` that asks for Latin names, and the folder of the bundles that have them."""
FIRST_VIEW_BUNDLE = "pathways"
"""The bundle that the first view waits for."""
T = TypeVar("T", bound=Hashable)


class PageForm(NamedTuple):
    """Which page: its language, whether it uses Latin names, and the id of a variant of the anatomy or empty."""

    language: str
    latin: bool = False
    variant: str = ""


class LocalizedPages:
    """All pages and their bundles.

    `atlas`: in the home language, whose page is at `/`; the others are at `/<language>/`. `more`: language → atlas, for
    languages that the data folder has no catalogue of. `version`: part of the URL of every bundle. `render`: writes the
    HTML of a page, from its atlas and its form.
    """

    def __init__(
        self, atlas: Atlas, more: Mapping[str, Atlas], version: str, render: Callable[[Atlas, PageForm], str]
    ) -> None:
        self.home = atlas.language
        self.languages = tuple(dict.fromkeys((*atlas.languages, *more)))
        self.version = version
        self._english, self._more, self._render = atlas, more, render
        self._variants = [id_ for id_, row in atlas.dataset.variants.items() if not row.usual]
        self.atlas = KeyedCache(self._load)
        self.page = KeyedCache(self._render_page)
        self.bundle = KeyedCache(self._build_bundle)
        self.waiting = WaitingPlaces(len(self.languages) + 1)  # and what they share

    def _load(self, form: PageForm) -> Atlas:
        if form.latin:
            return self.atlas(form._replace(latin=False)).in_latin()
        if form.variant:
            return self.atlas(PageForm(form.language)).with_variants([form.variant])
        if form.language in self._more:
            return self._more[form.language]
        return self._english if form.language == self.home else self._english.in_language(form.language)

    def _render_page(self, form: PageForm) -> ServedFile:
        return ServedFile(self._render(self.atlas(form), form).encode(), "text/html", REVALIDATE)

    def _build_bundle(self, key: tuple[PageForm, str]) -> ServedFile:
        form, name = key
        return ServedFile(bundle_json(name, self.atlas(form)), "application/json")

    def folder(self, form: PageForm) -> str:
        """Where the bundles of a page are, below the top of the site: `""`, `de/`, `variant/sural_type_3/`."""
        language = [] if form.language == self.home else [form.language]
        variant = [VARIANT, form.variant] if form.variant else []
        return "".join(f"{part}/" for part in (*language, *variant, *([LATIN] if form.latin else [])))

    def path_to_top(self, language: str) -> str:
        """The relative path from the page in a language to the top of the site."""
        return "./" if language == self.home else "../"

    def build_ahead(self, languages: Iterable[str] = ()) -> None:
        """Build the pages and bundles of these languages, by default of all, with current names.

        What the first view of each language needs comes before the rest. A broken catalogue is passed over.
        """
        forms = []
        for language in languages or self.languages:
            form = PageForm(language)
            with suppress(DataProblems):
                for file in (self.page(form), self.bundle((form, FIRST_VIEW_BUNDLE))):
                    file.compress_best()
                forms.append(form)
        for form, name in product(forms, BUILDERS):
            self.bundle((form, name))

    def respond(self, language: str) -> Response:
        """The page that the current request asks for."""
        variant = request.args.get(VARIANT, "")
        known = variant if variant in self._variants else ""
        form = PageForm(language, request.args.get("names") == LATIN, known)
        return self._respond(self.page, form, language)

    def _respond(self, built: KeyedCache[T, ServedFile], key: T, language: str) -> Response:
        """404 when the catalogue of the language cannot be read: the page in other languages still works.

        503 when too many wait for the language already.
        """
        try:
            with nullcontext() if key in built else self.waiting.place(language):
                return built(key).response()
        except DataProblems as refused:
            for problem in refused.problems:
                current_app.logger.error("%s", problem)
            abort(404)

    def register(self, server: Flask) -> None:
        """Add the URLs of all bundles, and of the pages in other languages; Dash adds that of the home page."""

        def send_bundle(form: PageForm, name: str) -> Response:
            if name not in BUILDERS:
                abort(404)
            return self._respond(self.bundle, (form, name), form.language)

        for language in self.languages:
            for form in map(PageForm._make, product([language], (False, True), ("", *self._variants))):
                rule = f"/{self.folder(form)}<name>-{self.version}.json"
                server.add_url_rule(rule, endpoint=rule, view_func=partial(send_bundle, form))
            if language != self.home:
                path = f"/{language}/"
                server.add_url_rule(path, endpoint=path, view_func=partial(self.respond, language))
