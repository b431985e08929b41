"""`nerve-atlas check [DIR]`: every problem of a data folder in one run, or the counts per table."""

from __future__ import annotations

import json
from pathlib import Path

import click

from atlas.cli.loading import json_option
from atlas.dataset.loader import Dataset, load_dataset
from atlas.dataset.problems import DataProblems, Problem
from atlas.dataset.translation.locales import broken_catalogues
from atlas.resources import resource_dir


def problems_of(folder: Path) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """The facts of a folder, and every problem in them and in its catalogues."""
    try:
        dataset = load_dataset(folder)
    except DataProblems as refused:
        return None, refused.problems
    return dataset, tuple(broken_catalogues(dataset))


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True))
@json_option
def check(folder: Path | None, as_json: bool) -> None:
    """Check a data folder (DIR; without it, the data that came with the package).

    Prints `file:line:column: problem, and what would be right` for each problem and exits 1; a column counts the
    fields of its row. A sound folder: prints the rows per table and exits 0.
    """
    folder = folder if folder is not None else resource_dir("data")
    dataset, problems = problems_of(folder)
    if problems:
        if as_json:
            listed = [vars(problem) for problem in problems]
            click.echo(json.dumps({"sound": False, "problems": listed}, ensure_ascii=False))
        else:
            for problem in problems:
                click.echo(str(problem))
        raise SystemExit(1)
    counts = dataset.counts()
    if as_json:
        click.echo(json.dumps({"sound": True, "counts": counts}, ensure_ascii=False))
        return
    width = max(map(len, counts))
    for table, count in counts.items():
        click.echo(f"{table:<{width}}  {count:>5}")
    drawn = sum(len(figure.shapes) for figure in dataset.figures.values())
    click.echo(f"{'drawn shapes':<{width}}  {drawn:>5}")
