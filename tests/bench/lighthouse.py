"""Lighthouse scores of the page on its phone and its desktop: served, exported, and a bare Dash app for comparison."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.first import hosts
from tests.bench.report import table, write
from tests.support.chromium import system_browser

RELEASE = "lighthouse@12.8.2"
TIMES = 5
SCORES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
AUDITS = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "blocked ms",
    "cumulative-layout-shift": "CLS",
}
_FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage"


def _run(npx: str, address: str, more: list[str]) -> dict:
    """One report of Lighthouse on a page."""
    with tempfile.TemporaryDirectory() as at:
        told = Path(at, "report.json")
        command = [npx, "--yes", RELEASE, address, "--quiet", "--output=json", f"--output-path={told}"]
        browser = {"CHROME_PATH": path} if (path := system_browser()) else {}
        given = {**os.environ, **browser}
        subprocess.run(
            [*command, f"--chrome-flags={_FLAGS}", *more], env=given, check=True, timeout=300, stdin=subprocess.DEVNULL
        )
        return json.loads(told.read_text("utf-8"))


def _row(reports: list[dict]) -> list[str]:
    """Medians of several reports on one page."""
    scores = [median(one["categories"][key]["score"] * 100 for one in reports) for key in SCORES]
    figures = [median(one["audits"][key]["numericValue"] for one in reports) for key in AUDITS]
    return [*(f"{score:.0f}" for score in scores), *(f"{one:.0f}" for one in figures[:-1]), f"{figures[-1]:.3f}"]


def lighthouse() -> None:
    """Lighthouse's scores, on its phone and at its desk; it is fetched by npx, which comes with Node.js."""
    npx = shutil.which("npx")
    if npx is None:
        print("lighthouse: left out, there is no npx (Node.js) here")
        return
    body = f"{RELEASE.replace('@', ' ')}, median of {TIMES}; a score of 100 is the best.\n\n"
    with hosts() as open_:
        for kind, more in (("Phone", []), ("Desk", ["--preset=desktop"])):
            rows = [
                [name, *_row([_run(npx, host.address + "/", more) for _ in range(TIMES)])] for name, host, _ in open_
            ]
            body += f"### {kind}\n\n{table(['page', *SCORES.values(), *AUDITS.values()], rows)}\n"
    write("lighthouse", "Lighthouse", "make bench ARGS=lighthouse", body)
