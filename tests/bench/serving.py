"""Throughput of servers: answers per second next to a bare Dash page, and a crowd of connections."""

from __future__ import annotations

import json
import re
import signal
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from html import unescape

from tests.bench.report import table, write
from tests.bench.rivals import serve_rival
from tests.bench.running import ATLAS, Running, exported, granian, read_only, running, static
from tests.bench.visitors import Tally, question, reasons, visit
from tests.support.serving import free_port

CROWD = 1000
PACE = 2.0
"""Seconds between the questions of one visitor of the crowd, on average."""
FEW = 16
SECONDS = 4


def first_paths(address: str) -> tuple[str, str]:
    """Addresses of the largest script and of the payload that the first page asks for."""
    with urllib.request.urlopen(f"{address}/", timeout=30) as response:
        html = response.read().decode()
    script = re.search(r'<script[^>]* src="([^"]*main-[^"]*\.js)"', html)
    answers = json.loads(unescape(re.search(r'data-answers="([^"]*)"', html)[1]))
    return tuple("/" + path.removeprefix("./").removeprefix("/") for path in (script[1], answers["pathways"]))


@contextmanager
def hosts() -> Iterator[dict[str, Running]]:
    """The atlas in each way it can be served."""
    with ExitStack() as open_:
        found = {"`nerve-atlas serve` (waitress)": open_.enter_context(running(ATLAS))}
        port = free_port()
        found["Granian, 2 workers"] = open_.enter_context(running(granian(2, port), port))
        folder = open_.enter_context(exported())
        if folder and (served := open_.enter_context(static(folder))):
            found["exported, nginx"] = served
        yield found


def _few(address: str, path: str) -> Tally:
    return visit(address, [question(address, path)], FEW, SECONDS)


def _line(name: str, what: str, tally: Tally) -> list[object]:
    size = tally.received / max(1, len(tally.took)) / 1000
    return [
        name,
        what,
        f"{tally.rate:,.0f}",
        f"{tally.at(0.5):.1f}",
        f"{tally.at(0.99):.1f}",
        f"{size:.0f}",
        reasons(tally),
    ]


def serving() -> None:
    """Answers in a second: page, script and payload, next to a bare Dash page and its scripts."""
    rows = []
    with hosts() as found:
        for name, host in found.items():
            script, payload = first_paths(host.address)
            for what, path in (("page", "/"), ("script", script), ("payload", payload)):
                rows.append(_line(name, what, _few(host.address, path)))
    for name, given in (("bare Dash page (waitress)", "bare"), ("bare Dash page, compressing", "bare-compressed")):
        with running(serve_rival(given)) as host:
            rows.append(_line(name, "page", _few(host.address, "/")))
            rows.append(_line(name, "layout", _few(host.address, "/_dash-layout")))
            rows.append(_line(name, "script", _few(host.address, renderer(host.address))))
    note = "" if any("nginx" in row[0] for row in rows) else _NO_EXPORT
    header = ["server", "asked for", "answers/s", "median ms", "p99 ms", "KB an answer", "failed"]
    lead = (
        f"{FEW} connections send the next request as soon as they get an answer; client and server share the cores.\n\n"
    )
    write("serving", "Answers in a second", "make bench ARGS=serving", lead + table(header, rows) + note)


_NO_EXPORT = "\nThe row of the exported site is missing: it could not be exported, or there is no nginx here.\n"


def renderer(address: str) -> str:
    """The address of Dash's own largest script on a page."""
    with urllib.request.urlopen(f"{address}/", timeout=30) as response:
        return re.search(r'src="([^"]*dash_renderer[^"]*min\.js)"', response.read().decode())[1]


def _asked(address: str) -> list[bytes]:
    return [question(address, path) for path in ("/", *first_paths(address))]


def crowd(seconds: int) -> None:
    """A thousand connections: to every host; while a worker is killed; and on a disk that cannot be written to."""
    rows = []
    with hosts() as found:
        for name, host in found.items():
            for pace, every in (("each asks every two seconds", PACE), ("each asks again at once", 0.0)):
                tally = visit(host.address, _asked(host.address), CROWD, seconds, every)
                what = f"{name}: {pace}"
                rows.append([what, *_line(name, "", tally)[2:5], f"{max(tally.took, default=0):.0f}", reasons(tally)])
    header = ["server", "answers/s", "median ms", "p99 ms", "worst ms", "failed"]
    body = f"{CROWD:,} connections for {seconds} s to page, script and payload in turn; client and server share the cores.\n\n"
    body += table(header, rows) + "\n" + _killed(seconds) + "\n" + _unwritable()
    write("crowd", "A crowd", f"make bench ARGS='crowd --seconds {seconds}'", body)


def _killed(seconds: int) -> str:
    port, moment = free_port(), []
    with running(granian(2, port), port) as host:
        before = {child.pid for child in host.process.children()}

        def kill() -> None:
            host.process.children()[0].send_signal(signal.SIGKILL)
            moment.append(time.perf_counter())
            while len({child.pid for child in host.process.children()} - before) < 1:
                time.sleep(0.01)
            moment.append(time.perf_counter())

        timer = threading.Timer(seconds / 3, kill)
        timer.start()
        tally = visit(host.address, _asked(host.address), CROWD, seconds, PACE)
        timer.join(30)
    asked = len(tally.took) + len(tally.failed)
    last = max((at for at, _ in tally.failed), default=moment[0]) - moment[0]
    return (
        f"`kill -9` of one of two Granian workers after {seconds / 3:.0f} s of {seconds} s, {CROWD:,} connections that"
        f" each ask every two seconds: {len(tally.failed)} of {asked:,} failed ({len(tally.failed) / asked:.2%}; {reasons(tally)});"
        f" the last of them {max(0, last):.2f} s after the kill; a new worker after {moment[1] - moment[0]:.2f} s.\n"
    )


def _unwritable() -> str:
    try:
        with running(read_only(ATLAS)) as host:
            tally = visit(host.address, _asked(host.address), 10, 2)
    except (OSError, SystemExit) as error:
        return f"A read-only disk could not be made here ({str(error)[:200]}).\n"
    return f"All of the disk read-only: served, {len(tally.took):,} answers, failed: {reasons(tally)}.\n"
