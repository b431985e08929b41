"""`nerve-atlas handout NAME -o FILE`: a one-page PDF to hand out."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, lang_option, load, report_name_errors, side_option
from atlas.cli.output import OutputFile, write_output
from atlas.cli.terminal import fail


@click.command()
@click.argument("name")
@click.option("-o", "--output", type=OutputFile(), required=True, help="PDF file to write.")
@click.option(
    "--voice",
    type=click.Choice(["plain", "clinical"]),
    default="plain",
    show_default=True,
    help="Plain or clinical text.",
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper size.")
@click.option("--lesion", is_flag=True, help="Describe a lesion at NAME: what becomes numb and weak.")
@click.option(
    "--home", default="http://127.0.0.1:8050/", show_default=True, help="Address of the atlas, for the QR code."
)
@side_option
@lang_option
@data_option
def handout(
    name: str,
    output: Path,
    voice: str,
    paper: str,
    lesion: bool,
    home: str,
    side: str,
    language: str,
    data: Path | None,
) -> None:
    """Write one page about NAME as a PDF: figures, text, red flags and room for notes.

    NAME is any thing of the atlas, by any of its names. The QR code opens the same page in the atlas. The command
    does not ask for or store anything about a person.
    """
    from atlas.export.handout.content import handout_of, lesion_handout
    from atlas.export.handout.pdf import NoPrinter, check_printer, pdf_of

    try:
        with report_name_errors():
            check_printer()
        atlas = load(data, language)
        with report_name_errors():
            content = (lesion_handout if lesion else handout_of)(atlas, name, voice, home, side)
            pdf = pdf_of(atlas, content, voice, paper, language)
    except NoPrinter as error:
        fail(str(error), 3)
    write_output(output, pdf)
    click.echo(f"{content.title}: {output}")
