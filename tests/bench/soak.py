"""`make soak`: a server under steady requests, good and bad, for a long time; its memory must not grow."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from tests.bench.report import write
from tests.bench.running import ATLAS, Running, granian, running
from tests.bench.serving import first_paths
from tests.bench.visitors import question, reasons, visit
from tests.support.serving import free_port

MOST = 0.05
"""The growth that passes."""
WARM = 0.2
"""The share of the time after which memory counts: until then caches fill."""
CONNECTIONS = 50
BODIES = (b"{}", b"[", b'{"output":"panel.children","inputs":[]}', b"x" * 4000)


def _asked(address: str) -> list[bytes]:
    pages = [
        "/",
        "/de/",
        "/es/",
        "/?select=sural",
        "/?names=latin",
        "/?select=%00&map=nobody",
        "/nowhere",
        "/robots.txt",
    ]
    pages += [*first_paths(address), "/_dash-layout", "/_dash-dependencies", "/assets/../setup.cfg"]
    posts = [question(address, "/_dash-update-component", body) for body in BODIES]
    return [question(address, path) for path in pages] + posts


def _watch(host: Running, seen: list[tuple[float, float]], over: threading.Event, every: float) -> None:
    while not over.wait(every):
        seen.append((time.monotonic(), host.resident()))


def _soaked(name: str, command: list[str], port: int, seconds: float) -> tuple[str, float]:
    with running(command, port) as host:
        seen, over, start = [], threading.Event(), time.monotonic()
        watcher = threading.Thread(target=_watch, args=(host, seen, over, max(0.5, seconds / 600)), daemon=True)
        watcher.start()
        tally = visit(host.address, _asked(host.address), CONNECTIONS, seconds, 0.2, lambda status: status < 500)
        over.set()
        watcher.join(10)
    warm = [held for at, held in seen if at - start > WARM * seconds]
    tenth = max(1, len(warm) // 10)
    before, after = median(warm[:tenth]), median(warm[-tenth:])
    growth = after / before - 1
    summary = f"{name}: {len(tally.took):,} answers in {seconds / 60:.0f} min, failed: {reasons(tally)}; memory"
    return f"- {summary} {before:.1f} MB → {after:.1f} MB ({growth:+.1%}); p99 {tally.at(0.99):.0f} ms\n", growth


def soak(minutes: float) -> bool:
    """Whether memory stayed within its bounds: Waitress and Granian at the same time."""
    seconds, port = minutes * 60, free_port()
    with ThreadPoolExecutor() as both:
        runs = [
            both.submit(_soaked, "`nerve-atlas serve`", ATLAS, 0, seconds),
            both.submit(_soaked, "Granian, 2 workers", granian(2, port), port, seconds),
        ]
        found = [run.result() for run in runs]
    lead = f"Each server gets 250 requests a second on {CONNECTIONS} connections: pages, files, unknown paths and forbidden ones.\n"
    lead += f"Memory is compared from {WARM:.0%} of the time on; growth of {MOST:.0%} fails.\n\n"
    body = lead + "".join(line for line, _ in found)
    write("soak", "A long time", f"make bench ARGS='soak --minutes {minutes:g}'", body)
    return all(growth < MOST for _, growth in found)
