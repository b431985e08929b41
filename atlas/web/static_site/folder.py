"""The folder form: each page with its files beside it, for any static host and for a disk without a network."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from urllib.parse import parse_qs, urljoin, urlsplit

from atlas.web.built_files import built_file
from atlas.web.localized_pages import LATIN
from atlas.web.pwa import MANIFEST, WORKER, manifest, worker
from atlas.web.static_site.csp import guarded
from atlas.web.static_site.pages import ASKED, Asking, Page
from atlas.web.urls import readdressed

INDEX = "index.html"
_OFF = re.compile(r'href="\./"([^>]*) data-names=""')


def own_fetching(asking: Asking) -> str:
    """The script that lets the page fetch on file:// addresses, with the answers to Dash's two start-up requests."""
    held = {name: asking.content(f"/{name}").decode() for name in ASKED}
    return f"window.atlas_held={json.dumps(held)};\n{built_file('file-protocol.js')}"


def as_script(text: str) -> str:
    r"""A JSON text as a script that hands it over, as it is: within JSON, both signs stand only in strings.

    >>> as_script('{"a":"`${1}"}')
    'atlas_files.give(String.raw`{"a":"\\u0060\\u0024{1}"}`);\n'
    """
    told = text.replace("`", "\\u0060").replace("${", "\\u0024{")
    return f"atlas_files.give(String.raw`{told}`);\n"


def named(content: bytes, stem: str, suffix: str) -> str:
    """A name that changes with the content."""
    return f"{stem}-{sha256(content).hexdigest()[:12]}.{suffix}"


class Folder:
    """Puts one page after the other into files: path in the site → content."""

    def __init__(self, fetching: str):
        self.files: dict[str, bytes] = {}
        self.fetching = self._kept(named(fetching.encode(), "disk", "js"), fetching.encode())
        icon = built_file("icon.svg").encode()
        self.icon = self._kept(named(icon, "icon", "svg"), icon)

    def _kept(self, path: str, content: bytes) -> str:
        self.files[path] = content
        return path

    def _file(self, path: str, content: bytes) -> str:
        if path.endswith(".json"):
            return self._kept(f"{path[1:]}.js", as_script(content.decode()).encode())
        return self._kept(path[1:], content)

    def _linked(self, page: Page, address: str) -> str:
        """The path of the page that a link leads to; names stay as they are unless the link asks for others."""
        asked = urlsplit(urljoin(page.path, address))
        names = parse_qs(asked.query, keep_blank_values=True).get("names")
        latin = LATIN in names if names else page.atlas.dataset.latin
        return asked.path[1:] + (f"{LATIN}/" if latin else "") + INDEX

    def add(self, page: Page) -> None:
        """Put a page and its files in."""
        up = "../" * page.folder.count("/") or "./"
        own = {f"./{name}": f"./{name}" for name in (WORKER, MANIFEST)}
        for address, content in page.files.items():
            own[address] = up + self._file(urlsplit(urljoin(page.path, address)).path, content)
        html = _OFF.sub(r'href="./?names="\1 data-names=""', page.html)
        html = html.replace(" data-names=", " data-named=")  # by which the page would ask for names in its query
        html = readdressed(html, own.__getitem__, lambda address: up + self._linked(page, address))
        script = f'<script defer src="{up}{self.fetching}"></script></head>'
        beside = [content for address, content in page.files.items() if address.endswith(".js")]
        html = guarded(html.replace("</head>", script, 1), beside)
        self._kept(page.folder + INDEX, html.encode())
        kept = worker(built_file("service-worker.js"), html, f"./{INDEX}")
        self._kept(page.folder + WORKER, kept.encode())
        self._kept(page.folder + MANIFEST, manifest(page.atlas, INDEX, up + self.icon).encode())
