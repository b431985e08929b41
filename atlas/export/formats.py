"""The formats in which the data set can be exported, each with its file name, media type and writer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from atlas.api import Atlas
from atlas.export.bibtex import bibliography
from atlas.export.csv_zip import tables_zip
from atlas.export.graphml import graph_file
from atlas.export.json_ld import linked_data


class Form(NamedTuple):
    """One export format. `write` returns the bytes of the file, the same on every run over the same data."""

    suffix: str
    mimetype: str
    write: Callable[[Atlas], bytes]

    def filename(self, atlas: Atlas) -> str:
        """The name of the file, with the version of the data if they have one."""
        return "-".join(part for part in ("nerve-atlas", atlas.edition.get("version")) if part) + self.suffix


FORMS = {
    "csv": Form(".zip", "application/zip", tables_zip),
    "graphml": Form(".graphml", "application/graphml+xml", graph_file),
    "jsonld": Form(".jsonld", "application/ld+json", linked_data),
    "bibtex": Form(".bib", "text/x-bibtex", bibliography),
}
