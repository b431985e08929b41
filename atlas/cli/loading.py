"""What commands share: their options, loading an atlas, and errors as plain lines with an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atlas.cli.terminal import fail
from atlas.dataset.problems import DataProblems, problem_lines
from atlas.dataset.sides import RIGHT, SIDES

if TYPE_CHECKING:
    from atlas.api import Atlas

SEVERITIES = ("complete", "partial", "intermittent")
"""As `atlas.graph.severity.SEVERITIES`, which is not imported here, so that `--help` answers at once."""

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=None,
    help="Data folder; by default, the data of the package.",
)
map_option = click.option("--map", "map_id", metavar="ID", default=None, help="Dermatome map to use for the skin.")
lang_option = click.option(
    "--lang", "language", metavar="CODE", default="en", show_default=True, help="Language of the texts."
)
side_option = click.option(
    "--side",
    type=click.Choice(SIDES),
    default=RIGHT,
    show_default=True,
    help="Side of the body that the figures show.",
)
variant_option = click.option(
    "--variant",
    "variants",
    metavar="ID",
    multiple=True,
    help="How this person differs from the usual one; `nerve-atlas variants` lists the ids. May be repeated.",
)
severity_option = click.option(
    "--severity",
    type=click.Choice(SEVERITIES, case_sensitive=False),
    default=None,
    help="How severe the lesion is; by default, as usual at this site (complete for a nerve or root).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@contextmanager
def report_data_problems() -> Iterator[None]:
    """Turn a data set with problems into one line for each problem and exit code 1."""
    try:
        yield
    except DataProblems as refused:
        for line in problem_lines(refused.problems):
            click.echo(line, err=True)
        count = "1 problem" if len(refused.problems) == 1 else f"{len(refused.problems)} problems"
        click.echo(f"the data set has {count}; nothing was loaded", err=True)
        raise SystemExit(1) from None


@contextmanager
def report_name_errors() -> Iterator[None]:
    """Turn an unknown name, dermatome map or language, or a missing extra, into one line and exit code 2."""
    from atlas.export.extras import MissingExtra
    from atlas.search.names import UnknownName

    try:
        yield
    except (UnknownName, ValueError, MissingExtra) as error:
        fail(str(error))


def load(folder: Path | None, language: str = "en", variants: tuple[str, ...] = ()) -> Atlas:
    """Load the atlas of a folder. Exits 1 with every problem of the data, or 2 for an unknown language or variant."""
    from atlas.api import Atlas

    with report_name_errors(), report_data_problems():
        return Atlas.load(folder, language, variants)
