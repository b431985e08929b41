"""`nerve-atlas --version`: the version of the program and of the data, and what the atlas is for."""

from __future__ import annotations

import click


def versions() -> str:
    """Three lines: program, data (those of the package) and purpose."""
    import json

    from atlas import __version__
    from atlas.dataset.csv_reader import read_records
    from atlas.dataset.folders import STRINGS_FILE, table_file
    from atlas.resources import resource_dir

    folder = resource_dir("data")
    records = read_records(folder / table_file("edition"), []) or []
    entries = {record.fields["entry"]: record.fields["value"] for record in records}
    purpose = json.loads((folder / STRINGS_FILE).read_text("utf-8"))["page.purpose"]
    return f"nerve-atlas {__version__}\ndata {entries.get('version', '?')}\n{purpose}"


def _show(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(versions())
        context.exit()


version_option = click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_show, help="Show the versions and exit."
)
