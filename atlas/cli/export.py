"""`nerve-atlas export DIR`: the whole atlas as files."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, report_data_problems, report_name_errors
from atlas.cli.terminal import fail


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--single-file", is_flag=True, help="Write a single HTML file with everything that the page needs.")
@click.option("--scorm", is_flag=True, help="Write a single file, and SCORM packages of it for learning platforms.")
@click.option(
    "--lang", "language", metavar="CODE", default="en", show_default=True, help="Language of the single file."
)
@click.option(
    "--handouts/--no-handouts", default=True, show_default=True, help="Include the handouts, which take longest."
)
@click.option("--home", default="", metavar="URL", help="Public address of the site, for the QR codes on handouts.")
@data_option
def export(
    folder: Path, single_file: bool, scorm: bool, language: str, handouts: bool, home: str, data: Path | None
) -> None:
    """Write the whole atlas to DIR, as files that open in a browser without a server or a network.

    The export has all languages, Latin names, decks, handouts and data; with --single-file, one page in the language
    of --lang. With --scorm, DIR also gets that page as one unit for a learning platform, once as SCORM 1.2 and once as
    SCORM 2004. DIR must be new, empty or an earlier export, which is replaced. If the export fails, the command says
    why, exits 2 and leaves DIR unchanged.
    """
    from atlas.export.extras import MissingExtra
    from atlas.export.handout.pdf import NoPrinter, check_printer
    from atlas.web.static_site.atomic_write import writable, write
    from atlas.web.static_site.build import build
    from atlas.web.static_site.pages import CannotExport

    def report(line: str) -> None:
        click.echo(line, err=True)

    try:
        with report_name_errors(), report_data_problems():
            writable(folder)
            try:
                if handouts:
                    check_printer()
                files = build(data, language if single_file or scorm else None, handouts, home, report, scorm)
            except MissingExtra as error:
                fail(f"{error}; or omit the handouts with --no-handouts")
            size = write(files, folder)
    except NoPrinter as error:
        fail(f"{error}; or omit the handouts with --no-handouts", 3)
    except CannotExport as error:
        fail(str(error))
    click.echo(f"{folder}: {len(files)} files, {size / 1e6:.1f} MB; open {folder / 'index.html'}")
