"""Sending things once and small: a payload under an address of its own, text compressed once and kept."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from threading import Lock

import brotli
from flask import Flask, Response, request

_TEXT = (
    *("text/", "application/json", "application/javascript", "image/svg"),
    *("application/graphml", "application/ld+json"),
)
_WORTH = 1000
_FOREVER = "public, max-age=31536000, immutable"


def address_of(content: bytes, name: str) -> str:
    """A path that changes with the content, so that it can be kept for ever.

    >>> address_of(b"{}", "payload.json")
    '/payload-44136fa355b3.json'
    """
    stem, _, suffix = name.rpartition(".")
    return f"/{stem}-{sha256(content).hexdigest()[:12]}.{suffix}"


def publish(server: Flask, path: str, content: bytes, mimetype: str) -> None:
    """Serve fixed content at a path that changes with it."""

    server.add_url_rule(path, endpoint=path, view_func=lambda: kept_for_ever(content, mimetype))


def kept_for_ever(content: bytes, mimetype: str) -> Response:
    """A response that browsers need never ask for again."""
    response = Response(content, mimetype=mimetype)
    response.headers["Cache-Control"] = _FOREVER
    return response


def publish_file(server: Flask, path: str, mimetype: str, write: Callable[[], bytes]) -> None:
    """Serve a file to be saved, written when it is first asked for and then kept. Its name is the path's last part."""
    written = cache(write)

    def send() -> Response:
        response = Response(written(), mimetype=mimetype)
        response.headers["Content-Disposition"] = f'attachment; filename="{path.rpartition("/")[2]}"'
        response.headers["Cache-Control"] = "no-cache"
        response.set_etag(sha256(written()).hexdigest()[:16])
        return response.make_conditional(request)

    server.add_url_rule(path, endpoint=path, view_func=send)


_LARGE = 1_000_000
PACKED = {
    # 11 takes four times as long as 10 for a fiftieth less; 10 takes eleven times as long as 9 for a tenth less
    "br": lambda content: brotli.compress(content, quality=9 if len(content) > _LARGE else 10),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}
"""Ways to compress, the closest first."""


def compress_once(server: Flask) -> None:
    """Compress text for those who accept it, and keep what was compressed; nothing here changes while serving."""
    kept: dict[tuple[str, bytes], bytes] = {}
    packing = Lock()

    @server.after_request
    def compressed(response: Response) -> Response:
        way = next((way for way in PACKED if request.accept_encodings.quality(way) > 0), None)
        plain = response.status_code == 200 and "Content-Encoding" not in response.headers
        if not plain or not (response.mimetype or "").startswith(_TEXT):
            return response
        response.vary.add("Accept-Encoding")
        if way is None:
            return response
        response.direct_passthrough = False
        content = response.get_data()
        if len(content) < _WORTH:
            return response
        key = way, content  # the same bytes each time, whose hash is reckoned once
        if key not in kept:
            with packing:  # a hall that opens the page at once has it done once, not once for each
                if key not in kept:
                    kept[key] = PACKED[way](content)
        response.set_data(kept[key])
        response.headers["Content-Encoding"] = way
        return response
