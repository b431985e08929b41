"""Every page of the atlas as it would be served, with what it asks for: gathered from the application itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urljoin

from dash import Dash

from atlas.api import Atlas
from atlas.web.localized_pages import LATIN
from atlas.web.pwa import needed_files

ASKED = ("_dash-layout", "_dash-dependencies")
"""What Dash's scripts ask the server for when they start."""


class CannotExport(RuntimeError):
    """The atlas, or what was asked of it, cannot be written as files; the text says why."""


@dataclass(frozen=True)
class Page:
    """One page. `folder` of the exported site, "" or target with a stroke; `path`: where it is served;
    `files`: address in the HTML → content."""

    atlas: Atlas
    folder: str
    path: str
    html: str
    files: dict[str, bytes] = field(default_factory=dict)


def needing_a_server(app: Dash) -> list[str]:
    """The outputs of callbacks that the server would have to answer."""
    return sorted(output for output, callback in app.callback_map.items() if "callback" in callback)


class Asking:
    """Asks the application as a browser would, without a network."""

    def __init__(self, app: Dash):
        self.client = app.server.test_client()
        self.content = cache(self._content)

    def _content(self, path: str) -> bytes:
        """What is served at a path. Raises CannotExport when nothing is."""
        answer = self.client.get(path)
        if answer.status_code != 200:
            raise CannotExport(f"the page needs {path}, but the server answers {answer.status}")
        return answer.get_data()

    def page(self, atlas: Atlas, folder: str, path: str) -> Page:
        """The page at a path, with all the files that it names."""
        html = self.content(path).decode()
        return Page(atlas, folder, path, html, {one: self.content(urljoin(path, one)) for one in needed_files(html)})


def folder_of(atlas: Atlas, home: str) -> str:
    """Where the page of an atlas stands in an exported site: by its language, then by its names."""
    parts = ([] if atlas.language == home else [atlas.language]) + ([LATIN] if atlas.dataset.latin else [])
    return "".join(f"{part}/" for part in parts)


def pages(app: Dash, told: dict[str, Atlas]) -> Iterator[Page]:
    """Each page, by language and with today's names, then with the Latin ones, made one after the other.

    `told`: language → atlas, the first of them being the usual. Raises CannotExport when some callback needs a server.
    """
    if outputs := needing_a_server(app):
        raise CannotExport(f"{', '.join(outputs)}: this callback needs the server; write it as one for the browser")
    asking, home = Asking(app), next(iter(told))
    for language, atlas in told.items():
        path = "/" if language == home else f"/{language}/"
        yield asking.page(atlas, folder_of(atlas, home), path)
        if atlas.dataset["latin"]:
            latin = atlas.in_latin()
            yield asking.page(latin, folder_of(latin, home), f"{path}?names={LATIN}")
