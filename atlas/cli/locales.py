"""`nerve-atlas locales`: how complete each language is, and its catalogue kept in step with the English texts."""

from __future__ import annotations

import json
from pathlib import Path

import click
from babel.core import UnknownLocaleError
from babel.messages.pofile import PoFileError

from atlas.cli.loading import data_option
from atlas.dataset.loader import read_folder
from atlas.dataset.translation.catalogs import FOLDER, in_step, path_of, read_catalogue, update, written
from atlas.dataset.translation.texts import texts
from atlas.resources import resource_dir


@click.command()
@click.option("--update", "wanted", metavar="LANG", multiple=True, help="Bring this catalogue in step, or begin it.")
@click.option("--update-all", is_flag=True, help="Bring every catalogue in step.")
@click.option(
    "--take",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="With --update: put in translations from a JSON object of place (msgctxt) and text.",
)
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 when one is not in step.")
@data_option
def locales(wanted: tuple[str, ...], update_all: bool, take: Path | None, only_check: bool, data: Path | None) -> None:
    """Tell for each language how many texts are translated.

    New texts appear empty in a catalogue, changed ones are marked fuzzy and keep their old translation, vanished ones
    are kept apart as obsolete.
    """
    folder = data if data is not None else resource_dir("data")
    dataset, _ = read_folder(folder)
    english = texts(dataset)
    there = sorted(path.stem for path in (folder / FOLDER).glob("*.po"))
    behind = False
    for language in sorted({*there, *wanted}):
        try:
            if language in wanted or update_all:
                update(folder, language, english, json.loads(take.read_text("utf-8")) if take else None)
            path = path_of(folder, language)
            catalogue = read_catalogue(path)
            stale = written(in_step(catalogue, english)) != path.read_bytes()
        except PoFileError as error:
            raise click.ClickException(f"{path_of(folder, language)}:{error.lineno + 1}: {error}") from None
        except (UnknownLocaleError, ValueError, OSError) as error:
            raise click.ClickException(f"{language}: {error}") from None
        behind |= stale
        done = {message.context for message in catalogue if message.string and not message.fuzzy}
        click.echo(
            f"{language}  {_count(english, done, True)} required, {_count(english, done, False)} optional"
            + ("  (not in step with the English texts)" if stale else "")
        )
    if only_check and behind:
        raise click.ClickException("a catalogue is not in step; run `nerve-atlas locales --update-all`")


def _count(english: dict, done: set[str], required: bool) -> str:
    own = [place for place, text in english.items() if text.required == required]
    return f"{sum(place in done for place in own)} of {len(own)}"
