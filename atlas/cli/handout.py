"""`nerve-atlas handout NAME -o FILE`: one page to give away."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, lang_option, load, naming


@click.command()
@click.argument("name")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PDF to write."
)
@click.option("--voice", type=click.Choice(["plain", "clinical"]), default="plain", show_default=True)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--lesion", is_flag=True, help="Of a lesion at NAME: what would be numb and weak.")
@click.option(
    "--home", default="http://127.0.0.1:8050/", show_default=True, help="Address of the atlas, for the QR code."
)
@lang_option
@data_option
def handout(
    name: str, output: Path, voice: str, paper: str, lesion: bool, home: str, language: str, data: Path | None
) -> None:
    """Write one page about NAME (anything by any of its names) as a PDF: figures, text, red flags, room for notes.

    The QR code opens the same thing in the atlas. Nothing about a person is asked or stored.
    """
    from atlas.export.handout.content import handout_of, lesion_handout
    from atlas.export.handout.pdf import NoPrinter, pdf_of

    atlas = load(data, language)
    try:
        with naming():
            made = (lesion_handout if lesion else handout_of)(atlas, name, voice, home)
            output.write_bytes(pdf_of(atlas, made, voice, paper, language))
    except NoPrinter as error:
        click.echo(f"nerve-atlas: {error}", err=True)
        raise SystemExit(3) from None
    except OSError as error:
        click.echo(f"nerve-atlas: cannot write {output} ({error.strerror or error})", err=True)
        raise SystemExit(2) from None
    click.echo(f"{made.title}: {output}")
