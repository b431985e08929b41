"""`nerve-atlas new KIND ID`: writes the rows of a new thing into a data folder, with cells to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, report_data_problems
from atlas.cli.terminal import fail, reason_of

KINDS = ("nerve", "muscle", "condition", "site", "tour", "case")
"""As the keys of `atlas.dataset.new_rows.TEMPLATES`, which is not imported here, so that `--help` answers at once."""


def _folder(given: Path | None) -> Path:
    """The folder to write to: the one given, else that of a checkout. An installed copy is left alone."""
    from atlas.dataset.checksums import MANIFEST
    from atlas.resources import resource_dir

    folder = given or resource_dir("data")
    if not (folder / "anatomy").is_dir():
        fail(f"{folder} is not a data folder; name a copy of `data/` with --data")
    if given is None and (folder.parent / MANIFEST).exists():
        fail(f"the data of an installed package are not changed; copy {folder} and name the copy with --data")
    return folder


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("id_", metavar="ID")
@data_option
@click.option("--dry-run", is_flag=True, help="Print the rows and write nothing.")
def new(kind: str, id_: str, data: Path | None, dry_run: bool) -> None:
    """Write the rows of a new nerve, muscle, condition, site, tour or case, with cells to fill in.

    Appends the rows that a new thing needs to the tables of a data folder. A cell to fill in begins with FILL IN and
    says what belongs there; `nerve-atlas check FOLDER` lists those that are left. Remove rows that do not apply, such
    as that of the skin for a nerve without skin. Exits 2, and writes nothing, if the id exists or is not an id.
    """
    from atlas.dataset.folders import table_file
    from atlas.dataset.new_rows import NewRow, new_rows, with_rows
    from atlas.replace_file import replace_file

    folder = _folder(data)
    with report_data_problems():
        try:
            rows = new_rows(folder, kind, id_)
        except ValueError as refused:
            if hasattr(refused, "problems"):
                raise
            fail(str(refused))
    by_table: dict[str, list[NewRow]] = {}
    for row in rows:
        by_table.setdefault(row.table, []).append(row)
    for table, added in by_table.items():
        path = folder / table_file(table)
        click.echo(table_file(table))
        for row in added:
            click.echo(f"  {row.text()}")
        if not dry_run:
            try:
                text = path.read_bytes().decode("utf-8")
                replace_file(path, with_rows(text, added).encode("utf-8"))
            except OSError as error:
                fail(f"{path} cannot be written ({reason_of(error)}); the tables before it have their rows")
    left = f"nothing was written; without --dry-run the rows go into {folder}"
    click.echo(left if dry_run else f"fill in the cells in {folder}; `nerve-atlas check {folder}` lists what is left")
