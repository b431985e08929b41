"""`nerve-atlas deck -o FILE`: the questions as a deck for Anki."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, lang_option, load, naming


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file.")
@lang_option
@data_option
def deck(output: Path, language: str, data: Path | None) -> None:
    """Write every question as a card for Anki, with pictures and sources.

    Importing a newer deck updates the cards that are there and never duplicates them. Needs the extra `deck`.
    """
    from atlas.export.anki_deck import Deck

    atlas = load(data, language)
    try:
        with naming():
            count = Deck(atlas).write(output)
    except OSError as error:
        click.echo(f"nerve-atlas: cannot write {output} ({error.strerror or error})", err=True)
        raise SystemExit(2) from None
    click.echo(f"{count} cards in {output}")
