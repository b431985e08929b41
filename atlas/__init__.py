"""Nerve Atlas: an interactive dermatome and nerve-pathway atlas for teaching. It does not diagnose."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.dataset.problems import DataProblems, Problem
    from atlas.graph.pathway import Pathway
    from atlas.search.names import Match, UnknownName

    __version__: str

__all__ = ["Atlas", "DataProblems", "Match", "Pathway", "Problem", "UnknownName", "__version__"]

_MODULES = {
    "Atlas": "atlas.api",
    "DataProblems": "atlas.dataset.problems",
    "Problem": "atlas.dataset.problems",
    "Pathway": "atlas.graph.pathway",
    "Match": "atlas.search.names",
    "UnknownName": "atlas.search.names",
}


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("nerve-atlas")
    except PackageNotFoundError:  # a checkout on the path, not installed
        return "0+unknown"


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that `import atlas` and the command line start quickly."""
    if name == "__version__":
        value: object = _version()
    elif name in _MODULES:
        value = getattr(import_module(_MODULES[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
