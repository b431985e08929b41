"""The atlas as a WSGI application for a production server; `atlas.web.host` runs it with Granian.

`python -m atlas.web.wsgi` only checks settings and data: it exits 2 or 1 and says what is wrong.

Environment variables, all optional: `NERVE_ATLAS_DATA`, a data folder; `NERVE_ATLAS_PROXIES`, how many proxies stand in
front; `NERVE_ATLAS_UNDER`, the path prefix used by the
proxy, such as `/anatomy`; `NERVE_ATLAS_FRAME_ANCESTORS`, which sites may frame the page; `NERVE_ATLAS_ROOMS`, the
address of a Valkey or Redis server that keeps classrooms, such as `redis://127.0.0.1:6379/0`.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from wsgiref.types import WSGIApplication

from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.middleware.proxy_fix import ProxyFix

from atlas.dataset.problems import DataProblems, problem_lines
from atlas.export.extras import MissingExtra
from atlas.rooms import Rooms
from atlas.rooms.redis_store import RedisStore
from atlas.rooms.rooms import LIFETIME
from atlas.web import security_headers
from atlas.web.app import create_app
from atlas.web.dash_app import AtlasDash

MOST_PROXIES = 9
_PATH = re.compile(r"(?:/[\w.~-]+)*/?")


def mounted(server: Flask, under: str) -> WSGIApplication:
    """The application below a path such as `/anatomy`; everything outside the path answers 404.

    A proxy that removes the path before it passes a request on does not need this: all URLs in the page are relative.
    Raises ValueError when `under` is not a path.
    """
    if not _PATH.fullmatch(under):
        raise ValueError(f"NERVE_ATLAS_UNDER is '{under}', which is not a path; write it as /anatomy")
    mount = under.rstrip("/")
    return DispatcherMiddleware(_not_found_app(mount), {mount: server}) if mount else server


def _not_found_app(mount: str) -> Flask:
    outside = Flask("outside", static_folder=None)
    security_headers.register(outside, "'none'")

    @outside.errorhandler(HTTPException)
    def not_found(_: HTTPException) -> Response:
        text = f"Nothing is at this address. The atlas is at {mount}/\n"
        return Response(text, status=404, mimetype="text/plain")

    return outside


def configured(environment: Mapping[str, str] = os.environ) -> tuple[AtlasDash, WSGIApplication]:
    """The app with the settings of the environment, and the same as a WSGI application below its path.

    Raises ValueError for a wrong setting, MissingExtra without what it needs, and DataProblems for data with problems.
    """
    data = environment.get("NERVE_ATLAS_DATA")
    if data and not Path(data).is_dir():
        raise ValueError(f"NERVE_ATLAS_DATA is '{data}', and there is no such folder")
    ancestors = environment.get("NERVE_ATLAS_FRAME_ANCESTORS") or security_headers.ANY_SITE
    proxies = _proxies(environment)
    app = create_app(Path(data) if data else None, ancestors=ancestors, rooms=_rooms(environment))
    if proxies:
        behind = ProxyFix(app.server.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies, x_prefix=proxies)
        app.server.wsgi_app = behind
    return app, mounted(app.server, environment.get("NERVE_ATLAS_UNDER", ""))


def _proxies(environment: Mapping[str, str]) -> int:
    """How many proxies are trusted to say who asked."""
    text = environment.get("NERVE_ATLAS_PROXIES") or "0"
    if text not in map(str, range(MOST_PROXIES + 1)):
        raise ValueError(f"NERVE_ATLAS_PROXIES is '{text}'; write a number from 0 to {MOST_PROXIES}")
    return int(text)


def _rooms(environment: Mapping[str, str]) -> Rooms | None:
    url = environment.get("NERVE_ATLAS_ROOMS")
    if not url:
        return None
    try:
        return Rooms(RedisStore(url, LIFETIME))
    except ValueError as error:
        right = "write the address of a Valkey or Redis server, such as redis://127.0.0.1:6379/0"
        raise ValueError(f"NERVE_ATLAS_ROOMS is '{url}', which is no such address ({error}); {right}") from None


def application() -> WSGIApplication:
    """The entry point for WSGI servers. It builds all languages in the background; raises what `configured` raises."""
    app, wsgi = configured()
    Thread(target=app.pages.build_ahead, daemon=True).start()
    return wsgi


def check() -> None:
    """Exit 1 with every problem of the data, or 2 with a wrong setting; return if there is nothing wrong."""
    try:
        configured()
    except DataProblems as refused:
        sys.exit("\n".join(problem_lines(refused.problems)))
    except (MissingExtra, ValueError) as error:
        print(f"nerve-atlas: {error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    check()
