"""Every table as it is in the data folder, with a dictionary of its columns, as one zip archive."""

from __future__ import annotations

from pathlib import Path

from atlas.api import Atlas
from atlas.dataset.folders import table_file
from atlas.export.bibtex import bibliography
from atlas.export.citation import citation_file
from atlas.export.data_dictionary import data_package, dictionary_markdown
from atlas.export.fixed_zip import zip_of
from atlas.resources import resource_dir


def table_files(atlas: Atlas) -> dict[str, Path]:
    """Table → its file, in the order of the schema; the package may have tables that the data folder lacks."""
    folders = (atlas.folder, resource_dir("data"))
    found = {}
    for table in (*atlas.dataset, *sorted(atlas.dataset.other)):
        having = [folder for folder in folders if (folder / table_file(table)).exists()]
        if having and (having[0] == atlas.folder or atlas.dataset.tables.get(table)):
            found[table] = having[0] / table_file(table)
    return found


def tables_zip(atlas: Atlas) -> bytes:
    """A zip archive of the tables, their dictionary, the licence and how to cite them."""
    files = table_files(atlas)
    content = {table_file(table): path.read_bytes() for table, path in files.items()}
    content["datapackage.json"] = data_package(atlas, list(files)).encode()
    content["DICTIONARY.md"] = dictionary_markdown(atlas, list(files)).encode()
    content["CITATION.cff"] = citation_file(atlas.edition).encode()
    content["sources.bib"] = bibliography(atlas)
    licence = atlas.folder / "LICENSE"
    if licence.exists():
        content["LICENSE"] = licence.read_bytes()
    return zip_of(content)
