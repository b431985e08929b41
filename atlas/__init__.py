"""Nerve Atlas: an interactive dermatome and nerve-pathway atlas. It teaches; it never diagnoses.

The public names are imported on first use, so that `import atlas` alone costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.dataset.problems import DataProblems, Problem
    from atlas.graph.lesion import Lesion
    from atlas.graph.pathway import Pathway
    from atlas.search.names import AmbiguousName, Match, UnknownName

    __version__: str

__all__ = [
    "AmbiguousName",
    "Atlas",
    "DataProblems",
    "Lesion",
    "Match",
    "Pathway",
    "Problem",
    "UnknownName",
    "__version__",
]

_HOME = {
    "AmbiguousName": "atlas.search.names",
    "Atlas": "atlas.api",
    "DataProblems": "atlas.dataset.problems",
    "Lesion": "atlas.graph.lesion",
    "Match": "atlas.search.names",
    "Pathway": "atlas.graph.pathway",
    "Problem": "atlas.dataset.problems",
    "UnknownName": "atlas.search.names",
}


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("nerve-atlas")
    except PackageNotFoundError:  # a checkout that is not installed
        return "0+unknown"


def __getattr__(name: str) -> object:
    if name == "__version__":
        value: object = _version()
    elif name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
    else:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
