"""The atlas for a WSGI server: `gunicorn -c python:atlas.web.gunicorn_conf`, or any other that takes `atlas.web.wsgi:server()`.

Environment, all of it optional: `NERVE_ATLAS_DATA`, a data folder; `NERVE_ATLAS_UNDER`, the path that a proxy passes
on, such as `/anatomy`; `NERVE_ATLAS_FRAME_ANCESTORS`, which pages may frame this one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from urllib.parse import urljoin
from wsgiref.types import WSGIApplication

from dash import Dash
from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from atlas.cli.loading import naming, refusing
from atlas.web.app import create_app
from atlas.web.caching import PACKED
from atlas.web.pwa import is_taken, needed_files
from atlas.web.security_headers import ANYWHERE, guard_browsers

_PATH = re.compile(r"(?:/[\w.~-]+)*/?")


def below(server: Flask, under: str) -> WSGIApplication:
    """The server under a path, which must begin with a stroke; everything outside of it is not found.

    A proxy that takes the path away before it passes a request on needs none of this: addresses in the page are
    relative. Raises ValueError for what is no path.
    """
    if not _PATH.fullmatch(under):
        raise ValueError(f"NERVE_ATLAS_UNDER is '{under}'; write a path such as /anatomy")
    mount = under.rstrip("/")
    return DispatcherMiddleware(_outside(mount), {mount: server}) if mount else server


def _outside(mount: str) -> Flask:
    """Answers all else, for the atlas itself would take any other path for its own."""
    outside = Flask("outside", static_folder=None)
    guard_browsers(outside, "'none'")

    @outside.errorhandler(HTTPException)
    def elsewhere(_: HTTPException) -> Response:
        return Response(f"nothing is at this address; the atlas is at {mount}/\n", status=404, mimetype="text/plain")

    return outside


def warm(app: Dash) -> None:
    """Make the page of every language, and compress what it asks for, before anyone asks; Latin names can wait."""
    client, asked = app.server.test_client(), set()
    home = app.editions.atlas.language
    for language in app.editions.languages:
        path = "/" if language == home else f"/{language}/"
        wanted = {urljoin(path, file) for file in needed_files(client.get(path).text) if not is_taken(file)}
        for address, way in product((path, *sorted(wanted - asked)), PACKED):
            client.get(address, headers={"Accept-Encoding": way})
        asked |= wanted


def server(environment: Mapping[str, str] = os.environ) -> WSGIApplication:
    """The atlas as the environment asks for it, ready to answer. Data with a problem is refused: exit code 1, or 2."""
    data, ancestors = environment.get("NERVE_ATLAS_DATA"), environment.get("NERVE_ATLAS_FRAME_ANCESTORS")
    with naming(), refusing():
        if data and not Path(data).is_dir():
            raise ValueError(f"NERVE_ATLAS_DATA is '{data}', and there is no such folder")
        app = create_app(Path(data) if data else None, ancestors=ancestors or ANYWHERE)
        warm(app)
        return below(app.server, environment.get("NERVE_ATLAS_UNDER", ""))
