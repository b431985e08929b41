"""Every table as it stands, with what its columns mean, as one archive."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from atlas.api import Atlas
from atlas.dataset.folders import table_file
from atlas.export.bibtex import bibliography
from atlas.export.citation import citation_file
from atlas.export.data_dictionary import data_package, readable
from atlas.resources import resource_dir

# Any fixed moment will do: the archive must be the same whenever it is made.
_ALWAYS = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def table_files(atlas: Atlas) -> dict[str, Path]:
    """Table → its file, in the order of the schema; what the data folder has not, the package may have."""
    places = (atlas.folder, resource_dir("data"))
    found = {}
    for table in (*atlas.dataset, *sorted(atlas.dataset.other)):
        own = [folder for folder in places if (folder / table_file(table)).exists()]
        if own and (own[0] == atlas.folder or atlas.dataset.tables.get(table)):
            found[table] = own[0] / table_file(table)
    return found


def tables_zip(atlas: Atlas) -> bytes:
    """A zip archive of the tables, their dictionary, the licence and how to cite them."""
    files = table_files(atlas)
    content = {table_file(table): path.read_bytes() for table, path in files.items()}
    content["datapackage.json"] = data_package(atlas, list(files)).encode()
    content["DICTIONARY.md"] = readable(atlas, list(files)).encode()
    content["CITATION.cff"] = citation_file(atlas.edition).encode()
    content["sources.bib"] = bibliography(atlas)
    licence = atlas.folder / "LICENSE"
    if licence.exists():
        content["LICENSE"] = licence.read_bytes()
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, raw in content.items():
            entry = ZipInfo(name, _ALWAYS)
            entry.external_attr, entry.create_system = _READABLE, 3
            archive.writestr(entry, raw, ZIP_DEFLATED, 9)
    return packed.getvalue()
