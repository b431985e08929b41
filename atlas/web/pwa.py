"""What makes the page installable and keeps it available offline: its service worker and its web app manifest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import partial
from hashlib import sha256

from flask import Flask, abort

from atlas.api import Atlas
from atlas.dataset.problems import DataProblems
from atlas.dataset.translation.locales import direction
from atlas.figures.theme_css import colours
from atlas.web.built_files import built_file
from atlas.web.dash_app import START_UP_REQUESTS
from atlas.web.localized_pages import LocalizedPages, PageForm
from atlas.web.room_api import PATH as ROOMS
from atlas.web.served_file import REVALIDATE, ServedFile, serve_hashed, serve_lazily
from atlas.web.urls import files_in, relative_to

WORKER, MANIFEST = "worker.js", "app.webmanifest"
"""Names of the two files, which are in the same folder as their page."""
_SHARP = re.compile(r"pictures-\w+-sharp")
"""Pictures that the page works without."""
_CLASSROOMS = re.compile(rf"(\.\.?/)+{ROOMS}")
_DOWNLOADS = ("data/", "handouts/")
"""Folders of files that people save; the page works without them."""


def needed_files(page: str) -> tuple[str, ...]:
    """The URLs of the files that a page names, without its worker and manifest and without its classrooms.

    Classrooms are no file: nothing can be fetched there, and a worker that cannot fetch all of its files keeps none.
    """
    no_files = {f"./{WORKER}", f"./{MANIFEST}"}
    return tuple(file for file in files_in(page) if file not in no_files and not _CLASSROOMS.fullmatch(file))


def is_download(file: str) -> bool:
    """Whether a file is for people to save, so that the page works without it."""
    return file.lstrip("./").startswith(_DOWNLOADS)


def worker(page: str, page_url: str, also: Iterable[str] = ()) -> str:
    """The script of a service worker that keeps one page offline.

    `page`: the HTML. `page_url`: the page's URL, relative to the worker. `also`: files to keep whose URLs do not change
    with their content. The script finds all this in the global `PRECACHE`.
    """
    files = [file for file in needed_files(page) if not is_download(file) and not _SHARP.search(file)]
    version = sha256(page.encode()).hexdigest()[:16]
    kept = {"version": version, "page": page_url, "files": files, "also": list(also)}
    return f"self.PRECACHE={json.dumps(kept)};\n{built_file('service-worker.js')}"


def manifest(atlas: Atlas, page_url: str, icon: str) -> str:
    """The web app manifest of a page, as JSON. `page_url` and `icon` are URLs relative to the manifest."""
    words, tones = atlas.strings, colours(atlas, "light")
    return json.dumps(
        {
            "name": words["page.name"],
            "short_name": words["page.name"],
            "description": words["page.description"],
            "lang": atlas.language,
            "dir": direction(atlas.language),
            "start_url": page_url,
            "scope": "./",
            "display": "standalone",
            "background_color": tones["paper"],
            "theme_color": tones["paper"],
            "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
        },
        ensure_ascii=False,
        indent=2,
    )


def register(server: Flask, pages: LocalizedPages) -> None:
    """Serve the worker and the manifest of the page in each language, made on the first request for them."""
    icon = serve_hashed(server, "icon.svg", built_file("icon.svg"), "image/svg+xml")

    def make_worker(language: str) -> ServedFile:
        top = pages.path_to_top(language)
        also = [relative_to(top, path) for path in START_UP_REQUESTS]
        try:
            html = pages.page(PageForm(language)).content.decode()
        except DataProblems:  # the language has no page
            abort(404)
        script = worker(html, "./", also)
        return ServedFile(script.encode(), "application/javascript", REVALIDATE)

    def make_manifest(language: str) -> ServedFile:
        try:
            own = pages.atlas(PageForm(language))
        except DataProblems:
            abort(404)
        text = manifest(own, "./", relative_to(pages.path_to_top(language), icon))
        return ServedFile(text.encode(), "application/manifest+json", REVALIDATE)

    for language in pages.languages:
        folder, place = pages.folder(PageForm(language)), pages.waiting.place_for(language)
        serve_lazily(server, f"/{folder}{WORKER}", partial(make_worker, language), place)
        serve_lazily(server, f"/{folder}{MANIFEST}", partial(make_manifest, language), place)
