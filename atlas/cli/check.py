"""`nerve-atlas check [PLACE]`: lists every problem of a data folder or a pack, or verifies installed files."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.check_pack import check_pack, print_pack_schema
from atlas.cli.loading import json_option
from atlas.cli.terminal import fail, print_json
from atlas.dataset.completeness import Missing, begun_things, missing_parts
from atlas.dataset.dataset import Dataset
from atlas.dataset.loader import load_dataset, read_folder
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


def _missing_in(folder: Path) -> list[Missing]:
    """What the things with an unfinished row lack in a refused folder. Other things have to wait for its problems."""
    try:
        dataset = read_folder(folder)[0]
    except DataProblems:
        return []
    begun = begun_things(dataset)
    return [part for part in missing_parts(dataset) if part.id in begun]


def _print_missing(missing: list[Missing]) -> None:
    """A line for each thing that lacks something, and one below it for each part that it lacks."""
    thing = ("", "")
    for part in missing:
        if (part.kind, part.id) != thing:
            thing = (part.kind, part.id)
            click.echo(f"{part.kind} {part.id} is not complete:")
        click.echo(f"  {part.file}: {part.wrong}; {part.right}")


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
@click.argument("place", required=False, type=click.Path(path_type=Path, exists=True))
@click.option("--installed", is_flag=True, help="Verify SHA-256 checksums instead of checking the data.")
@click.option(
    "--pack-schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_pack_schema,
    help="Print the JSON Schema of a pack and exit.",
)
@click.option("--all", "every", is_flag=True, help=f"Print every problem, not only {MOST_PER_FILE} for each file.")
@json_option
def check(place: Path | None, installed: bool, every: bool, as_json: bool) -> None:
    """Check a data folder or a pack, or verify that installed files are unchanged.

    Without PLACE, checks the data and the built front end of the package. Prints `file:line:column: problem; how to
    fix it` for each problem, where column is the number of the field in its row, and exits 1. What cannot be read
    comes first; what follows from it is only counted. If there is no problem, prints the number of rows of each table,
    and lists what nerves, muscles, sites, conditions and tours still lack, such as plain words, with the table and what
    would be right; this alone is no problem.

    If PLACE is a file, checks it as a pack: tours, cases and quizzes that an educator made. Prints at most 20 problems
    and exits 1.

    With --installed, compares the data and assets of the installed package, or the exported site in PLACE, with the
    checksums made when the wheel was built or the site was exported. Exits 2 if there are no checksums.
    """
    if place is not None and not place.is_dir():
        if not place.is_file() or installed:
            fail(f"{place} is no folder" + ("" if installed else " and no file"))
        check_pack(place, as_json)
    if installed:
        _check_installed(place, as_json)
        return
    folder = place if place is not None else resource_dir("data")
    dataset, problems = problems_of(folder)
    if dataset is None and not as_json:
        _print_missing(_missing_in(folder))
    if place is None:
        problems += _problems_of_package()
    _exit_with(problems, as_json, every)
    assert dataset is not None
    missing = missing_parts(dataset)
    counts = dataset.counts()
    if as_json:
        missing_rows = [vars(part) for part in missing]
        print_json({"sound": True, "counts": counts, "missing": missing_rows})
        return
    width = max(map(len, counts))
    for table, count in counts.items():
        click.echo(f"{table:<{width}}  {count:>5}")
    shapes = sum(len(figure.shapes) for figure in dataset.figures.values())
    click.echo(f"{'drawn shapes':<{width}}  {shapes:>5}")
    _print_missing(missing)
