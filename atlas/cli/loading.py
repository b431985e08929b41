"""Loading an atlas for a command: a data set with problems is refused with one line for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from atlas.api import Atlas
from atlas.dataset.problems import DataProblems
from atlas.dataset.translation.locales import ENGLISH
from atlas.export.extras import MissingExtra
from atlas.search.names import UnknownName

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=None,
    help="Data folder. Without it, the data that came with the package.",
)
map_option = click.option(
    "--map", "map_id", metavar="ID", default=None, help="Dermatome map by which the skin is read."
)
lang_option = click.option(
    "--lang", "language", metavar="CODE", default=ENGLISH, show_default=True, help="Language of the texts."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


@contextmanager
def refusing() -> Iterator[None]:
    """Turn a refused data set into one line for each problem and exit code 1."""
    try:
        yield
    except DataProblems as refused:
        for problem in refused.problems:
            click.echo(str(problem), err=True)
        click.echo(f"refused: {len(refused.problems)} problem(s) in the data; nothing was loaded", err=True)
        raise SystemExit(1) from None


def load(folder: Path | None, language: str = ENGLISH) -> Atlas:
    """The atlas of a folder; prints every problem and exits 1 when it is refused, 2 for an unknown language."""
    with naming(), refusing():
        return Atlas.load(folder, language)


@contextmanager
def naming() -> Iterator[None]:
    """Turn an unknown name or dermatome map, or a missing optional library, into one line and exit code 2."""
    try:
        yield
    except (UnknownName, ValueError, MissingExtra) as error:
        click.echo(f"nerve-atlas: {error}", err=True)
        raise SystemExit(2) from None
