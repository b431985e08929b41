"""`nerve-atlas slides TOUR|NAME -o FILE.pptx`: a tour or anything of the atlas as slides for a lecture."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, lang_option, load, report_name_errors, side_option
from atlas.cli.output import OutputFile, write_output


@click.command()
@click.argument("name", metavar="TOUR|NAME")
@click.option("-o", "--output", type=OutputFile(), required=True, help="PowerPoint file to write.")
@click.option(
    "--voice",
    type=click.Choice(["plain", "clinical"]),
    default="clinical",
    show_default=True,
    help="Plain or clinical text.",
)
@click.option(
    "--home", default="http://127.0.0.1:8050/", show_default=True, help="Address of the atlas, for links and QR codes."
)
@side_option
@lang_option
@data_option
def slides(name: str, output: Path, voice: str, home: str, side: str, language: str, data: Path | None) -> None:
    """Write a tour, or a few slides about NAME, as a PowerPoint file with speaker notes and sources.

    TOUR is the id or the name of a tour: its deck has one slide for each step. NAME is any thing of the atlas, by any
    of its names. The link and the QR code of each slide open what it shows in the atlas. An earlier file is replaced
    only when the new one is complete.
    """
    from atlas.export.slides.choose_deck import deck_named
    from atlas.export.slides.deck_file import pptx_of

    atlas = load(data, language)
    with report_name_errors():
        deck = deck_named(atlas, name, voice, side)
        content = pptx_of(deck, home)
    write_output(output, content)
    click.echo(f"{deck.title}: {len(deck.slides)} slides in {output}")
