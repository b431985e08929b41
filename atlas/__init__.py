"""Nerve Atlas: an interactive dermatome and nerve-pathway atlas. It teaches; it never diagnoses."""

from importlib.metadata import PackageNotFoundError, version

from atlas.api import Atlas
from atlas.dataset.problems import DataProblems, Problem
from atlas.graph.pathway import Pathway
from atlas.search.names import Match, UnknownName

try:
    __version__ = version("nerve-atlas")
except PackageNotFoundError:  # a bare checkout on the path
    __version__ = "0+unknown"

__all__ = ["Atlas", "DataProblems", "Match", "Pathway", "Problem", "UnknownName", "__version__"]
