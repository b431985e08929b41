"""`nerve-atlas check [FOLDER]`: lists every problem of a data folder, or verifies installed files by checksum."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import json_option
from atlas.cli.terminal import fail, print_json
from atlas.dataset.dataset import Dataset
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import MOST_PER_FILE, DataProblems, Problem, problem_lines
from atlas.resources import resource_dir


def problems_of(folder: Path) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """The data set of a folder, and every problem in it and in its translations. None if it cannot be loaded."""
    from atlas.dataset.translation.locales import broken_catalogues

    try:
        dataset = load_dataset(folder)
    except DataProblems as refused:
        return None, refused.problems
    return dataset, tuple(broken_catalogues(dataset))


def _problems_of_package() -> tuple[Problem, ...]:
    """What is wrong with the built front end of this installation."""
    from atlas.web.built_files import broken_built_files

    return tuple(broken_built_files())


def _exit_with(problems: tuple[Problem, ...] | list[Problem], as_json: bool, every: bool = False) -> None:
    """Print problems and exit 1, if there are any."""
    if not problems:
        return
    if as_json:
        listed = [vars(problem) for problem in problems]
        print_json({"sound": False, "problems": listed})
    else:
        for line in problem_lines(problems, len(problems) if every else MOST_PER_FILE):
            click.echo(line)
    raise SystemExit(1)


def _check_installed(site: Path | None, as_json: bool) -> None:
    from atlas.dataset.checksums import INSTALLED, MANIFEST, changed_files

    folder = site or resource_dir("data").parent
    try:
        changed = (
            changed_files(folder, "export the site again")
            if site
            else changed_files(folder, "install the package again", INSTALLED)
        )
    except OSError:
        advice = (
            "name an exported site"
            if site
            else "a source checkout has none; run `check` without --installed to check the data"
        )
        fail(f"there is no manifest {MANIFEST} in {folder}; {advice}")
    _exit_with(changed, as_json)
    if as_json:
        print_json({"sound": True})
    else:
        click.echo(f"every file in {folder} is as listed in {MANIFEST}")


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--installed", is_flag=True, help="Verify SHA-256 checksums instead of checking the data.")
@click.option("--all", "every", is_flag=True, help=f"Print every problem, not only {MOST_PER_FILE} for each file.")
@json_option
def check(folder: Path | None, installed: bool, every: bool, as_json: bool) -> None:
    """Check a data folder, or verify that installed files are unchanged.

    Without FOLDER, checks the data and the built front end of the package. Prints `file:line:column: problem; how to
    fix it` for each problem, where column is the number of the field in its row, and exits 1. What cannot be read
    comes first; what follows from it is only counted. If there is no problem, prints the number of rows of each table.

    With --installed, compares the data and assets of the installed package, or the exported site in FOLDER, with the
    checksums made when the wheel was built or the site was exported. Exits 2 if there are no checksums.
    """
    if installed:
        _check_installed(folder, as_json)
        return
    dataset, problems = problems_of(folder if folder is not None else resource_dir("data"))
    if folder is None:
        problems += _problems_of_package()
    _exit_with(problems, as_json, every)
    assert dataset is not None
    counts = dataset.counts()
    if as_json:
        print_json({"sound": True, "counts": counts})
        return
    width = max(map(len, counts))
    for table, count in counts.items():
        click.echo(f"{table:<{width}}  {count:>5}")
    shapes = sum(len(figure.shapes) for figure in dataset.figures.values())
    click.echo(f"{'drawn shapes':<{width}}  {shapes:>5}")
