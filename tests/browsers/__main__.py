"""Takes the main paths in every browser of this machine: `python -m tests.browsers [BROWSER …] [--paths PATH,…]`.

With all browsers and paths it writes docs/browsers.md. Pictures of each path's end are in build/browsers.
"""

from __future__ import annotations

import argparse
import datetime
import inspect
import sys
from pathlib import Path

from atlas import Atlas
from tests.browsers.chromium_tab import ChromiumTab
from tests.browsers.firefox_tab import FirefoxTab
from tests.browsers.paths import PATHS
from tests.browsers.report import Run, page
from tests.browsers.tab import Tab, Unavailable
from tests.browsers.visitor import Visitor
from tests.browsers.webkit_tab import WebkitTab
from tests.support.serving import hosting, real_server

BROWSERS: dict[str, type[Tab]] = {tab.name: tab for tab in (ChromiumTab, FirefoxTab, WebkitTab)}
SIZES = ((1440, 900), (390, 844))
"""A desk and a phone, in CSS pixels."""
PAGE = Path("docs/browsers.md")
PICTURES = Path("build/browsers")


def take(visitor: Visitor, path: str, atlas: Atlas, picture: Path) -> str:
    """Take a path and picture its end; what a `Run` says of it."""
    try:
        lacks = PATHS[path](visitor, atlas)
        visitor.rest()
        return f"– {lacks}" if lacks else ""
    except (AssertionError, RuntimeError) as error:
        return str(error).partition("\n")[0] or type(error).__name__
    finally:
        visitor.picture(picture)
        visitor.tab.faults()
        visitor.tab.run("() => { try { localStorage.clear(); } catch {} }")


def run(tab: Tab, size: tuple[int, int], address: str, atlas: Atlas, paths: list[str]) -> Run:
    """Take the paths in a window of this size."""
    width, height = tab.resize(*size)
    done = Run(tab.name, f"{width} × {height}")
    for path in paths:
        tab.go("about:blank")
        picture = PICTURES / f"{tab.name}-{size[0]}-{path.replace(' ', '-')}.png".lower()
        done.results[path] = take(Visitor(tab, address), path, atlas, picture)
        print(f"{tab.name} {done.size} {path}: {done.results[path] or '✓'}", flush=True)
    return done


def main() -> int:
    """Run as the command line says; 1 if a path failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.browsers", description=__doc__)
    parser.add_argument("browsers", nargs="*", metavar="BROWSER", help=f"of {', '.join(BROWSERS)}")
    parser.add_argument("--paths", default=",".join(PATHS), help="separated by commas")
    chosen = parser.parse_args()
    browsers, paths = chosen.browsers or list(BROWSERS), chosen.paths.split(",")
    if unknown := {*browsers} - {*BROWSERS} | {*paths} - {*PATHS}:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join([*BROWSERS, *PATHS])}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    atlas, versions, runs = Atlas.load(), {}, []
    with hosting(real_server()) as address:
        for name in browsers:
            try:
                tab = BROWSERS[name]()
            except Unavailable as why:
                versions[name] = f"not available here: {why}"
                print(f"{name}: {versions[name]}", flush=True)
                continue
            versions[name] = tab.version
            try:
                runs += [run(tab, size, address, atlas, paths) for size in SIZES]
            finally:
                tab.close()
    if [*browsers] == [*BROWSERS] and paths == [*PATHS]:
        says = {path: inspect.getdoc(take_it).rstrip(".") for path, take_it in PATHS.items()}
        PAGE.write_text(page(datetime.date.today().isoformat(), versions, runs, says), "utf-8")
        print(f"Written: {PAGE}")
    failed = [result for one in runs for result in one.results.values() if result and not result.startswith("– ")]
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
