"""`nerve-atlas seal [DIR]`: take a data folder as it is now for what it should be."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.commands.check import problems_of
from atlas.commands.loading import refusing
from atlas.facts.problems import DataProblems
from atlas.facts.seal import NAME, hash_of
from atlas.facts.seal import seal as write_seal
from atlas.places import resource_dir


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True))
def seal(folder: Path | None) -> None:
    """Check a data folder (DIR; without it, the data of this atlas) and write down the SHA-256 of each of its files.

    To be run after a change that was meant: any byte that differs from what was sealed is refused at the next start.
    Data with a problem is not sealed: exit code 1.
    """
    folder = folder if folder is not None else resource_dir("data")
    with refusing():
        _, problems = problems_of(folder)
        if problems:
            raise DataProblems(problems)
    try:
        found = write_seal(folder)
    except OSError as error:
        click.echo(f"nerve-atlas: {folder / NAME} cannot be written ({error.strerror or error})", err=True)
        raise SystemExit(2) from None
    click.echo(f"{folder / NAME}: {len(found)} files, all together {hash_of(found)}")
