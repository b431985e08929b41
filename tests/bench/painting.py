"""What a click costs until its frame is shown: processor time of the main thread and of rasterising, from a trace."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

Event = dict[str, Any]
"""An event of Chromium's trace: name, process, thread, start `ts` and duration `dur` in µs, processor time `tdur`."""
CHANGED = "bench:changed"
"""The performance mark that each page sets when its drawing has changed."""
_CATEGORIES = (
    "devtools.timeline",
    "toplevel",
    "cc",
    "viz",
    "blink.user_timing",
    "disabled-by-default-devtools.timeline",
)


def trace_of(browser: Browser, page: Page, act: Callable[[], object], path: Path) -> list[Event]:
    """The events of the trace while something is done on a page, in the order of their starts."""
    browser.start_tracing(page=page, path=path, categories=list(_CATEGORIES))
    act()
    browser.stop_tracing()
    events: list[Event] = json.loads(path.read_text("utf-8"))["traceEvents"]
    return sorted(events, key=lambda event: event.get("ts", 0))


def _named(events: Sequence[Event], name: str) -> list[Event]:
    return [event for event in events if event["name"] == name and event["ph"] in "XIRn"]


def _first(events: Sequence[Event], after: float) -> Event | None:
    return next((event for event in events if event["ts"] >= after), None)


def _end(event: Event) -> float:
    return event["ts"] + event.get("dur", 0)


def _windows(events: Sequence[Event], clicks: Sequence[Event]) -> Iterator[tuple[float, float]]:
    """For each click that changed a drawing: its start, and when the frame with the change was handed to the screen."""
    process = clicks[0]["pid"] if clicks else None
    own = [event for event in events if event["pid"] == process]
    commits, activations = _named(own, "Commit"), _named(own, "LayerTreeHostImpl::ActivateSyncTree")
    draws = _named(events, "Display::DrawAndSwap")
    for mark in (event for event in own if event["name"] == CHANGED):
        click = next((click for click in reversed(clicks) if click["ts"] <= mark["ts"]), None)
        commit = _first(commits, mark["ts"])
        activation = commit and _first(activations, _end(commit))
        drawn = activation and _first(draws, activation["ts"])
        if click and drawn:
            yield click["ts"], _end(drawn)


def costs(events: Sequence[Event]) -> list[tuple[float, float]]:
    """Milliseconds of the main thread and of rasterising, for each click of a trace."""
    clicks = [
        event for event in _named(events, "EventDispatch") if event["args"].get("data", {}).get("type") == "click"
    ]
    threads = {(click["pid"], click["tid"]) for click in clicks}
    main = [event for event in _named(events, "RunTask") if (event["pid"], event["tid"]) in threads]
    rasters = _named(events, "RasterTask")

    def spent(tasks: Sequence[Event], start: float, end: float) -> float:
        return sum(task.get("tdur", 0) for task in tasks if task["ts"] < end and _end(task) > start) / 1000

    return [(spent(main, *window), spent(rasters, *window)) for window in _windows(events, clicks)]
