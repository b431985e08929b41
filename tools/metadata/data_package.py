"""`data/datapackage.json`: the description of all tables as a Frictionless data package."""

from __future__ import annotations

from atlas import Atlas
from atlas.export.csv_zip import table_files
from atlas.export.data_dictionary import data_package


def described() -> str:
    """The content of the file for the data as they are now."""
    atlas = Atlas.load()
    return data_package(atlas, list(table_files(atlas)))
