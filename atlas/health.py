"""`/healthz`: whether the data on the disk are still those that were read at the start."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import monotonic

from flask import Flask, Response

from atlas.facts.seal import digests, hash_of

PATH = "/healthz"
_PAUSE = 5.0
"""Seconds for which an answer holds: whoever asks more often makes no work."""


class Health:
    """Compares the files of a data folder with what they were when this was made."""

    def __init__(self, folder: Path, clock: Callable[[], float] = monotonic):
        self.folder, self.clock = folder, clock
        self.read = digests(folder)
        self.hash = hash_of(self.read)
        self._looking, self._looked, self._changed = Lock(), clock(), list[str]()

    def changed(self) -> list[str]:
        """The files that are gone, new or other than they were."""
        with self._looking:
            if self.clock() - self._looked >= _PAUSE:
                self._changed, self._looked = self._differing(), self.clock()
            return self._changed

    def _differing(self) -> list[str]:
        try:
            now = digests(self.folder)
        except OSError as error:
            return [Path(str(error.filename)).name]
        return sorted(dict(now.items() ^ self.read.items()))


def register(server: Flask, folder: Path) -> None:
    """Serve the answer: 200 and the hash over all data, or 503 and the files that changed."""
    health = Health(folder)

    def send() -> Response:
        changed = health.changed()
        told = {"sound": not changed, "data": health.hash, "changed": changed}
        response = Response(json.dumps(told) + "\n", status=503 if changed else 200, mimetype="application/json")
        response.headers["Cache-Control"] = "no-store"
        return response

    server.add_url_rule(PATH, endpoint=PATH, view_func=send)
