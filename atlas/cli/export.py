"""`nerve-atlas export DIR`: the whole atlas as files."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, naming, refusing
from atlas.dataset.translation.locales import ENGLISH


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--single-file", "one", is_flag=True, help="One HTML file that holds all that the page needs.")
@click.option("--lang", "language", metavar="CODE", default=ENGLISH, show_default=True, help="Its language.")
@click.option("--handouts/--no-handouts", default=True, show_default=True, help="Handouts too; they take longest.")
@click.option("--home", default="", metavar="URL", help="Where it will be found, for the codes on the handouts.")
@data_option
def export(folder: Path, one: bool, language: str, handouts: bool, home: str, data: Path | None) -> None:
    """Write the whole atlas to DIR, as files for any web server or to be opened by a double click, without a network.

    In all languages, with Latin names, decks, handouts and data beside it; with --single-file, in the language of
    --lang. DIR must be new, empty or an earlier export, which is replaced as a whole. What cannot be exported exits 2
    and says why, and DIR stays as it was.
    """
    from atlas.export.extras import MissingExtra
    from atlas.export.handout.pdf import NoPrinter
    from atlas.web.static_site.atomic_write import writable, write
    from atlas.web.static_site.build import build
    from atlas.web.static_site.pages import CannotExport

    def tell(line: str) -> None:
        click.echo(line, err=True)

    try:
        with naming(), refusing():
            writable(folder)
            try:
                files = build(data, language if one else None, handouts, home, tell)
            except MissingExtra as error:
                raise CannotExport(f"{error}; or leave them out with --no-handouts") from None
            size = write(files, folder)
    except NoPrinter as error:
        click.echo(f"nerve-atlas: {error}; or leave them out with --no-handouts", err=True)
        raise SystemExit(3) from None
    except CannotExport as error:
        click.echo(f"nerve-atlas: {error}", err=True)
        raise SystemExit(2) from None
    click.echo(f"{folder}: {len(files)} files, {size / 1e6:.1f} MB; open {folder / 'index.html'}")
