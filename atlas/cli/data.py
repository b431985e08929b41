"""`nerve-atlas data --format FORMAT -o FILE`: the whole data set for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, load
from atlas.cli.output import OutputFile, write_output

FORMATS = ("csv", "graphml", "jsonld", "bibtex")


@click.command()
@click.option("--format", "format_name", type=click.Choice(FORMATS), required=True, help="File format.")
@click.option("-o", "--output", "file", type=OutputFile(), default=None, help="File to write.")
@data_option
def data(format_name: str, file: Path | None, data: Path | None) -> None:
    """Write the whole data set: csv (a zip of all tables with their dictionary), graphml, jsonld or bibtex.

    Without -o, the file is written to the current folder and named after the version of the data. Exits 2 if the
    file cannot be written.
    """
    from atlas.export.formats import FORMS

    atlas = load(data)
    form = FORMS[format_name]
    target = file if file is not None else Path(form.filename(atlas))
    content = form.write(atlas)
    write_output(target, content)
    version = atlas.edition.get("version")
    click.echo(f"{target}: {len(content)} bytes" + (f", data version {version}" if version else ""))
