"""`nerve-atlas data --format FORM -o FILE`: the whole data set for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, load
from atlas.export.formats import FORMS


@click.command()
@click.option("--format", "form", type=click.Choice(list(FORMS)), required=True, help="Which form.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), default=None, help="File to write.")
@data_option
def data(form: str, file: Path | None, data: Path | None) -> None:
    """Write the whole data set: csv (a zip of all tables with their dictionary), graphml, jsonld or bibtex.

    Without -o, the file gets the name of the data version and stands in the current folder. A file that cannot be
    written exits 2.
    """
    atlas = load(data)
    target = file if file is not None else Path(FORMS[form].filename(atlas))
    content = FORMS[form].write(atlas)
    try:
        target.write_bytes(content)
    except OSError as error:
        click.echo(f"nerve-atlas: {target} cannot be written ({error.strerror or type(error).__name__})", err=True)
        raise SystemExit(2) from None
    version = atlas.edition.get("version")
    click.echo(f"{target}: {len(content)} bytes" + (f", data version {version}" if version else ""))
