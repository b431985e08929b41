"""The scripts of Dash that the page needs, from the lists in which Dash's packages name their files."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from pathlib import PurePosixPath

from dash import _dash_renderer, html

_UNUSED = ("polyfill",)
"""Scripts for browsers that cannot show the figures anyway."""


def _listed() -> Iterator[str]:
    """Paths in the package `dash`, in the order the scripts must run.

    Those of `dash.dcc` and `dash.dash_table` are left out: the layout uses neither.
    """
    for libraries in _dash_renderer._js_dist_dependencies:
        yield from libraries["relative_package_path"]["prod"]
    for resource in (*_dash_renderer._js_dist, *html._js_dist):
        if not resource.get("dynamic"):
            yield resource["relative_package_path"]


def dash_scripts() -> Iterator[tuple[str, bytes]]:
    """The name of each script without its version, and its content. Raises FileNotFoundError when Dash lacks one."""
    for path in _listed():
        name = PurePosixPath(path).name.partition("@")[0].partition(".")[0]
        if name in _UNUSED:
            continue
        content = pkgutil.get_data("dash", path)
        if content is None:
            raise FileNotFoundError(f"the package dash has no file {path}")
        yield name, content
