"""The first view: what is sent, how soon it is painted and answers; and memory, in the browser and of the server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.report import table, write
from tests.bench.rivals import serve_rival
from tests.bench.running import ATLAS, Running, exported, running, static
from tests.bench.serving import first_paths
from tests.bench.visitors import question, visit
from tests.support.chromium import launch_options

TIMES = 5
PHONE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""The network of Lighthouse's phone: 1.6 Mbit/s, 150 ms there and back; its processor is slowed four times."""
LARGEST = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""


@dataclass
class Load:
    """One first load: KB and requests until the page rests, and with what loads after the first interaction; LCP and
    readiness in ms, heap in MB."""

    sent: float = 0.0
    requests: int = 0
    first: tuple[float, int] = (0.0, 0)
    largest: float = 0.0
    ready: float = 0.0
    heap: float = 0.0
    elements: int = 0
    urls: set[str] = field(default_factory=set)


def _load(browser: Browser, address: str, ready: str, phone: bool) -> Load:
    found, context = Load(), browser.new_context(viewport={"width": 412, "height": 823} if phone else None)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    for command in ("Network.enable", "Performance.enable"):
        wire.send(command)
    if phone:
        wire.send("Network.emulateNetworkConditions", PHONE)
        wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})

    def finished(event: dict) -> None:
        found.sent += event["encodedDataLength"] / 1000
        found.requests += 1

    wire.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="commit")
    page.wait_for_selector(ready, state="attached", timeout=90_000)
    found.ready = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle", timeout=90_000)
    found.first = found.sent, found.requests
    found.largest = page.evaluate(LARGEST)
    _stir(page)
    metrics = {one["name"]: one["value"] for one in wire.send("Performance.getMetrics")["metrics"]}
    found.heap, found.elements = metrics["JSHeapUsedSize"] / 2**20, int(metrics["Nodes"])
    context.close()
    return found


def _stir(page: Page) -> None:
    """Move the mouse, and wait until all that the atlas fetches then is there."""
    page.mouse.move(200, 300)
    page.mouse.move(210, 300)
    if page.evaluate("Boolean(document.documentElement.dataset.ready)"):
        page.wait_for_selector("html[data-figures=all]", timeout=90_000)
        page.wait_for_selector("#panel", state="attached", timeout=90_000)
        page.wait_for_timeout(2000)


@contextmanager
def hosts() -> Iterator[list[tuple[str, Running, str]]]:
    """The pages that are loaded: name, server, and a selector that matches once the page is ready."""
    with ExitStack() as open_:
        found = [("**Nerve Atlas**, served", open_.enter_context(running(ATLAS)), "html[data-ready=yes]")]
        folder = open_.enter_context(exported())
        if folder and (host := open_.enter_context(static(folder))):
            found.append(("**Nerve Atlas**, exported", host, "html[data-ready=yes]"))
        bare = "#react-entry-point h1"
        found.append(("bare Dash app, one heading", open_.enter_context(running(serve_rival("bare"))), bare))
        smaller = open_.enter_context(running(serve_rival("bare-compressed")))
        found.append(("bare Dash app, compressing", smaller, bare))
        yield found


def first() -> None:
    """Bytes, requests and times of a first load, on a desktop and on a phone, next to a bare Dash app."""
    body = ""
    header = [
        "page",
        "KB",
        "requests",
        "LCP ms",
        "ready ms",
        "KB with the rest",
        "requests with the rest",
        "heap MB",
        "nodes",
    ]
    with hosts() as open_, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for phone in (False, True):
            rows = []
            for name, host, ready in open_:
                loads = [_load(browser, host.address + "/", ready, phone) for _ in range(TIMES)]

                def mid(of: str, loads: list[Load] = loads) -> float:
                    return median(getattr(one, of) for one in loads)

                early = [median(one.first[at] for one in loads) for at in (0, 1)]
                cells = [f"{early[0]:.0f}", f"{early[1]:.0f}", f"{mid('largest'):.0f}", f"{mid('ready'):.0f}"]
                cells += [
                    f"{mid('sent'):.0f}",
                    f"{mid('requests'):.0f}",
                    f"{mid('heap'):.1f}",
                    f"{mid('elements'):,.0f}",
                ]
                rows.append([name, *cells])
            told = (
                "Phone: 1.6 Mbit/s, 150 ms, processor slowed four times"
                if phone
                else "Desk: this machine, no network between"
            )
            body += f"### {told}\n\n{table(header, rows)}\n"
        browser.close()
    missing = (
        ""
        if "exported" in body
        else "The exported site is missing: it could not be exported, or there is no nginx here.\n"
    )
    lead = f"Median of {TIMES} first loads with an empty cache. *Ready*: a click works, or the heading is shown.\n"
    lead += "*The rest* loads after the first interaction or after 4 s: the contents of the panel and Dash, which draws it, the\n"
    lead += "figures of other plates, the other modes of the page.\n\n"
    write("first", "First view", "make bench ARGS=first", lead + body + missing)


def memory() -> None:
    """Resident memory of the servers, at rest and after a crowd."""
    rows = []
    for name, command in (("**Nerve Atlas**", ATLAS), ("bare Dash app", serve_rival("bare"))):
        with running(command) as host:
            rest = host.resident()
            paths = ("/", *first_paths(host.address)) if command is ATLAS else ("/", "/_dash-layout")
            tally = visit(host.address, [question(host.address, path) for path in paths], 50, 3)
            rows.append([name, f"{rest:.0f}", f"{host.resident():.0f}", f"{len(tally.took):,}"])
    header = ["server (waitress)", "MB at rest", "MB after the crowd", "answers given"]
    write("memory", "Memory of the server", "make bench ARGS=memory", table(header, rows))
