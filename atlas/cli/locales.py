"""`nerve-atlas locales`: shows how complete each translation is, and keeps catalogues in step with the texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atlas.cli.loading import data_option, report_data_problems

if TYPE_CHECKING:
    from atlas.dataset.translation.texts import Text

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command()
@click.option("--update", "updated", metavar="LANG", multiple=True, help="Update this catalogue, or create it.")
@click.option("--update-all", is_flag=True, help="Update every catalogue.")
@click.option(
    "--import", "imported", type=FILE, help="With --update: add translations from a JSON object of msgctxt and text."
)
@click.option("--take", type=FILE, hidden=True)
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if a catalogue is out of date.")
@data_option
def locales(
    updated: tuple[str, ...],
    update_all: bool,
    imported: Path | None,
    take: Path | None,
    only_check: bool,
    data: Path | None,
) -> None:
    """Show for each language how many texts are translated.

    An update adds new texts without a translation. A translation whose English text has changed is kept and marked as
    fuzzy; one whose text was removed is kept as obsolete.
    """
    from babel.core import UnknownLocaleError
    from babel.messages.pofile import PoFileError

    from atlas.dataset.folders import LOCALES_FOLDER
    from atlas.dataset.loader import read_folder
    from atlas.dataset.problems import DataProblems
    from atlas.dataset.translation.catalogs import in_step, path_of, read_catalogue, update, written
    from atlas.dataset.translation.texts import texts
    from atlas.resources import resource_dir

    folder = data if data is not None else resource_dir("data")
    file = imported or take  # --take is the former name of --import
    if file and len(updated) != 1:
        raise click.UsageError("--import needs one --update LANG, the language of the translations")
    with report_data_problems():
        dataset, problems = read_folder(folder)
        if problems:
            raise DataProblems(problems)
    english = texts(dataset)
    translations = _translations(file) if file else None
    existing = sorted(path.stem for path in (folder / LOCALES_FOLDER).glob("*.po"))
    out_of_date = False
    for language in sorted({*existing, *updated}):
        path = path_of(folder, language)
        try:
            if language in updated or update_all:
                update(folder, language, english, translations if language in updated else None)
            catalogue = read_catalogue(path)
            stale = written(in_step(catalogue, english)) != path.read_bytes()
        except PoFileError as error:
            raise click.ClickException(f"{path}:{error.lineno + 1}: {error}") from None
        except (UnknownLocaleError, ValueError, OSError) as error:
            raise click.ClickException(f"{language}: {error}") from None
        out_of_date |= stale
        done = {str(message.context) for message in catalogue if message.string and not message.fuzzy}
        click.echo(
            f"{language}  {_count(english, done, True)} required, {_count(english, done, False)} optional"
            + ("  (out of date)" if stale else "")
        )
    if only_check and out_of_date:
        raise click.ClickException("a catalogue is out of date; run `nerve-atlas locales --update-all`")


def _translations(file: Path) -> dict[str, str]:
    """The translations in a JSON file. Raises ClickException when it is not one object of texts."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except ValueError as error:
        raise click.ClickException(f"{file} is not JSON in UTF-8: {error}") from None
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise click.ClickException(f'{file} should be one JSON object: {{"msgctxt": "translation", …}}')
    return found


def _count(english: Mapping[str, Text], done: set[str], required: bool) -> str:
    places = [place for place, text in english.items() if text.required == required]
    return f"{sum(place in done for place in places)} of {len(places)}"
