"""`make docs`: build the documentation into build/docs; `--serve` also shows it on this computer.

Any broken link, page outside the navigation or broken docstring ends the build with status 1.
"""

from __future__ import annotations

import argparse
import http.server
import sys
from functools import partial
from pathlib import Path

from tools.docs.source_pages import ROOT, write_pages

SITE = ROOT / "build/docs"


def build(site: Path) -> int:
    """Build the site into a folder. Returns the exit status; the messages say which file and line is wrong."""
    from sphinx.cmd.build import main as sphinx

    pages = site.with_name(f"{site.name}-pages")
    write_pages(pages)
    strict = ["--fail-on-warning", "--quiet", "--fresh-env"]
    return sphinx([*strict, "-b", "html", "-c", str(Path(__file__).parent), str(pages), str(site)])


def serve(site: Path, port: int) -> None:
    """Show the site on this computer until Ctrl+C."""
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        print(f"http://127.0.0.1:{server.server_port}/   (stop with Ctrl+C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


def main(arguments: list[str]) -> int:
    """Build, and serve if asked. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="make docs", description="Build the documentation into build/docs.")
    parser.add_argument("--serve", action="store_true", help="show it on this computer")
    parser.add_argument("--port", type=int, default=8060, help="the port of --serve; by default 8060")
    options = parser.parse_args(arguments)
    if status := build(SITE):
        return status
    print(f"The documentation is in {SITE.relative_to(Path.cwd()) if SITE.is_relative_to(Path.cwd()) else SITE}/")
    if options.serve:
        serve(SITE, options.port)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
