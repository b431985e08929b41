"""What makes the page installable and keeps it for the time without a network: its worker and its manifest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256

from flask import Flask, Response, request

from atlas.api import Atlas
from atlas.dataset.translation.locales import direction
from atlas.figures.theme_css import colours
from atlas.web.urls import files_in

WORKER, MANIFEST = "worker.js", "app.webmanifest"
"""Names of the two files, which stand beside the page that they are of."""
_CONFIG = re.compile(r'<script id="_dash-config".*?</script>', re.S)
"""What Dash tells its scripts of the process that serves; it differs from start to start and makes no version."""
_TAKEN = ("data/", "handouts/")
"""Folders of what people save: nothing that the page itself needs."""


def needed_files(page: str) -> tuple[str, ...]:
    """The files that a page names, but for its own worker and manifest."""
    return tuple(file for file in files_in(page) if file not in (f"./{WORKER}", f"./{MANIFEST}"))


def is_taken(file: str) -> bool:
    """Whether a file is for people to save, so that the page itself works without it."""
    return file.lstrip("./").startswith(_TAKEN)


def worker(source: str, page: str, at: str, also: Iterable[str] = ()) -> str:
    """The worker that keeps a page, as a script.

    `source`: the built worker, which reads the list from `PRECACHE`. `page`: the HTML; `at`: its address from its folder. `also`: files that it
    needs under addresses that do not change with their content.
    """
    files = [file for file in needed_files(page) if not is_taken(file)]
    version = sha256(_CONFIG.sub("", page).encode()).hexdigest()[:16]
    kept = {"version": version, "page": at, "files": files, "also": list(also)}
    return f"self.PRECACHE={json.dumps(kept)};\n{source}"


def manifest(atlas: Atlas, at: str, icon: str) -> str:
    """The manifest with which browsers install the page. `at` and `icon` are addresses from its own folder."""
    words, tones = atlas.strings, colours(atlas, "light")
    return json.dumps(
        {
            "name": words["page.name"],
            "short_name": words["page.name"],
            "description": words["page.description"],
            "lang": atlas.language,
            "dir": direction(atlas.language),
            "start_url": at,
            "scope": "./",
            "display": "standalone",
            "background_color": tones["paper"],
            "theme_color": tones["paper"],
            "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
        },
        ensure_ascii=False,
        indent=2,
    )


def register(server: Flask, under: str, script: Callable[[], str], described: Callable[[], str]) -> None:
    """Serve a page's worker and its manifest, made when they are first asked for; browsers ask each time for news."""

    def offer(path: str, write: Callable[[], str], mimetype: str) -> None:
        written = cache(write)

        def send() -> Response:
            response = Response(written(), mimetype=mimetype)
            response.headers["Cache-Control"] = "no-cache"
            response.set_etag(sha256(written().encode()).hexdigest()[:16])
            return response.make_conditional(request)

        server.add_url_rule(path, endpoint=path, view_func=send)

    offer(f"{under}/{WORKER}", script, "application/javascript")
    offer(f"{under}/{MANIFEST}", described, "application/manifest+json")
