"""The folder form of an export: pages with their files next to them, for static hosts and for opening from a disk."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64encode
from hashlib import sha256
from urllib.parse import parse_qs, urljoin, urlsplit

from atlas.web.built_files import built_file
from atlas.web.dash_app import START_UP_REQUESTS
from atlas.web.localized_pages import LATIN
from atlas.web.pwa import MANIFEST, WORKER, manifest, worker
from atlas.web.static_site.csp import with_policy
from atlas.web.static_site.pages import Client, Page
from atlas.web.urls import rewrite_urls

INDEX = "index.html"
_NAMES_OFF = re.compile(r'href="\./"([^>]*) data-names=""')


def fetch_script(client: Client) -> str:
    """The script that lets the page fetch from a disk, with the answers to Dash's two start-up requests in it."""
    held = {name: client.content(f"/{name}").decode() for name in START_UP_REQUESTS}
    return f"window.atlas_held={json.dumps(held)};\n{built_file('file-protocol.js')}"


def as_script(content: bytes) -> bytes:
    """A JSON file as a script that passes it on, because browsers run scripts from a disk but fetch nothing there.

    The JSON is compressed (zlib, then Base64): few hosts and no disk does that, and it is six times as large.

    >>> as_script(b"{}")
    b'atlas_files.give("eJyrrgUAAXUA+Q==");\\n'
    """
    return b'atlas_files.give("' + b64encode(zlib.compress(content)) + b'");\n'


def hashed_name(content: bytes, stem: str, suffix: str) -> str:
    """A file name that changes with the content."""
    return f"{stem}-{sha256(content).hexdigest()[:12]}.{suffix}"


class Folder:
    """Collects pages as files. `files`: path in the site → content."""

    def __init__(self, fetch_source: str):
        self.files: dict[str, bytes] = {}
        self._path_of: dict[str, str] = {}  # SHA-256 of a JSON file → where it is
        script, icon = fetch_source.encode(), built_file("icon.svg").encode()
        self.fetch_script = self._add(hashed_name(script, "disk", "js"), script)
        self.icon = self._add(hashed_name(icon, "icon", "svg"), icon)

    def _add(self, path: str, content: bytes) -> str:
        self.files[path] = content
        return path

    def _add_served(self, path: str, content: bytes) -> str:
        """Add what the server has at a path; returns where it is, which for equal JSON is one file for all pages."""
        if not path.endswith(".json"):
            return self._add(path[1:], content)
        digest = sha256(content).hexdigest()
        if digest not in self._path_of:
            self._path_of[digest] = self._add(f"{path[1:]}.js", as_script(content))
        return self._path_of[digest]

    def _linked_page(self, page: Page, url: str) -> str:
        """The file of the page that a link leads to; it keeps the current names unless the link asks for others."""
        target = urlsplit(urljoin(page.path, url))
        names = parse_qs(target.query, keep_blank_values=True).get("names")
        latin = LATIN in names if names else page.atlas.dataset.latin
        return target.path[1:] + (f"{LATIN}/" if latin else "") + INDEX

    def add(self, page: Page) -> None:
        """Add a page and the files that it needs."""
        top = "../" * page.folder.count("/") or "./"
        urls = {f"./{name}": f"./{name}" for name in (WORKER, MANIFEST)}
        for url, content in page.files.items():
            urls[url] = top + self._add_served(urlsplit(urljoin(page.path, url)).path, content)
        html = _NAMES_OFF.sub(r'href="./?names="\1 data-names=""', page.html)
        html = html.replace(" data-names=", " data-named=")  # so that the scripts do not add `?names=` to the address
        html = rewrite_urls(html, urls.__getitem__, lambda url: top + self._linked_page(page, url))
        html = html.replace("</head>", f'<script defer src="{top}{self.fetch_script}"></script></head>', 1)
        html = with_policy(html)
        self._add(page.folder + INDEX, html.encode())
        script = worker(html, f"./{INDEX}")
        self._add(page.folder + WORKER, script.encode())
        self._add(page.folder + MANIFEST, manifest(page.atlas, INDEX, top + self.icon).encode())
