"""The atlas as files and as a page, for the tests that open it from a disk or from a host."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page


def exported(to: Path, data: Path | None = None, single: bool = False) -> Path:
    """Write the atlas of a data folder (None: the real one), without handouts; returns its first page."""
    from atlas.web.static_site.atomic_write import write
    from atlas.web.static_site.build import build

    write(build(data, "en" if single else None, False, "", lambda line: None), to)
    return to / "index.html"


def ready(page: Page) -> None:
    """Trigger the first interaction, and wait until the panel is loaded."""
    page.wait_for_selector("html[data-ready]")
    page.evaluate("dispatchEvent(new PointerEvent('pointermove', { movementX: 1 }))")
    page.wait_for_selector("#panel", state="attached")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def hosting(folder: Path, port: int = 0) -> Iterator[int]:
    """A plain host of files, which knows nothing of the atlas; its port."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
