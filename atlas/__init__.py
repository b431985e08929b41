"""Nerve Atlas: an interactive dermatome and nerve-pathway atlas. It teaches; it never diagnoses."""

from importlib.metadata import PackageNotFoundError, version

from atlas.api import Atlas
from atlas.facts.problems import DataProblems, Problem
from atlas.queries.names import Match, UnknownName
from atlas.queries.pathway import Pathway

try:
    __version__ = version("nerve-atlas")
except PackageNotFoundError:  # a bare checkout on the path
    __version__ = "0+unknown"

__all__ = ["Atlas", "DataProblems", "Match", "Pathway", "Problem", "UnknownName", "__version__"]
