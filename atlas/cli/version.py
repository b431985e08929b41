"""`nerve-atlas --version`: the version of the code, that of the data, and what it is for."""

from __future__ import annotations

import json

import click

from atlas import __version__
from atlas.dataset.csv_reader import read_records
from atlas.dataset.folders import STRINGS_FILE
from atlas.resources import resource_dir


def told() -> str:
    """Three lines. The data are those that came with the package."""
    folder = resource_dir("data")
    entries = {
        record.fields["entry"]: record.fields["value"]
        for record in read_records(folder / "sources/edition.csv", []) or ()
    }
    purpose = json.loads((folder / STRINGS_FILE).read_text("utf-8"))["page.purpose"]
    return f"nerve-atlas {__version__}\ndata {entries.get('version', '?')}\n{purpose}"


def show(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print it and leave, when it is asked for."""
    if asked and not context.resilient_parsing:
        click.echo(told())
        context.exit()


version_option = click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=show, help="Show the versions and leave."
)
