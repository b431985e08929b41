"""`nerve-atlas deck -o FILE`: the quiz questions as a deck for Anki."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, fail, lang_option, load, report_name_errors, side_option


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File to write.")
@side_option
@lang_option
@data_option
def deck(output: Path, side: str, language: str, data: Path | None) -> None:
    """Write every question as a card for Anki, with pictures and sources.

    When a newer deck is imported, Anki updates the existing cards and never duplicates them.
    """
    from atlas.export.anki_deck import Deck

    atlas = load(data, language)
    try:
        with report_name_errors():
            count = Deck(atlas, side).write(output)
    except OSError as error:
        fail(f"cannot write {output} ({error.strerror or error})")
    click.echo(f"{count} cards in {output}")
