"""The page in its languages: English is ready from the start, any other is made when first asked for and then kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from flask import Flask, Response, abort, current_app, request

from atlas.api import Atlas
from atlas.dataset.problems import DataProblems
from atlas.web.caching import address_of, kept_for_ever

Offer = Callable[[str, str, str], str]
"""Takes the name, the content and the media type of a file, and says at which address it will be."""
LATIN = "latin"
"""The names that `names=` in the address asks for, and the part of an address under which files with them stand."""
ROOT = "{%root%}"
"""Stands in a page for the way from it up to where the atlas begins: so it works below any address, and from disk."""


def from_root(path: str) -> str:
    """The address that a page gives to a path of the atlas.

    >>> from_root("/style.css")
    '{%root%}style.css'
    """
    return ROOT + path.removeprefix("/")


@dataclass
class Edition:
    """One page and the files that it asks for, by their paths."""

    html: str = ""
    files: dict[str, tuple[bytes, str]] = field(default_factory=dict)


class Editions:
    """Every page that can be had, by language and by which names it uses.

    `make` gives the HTML of a page and offers its files; `more` holds languages beside those of the data folder.
    """

    def __init__(
        self,
        atlas: Atlas,
        make: Callable[[Atlas, Offer], str],
        more: Mapping[str, Atlas],
    ):
        self.atlas, self.make, self.more = atlas, make, more
        self.languages = tuple(dict.fromkeys((*atlas.languages, *more)))
        self.made: dict[tuple[str, bool], Edition] = {}
        self.making = Lock()
        self.of(atlas.language)

    def of(self, language: str, latin: bool = False) -> Edition:
        """The page in a language. Raises DataProblems when its catalogue cannot be read."""
        with self.making:
            if (language, latin) not in self.made:
                self.made[language, latin] = self._made(language, latin)
            return self.made[language, latin]

    def _made(self, language: str, latin: bool) -> Edition:
        atlas = self.more[language] if language in self.more else self.atlas.in_language(language)
        edition, under = Edition(), self._under(language, latin)

        def offer(name: str, content: str, mimetype: str) -> str:
            path = under + address_of(content.encode(), name)
            edition.files[path] = content.encode(), mimetype
            return from_root(path)

        edition.html = self.make(atlas.in_latin() if latin else atlas, offer)
        return edition

    def _under(self, language: str, latin: bool) -> str:
        parts = ([] if language == self.atlas.language else [language]) + ([LATIN] if latin else [])
        return "".join(f"/{part}" for part in parts)

    def asked(self) -> tuple[str, str]:
        """The HTML of the page that the request is for, and the way from its address to where the atlas begins."""
        language = next((one for one in self.languages if request.path.endswith(f"/{one}/")), self.atlas.language)
        up = "./" if language == self.atlas.language else "../"
        return self._safely(language, request.args.get("names") == LATIN).html, up

    def _safely(self, language: str, latin: bool) -> Edition:
        try:
            return self.of(language, latin)
        except DataProblems as refused:  # the other languages can still be read
            for problem in refused.problems:
                current_app.logger.error("%s", problem)
            abort(404)

    def register(self, server: Flask, index: Callable[[], bytes]) -> None:
        """Serve the pages of other languages, and the files of all."""

        def serve(language: str, latin: bool) -> None:
            under = self._under(language, latin)

            def send(file: str) -> Response:
                path = f"{under}/{file}"
                files = self._safely(language, latin).files
                if path not in files:
                    abort(404)
                return kept_for_ever(*files[path])

            server.add_url_rule(f"{under}/<file>", endpoint=f"{under}/<file>", view_func=send)

        for language in self.languages:
            for latin in (False, True):
                if language != self.atlas.language or latin:
                    serve(language, latin)
            if language != self.atlas.language:
                server.add_url_rule(f"/{language}/", endpoint=f"/{language}/", view_func=index)
