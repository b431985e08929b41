"""`nerve-atlas deck -o FILE`: the quiz questions as a deck for Anki."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, lang_option, load, report_name_errors, side_option
from atlas.cli.output import OutputFile, write_output


@click.command()
@click.option("-o", "--output", type=OutputFile(), required=True, help="File to write.")
@side_option
@lang_option
@data_option
def deck(output: Path, side: str, language: str, data: Path | None) -> None:
    """Write every question as a card for Anki, with pictures and sources.

    When a newer deck is imported, Anki updates the existing cards and never duplicates them.
    """
    from atlas.export.anki_deck import Deck

    atlas = load(data, language)
    with report_name_errors():
        made = Deck(atlas, side)
    write_output(output, made.packed())
    click.echo(f"{made.count} cards in {output}")
