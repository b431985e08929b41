"""A file as the server sends it: its content, how long browsers may keep it, and its compressed forms."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from hashlib import sha256

import brotli
from flask import Flask, Response, request

from atlas.keyed_cache import KeyedCache
from atlas.lazy_property import cached_property
from atlas.web.byte_ranges import asks_for_part, make_conditional
from atlas.web.waiting import Place

IMMUTABLE = "public, max-age=31536000, immutable"
"""Cache-Control of a file whose URL changes whenever its content does."""
REVALIDATE = "no-cache"
"""Cache-Control of a file whose URL stays the same: browsers keep it, and ask each time whether it has changed."""
_COMPRESSIBLE = (
    *("text/", "application/json", "application/javascript", "application/manifest+json", "image/svg"),
    *("application/graphml", "application/ld+json"),
)
_QUICK = 150_000
"""Files of fewer bytes are compressed as far as possible at once: that takes less than a third of a second."""
_PAGE = 700_000
"""Files of fewer bytes, such as a page or the answers to its clicks, are compressed almost as far, in half a second."""
_SMALLEST = 1000
"""Files of fewer bytes are sent as they are."""
_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    # the first visitor waits for it; see ServedFile.compress_best
    "br": lambda content: brotli.compress(content, quality=_quality(len(content))),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}
"""Content encoding → encoder, in order of preference."""


def _quality(size: int) -> int:
    return 11 if size < _QUICK else 10 if size < _PAGE else 9


def short_hash(content: bytes) -> str:
    """Twelve hexadecimal digits that change with the content, for use in a URL."""
    return sha256(content).hexdigest()[:12]


def hashed_path(content: bytes, name: str) -> str:
    """The path of a file under a name that changes with its content.

    >>> hashed_path(b"{}", "payload.json")
    '/payload-44136fa355b3.json'
    """
    stem, _, suffix = name.rpartition(".")
    return f"/{stem}-{short_hash(content)}.{suffix}"


@dataclass(frozen=True)
class ServedFile:
    """One file that the server sends.

    `mimetype`: its media type. `cache_control`: IMMUTABLE or REVALIDATE. `download_name`: for a file that people save,
    the name that the browser suggests.
    """

    content: bytes
    mimetype: str
    cache_control: str = IMMUTABLE
    download_name: str = ""

    @cached_property
    def _etag(self) -> str:
        return short_hash(self.content)

    @cached_property
    def _encoded(self) -> KeyedCache[str, bytes]:
        return KeyedCache(lambda encoding: _ENCODERS[encoding](self.content))

    @cached_property
    def _is_compressible(self) -> bool:
        return self.mimetype.startswith(_COMPRESSIBLE) and len(self.content) >= _SMALLEST

    def compress_best(self) -> None:
        """Replace the quick Brotli form of a large file by the smallest one.

        That takes about ten times as long for about a tenth less, so it is for the background.
        """
        if self._is_compressible and len(self.content) >= _QUICK:
            self._encoded.replace("br", brotli.compress(self.content, quality=11))

    def response(self) -> Response:
        """The answer to the current request: compressed if the browser accepts it, 304 if it has this content already.

        A compressed form is made on the first request for it and then kept. A part of a file is never compressed. The
        entity tag is strong only for the content as it is, so that a download of that can be resumed.
        Raises RequestedRangeNotSatisfiable for a part outside the file.
        """
        part = asks_for_part(request)
        response = Response(mimetype=self.mimetype)
        response.headers["Cache-Control"] = self.cache_control
        if self.download_name:
            response.headers["Content-Disposition"] = f'attachment; filename="{self.download_name}"'
        encoding = None
        if self._is_compressible:
            response.vary.add("Accept-Encoding")
            encoding = None if part else request.accept_encodings.best_match(_ENCODERS)
        response.set_etag(self._etag, weak=bool(encoding))
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.set_data(self._encoded(encoding) if encoding else self.content)
        make_conditional(response, request, len(self.content), part)
        return response


def serve_file(server: Flask, path: str, file: ServedFile) -> None:
    """Serve a file at a path."""
    server.add_url_rule(path, endpoint=path, view_func=file.response)


def serve_hashed(server: Flask, name: str, content: str | bytes, mimetype: str) -> str:
    """Serve fixed content under a name that changes with it; returns the path."""
    content = content.encode() if isinstance(content, str) else content
    path = hashed_path(content, name)
    serve_file(server, path, ServedFile(content, mimetype))
    return path


def serve_lazily(server: Flask, path: str, make: Callable[[], ServedFile], place: Place) -> None:
    """Serve a file that is made on the first request for it. `place`: where a request waits until the file is made."""
    made = KeyedCache[str, ServedFile](lambda _: make())

    def respond() -> Response:
        with nullcontext() if path in made else place():
            return made(path).response()

    server.add_url_rule(path, endpoint=path, view_func=respond)
