"""Every page of the atlas as the server sends it, with the files that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urljoin

from dash import Dash

from atlas.api import Atlas
from atlas.web.layout.page import NO_SLIDES
from atlas.web.localized_pages import LATIN
from atlas.web.pwa import needed_files

_SLIDES = re.compile(r' data-slides="[^"]*"')


class CannotExport(RuntimeError):
    """The atlas cannot be written as files, or not to the given folder; the text says why."""


@dataclass(frozen=True)
class Page:
    """One page. `folder`: its folder in the exported site, empty or with a trailing slash; `path`: where the server has
    it; `files`: URL in the HTML → content."""

    atlas: Atlas
    folder: str
    path: str
    html: str
    files: dict[str, bytes] = field(default_factory=dict)


def server_callbacks(app: Dash) -> list[str]:
    """The outputs of callbacks that a server would have to answer."""
    return sorted(output for output, callback in app.callback_map.items() if "callback" in callback)


class Client:
    """Requests pages and files from the application, without a network."""

    def __init__(self, app: Dash):
        app.server.config["PROPAGATE_EXCEPTIONS"] = True  # the export reports what is wrong, such as a full disk
        self._client = app.server.test_client()
        self.content = cache(self._content)

    def _content(self, path: str) -> bytes:
        """What the application serves at a path. Raises CannotExport when it serves nothing."""
        response = self._client.get(path)
        if response.status_code != 200:
            raise CannotExport(f"the page needs {path}, but the server answers {response.status}")
        return response.get_data()

    def page(self, atlas: Atlas, folder: str, path: str) -> Page:
        """The page at a path, with all files that it names."""
        # an exported copy has the usual anatomy only, so it shows no links to variants
        html = self.content(path).decode().replace(' data-variant=""', "", 1)
        html = _SLIDES.sub(NO_SLIDES, html, count=1)  # which take longer to make than all the rest
        return Page(atlas, folder, path, html, {url: self.content(urljoin(path, url)) for url in needed_files(html)})


def folder_of(atlas: Atlas, home: str) -> str:
    """The folder of an atlas's page in an exported site: its language, then `latin/` if it has Latin names."""
    parts = ([] if atlas.language == home else [atlas.language]) + ([LATIN] if atlas.dataset.latin else [])
    return "".join(f"{part}/" for part in parts)


def pages(app: Dash, atlases: Mapping[str, Atlas]) -> Iterator[Page]:
    """Each page, by language, with current names and then with Latin ones.

    `atlases`: language → atlas; the first is the home language. Raises CannotExport when a callback needs a server.
    """
    if outputs := server_callbacks(app):
        raise CannotExport(f"{', '.join(outputs)}: this callback needs the server; make it a clientside callback")
    client, home = Client(app), next(iter(atlases))
    for language, atlas in atlases.items():
        path = "/" if language == home else f"/{language}/"
        yield client.page(atlas, folder_of(atlas, home), path)
        if atlas.dataset.latin_names:
            latin = atlas.in_latin()
            yield client.page(latin, folder_of(latin, home), f"{path}?names={LATIN}")
