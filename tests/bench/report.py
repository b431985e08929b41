"""The one report: each part of the bench has a section in BENCHMARKS.md, which a new run of that part replaces."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.support.chromium import system_browser

REPORT = Path(__file__).parents[2] / "BENCHMARKS.md"
HEAD = """# Benchmarks

Written by `make bench`; each section says when and how. Each alternative is measured in the same run as the atlas, with
the same data. Times depend on the machine: compare rows in one table. p95: 95 % of the values are at most this.
"""
ORDER = (
    "clicks",
    "first",
    "solid",
    "lighthouse",
    "serving",
    "rooms",
    "memory",
    "growth",
    "queries",
    "startup",
    "crowd",
    "soak",
)
_SECTION = re.compile(r"<!-- part: (\w+) -->\n(.*?)<!-- end -->\n", re.DOTALL)
_VERSIONS = ("dash", "plotly", "dash-cytoscape", "flask", "waitress", "granian", "networkx", "playwright")


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown; numbers are aligned right.

    >>> print(table(["what", "ms"], [["click", 2]]), end="")
    | what | ms |
    |---|---:|
    | click | 2 |
    """
    lines = [list(map(str, row)) for row in rows]
    rule = ["---"] + ["---:"] * (len(header) - 1)
    return "".join("| " + " | ".join(row) + " |\n" for row in [list(header)]) + (
        "|" + "|".join(rule) + "|\n" + "".join("| " + " | ".join(row) + " |\n" for row in lines)
    )


def machine() -> str:
    """The machine that was measured, in one line."""
    processor = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.exists() and (found := re.search(r"model name\s*: (.*)", about.read_text("utf-8"))):
        processor = found[1]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores of {processor}, {memory:.0f} GB, {platform.system()}"


def versions() -> str:
    """The versions of everything involved, in one line."""
    found = [f"Python {platform.python_version()}"]
    for name in _VERSIONS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    if path := system_browser():
        printed = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60).stdout
        found += re.findall(r"Chrom\w+ [\d.]+", printed)[:1]
    return ", ".join(found)


def write(part: str, title: str, command: str, body: str, path: Path = REPORT) -> None:
    """Put one part's section into the report, in its place among the others, and print it."""
    load = os.getloadavg()[0]
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    footer = f"`{command}`, {now}. {machine()}, load average {load:.1f} at the end. {versions()}."
    section = f"## {title}\n\n{body.rstrip()}\n\n<sub>{footer}</sub>\n"
    print(section, flush=True)
    sections = dict(_SECTION.findall(path.read_text("utf-8"))) if path.exists() else {}
    sections[part] = section
    kept = [f"<!-- part: {name} -->\n{sections[name]}<!-- end -->\n" for name in ORDER if name in sections]
    path.write_text("\n".join([HEAD, *kept]), "utf-8")
