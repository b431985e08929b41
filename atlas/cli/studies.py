"""`nerve-atlas studies SITE`: what nerve studies are expected to show after a lesion there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from atlas.cli.loading import (
    data_option,
    json_option,
    lang_option,
    load,
    report_name_errors,
    severity_option,
    variant_option,
)
from atlas.cli.terminal import print_json
from atlas.reasoning.nerve_studies.course import INJURIES, LAST_DAY, USUAL_DAY

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.reasoning.nerve_studies.studies import StudyResult, StudyResults


def _print_results(atlas: Atlas, found: StudyResults) -> None:
    words, dataset = atlas.strings, atlas.dataset
    injury = words[f"studies.injury.{found.injury}"]

    def expected(row: StudyResult) -> str:
        return words[f"studies.{row.expected}"].lower()

    day = words["studies.day"].format(day=found.days)
    click.echo(f"{atlas.node(found.site).name}. {words['studies.when'].format(day=day, injury=injury)}")
    if not found.tested:
        click.echo(words["studies.untested"])
    for row in found.studies:
        click.echo(f"{dataset.studies[row.id].name}: {expected(row)}. {row.why}")
        for exception in row.exceptions:
            click.echo(f"  {exception}")
    click.echo(f"{words['studies.needle']}:")
    for row in found.emg:
        click.echo(f"  {dataset.needle_muscles[row.id].name}: {expected(row)}. {row.why}")
    click.echo(words["studies.caution"])


def _print_pair(atlas: Atlas, pair: tuple[StudyResults, StudyResults]) -> None:
    """Both results as a table; the rows that differ come first and are marked."""
    words, dataset = atlas.strings, atlas.dataset
    injury, day = words[f"studies.injury.{pair[0].injury}"], words["studies.day"].format(day=pair[0].days)
    for letter, found in zip("AB", pair, strict=True):
        click.echo(f"{letter}: {atlas.node(found.site).name}")
    click.echo(words["studies.when"].format(day=day, injury=injury))
    for key, head, names in (
        ("studies", words["studies.study"], {id_: row.name for id_, row in dataset.studies.items()}),
        ("emg", words["studies.needle"], {id_: row.name for id_, row in dataset.needle_muscles.items()}),
    ):
        rows = [
            (row.id, *(words[f"studies.{one.expected}"].lower() for one in (row, other)))
            for row, other in zip(getattr(pair[0], key), getattr(pair[1], key), strict=True)
        ]
        rows.sort(key=lambda row: row[1] == row[2])
        table = [
            (" ", head, "A", "B"),
            *(("≠" if first != second else " ", names[id_], first, second) for id_, first, second in rows),
        ]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        click.echo()
        for cells in table:
            click.echo("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())
    click.echo()
    click.echo(words["studies.caution"])


@click.command()
@click.argument("site")
@click.option("--with", "other", metavar="SITE", help="A second lesion, shown beside the first.")
@click.option(
    "--days", type=click.IntRange(0, LAST_DAY), default=USUAL_DAY, show_default=True, help="Days since the onset."
)
@click.option(
    "--injury",
    type=click.Choice(INJURIES, case_sensitive=False),
    default=INJURIES[0],
    show_default=True,
    help="What the lesion does to the nerve fibres.",
)
@severity_option
@lang_option
@data_option
@variant_option
@json_option
def studies(
    site: str,
    other: str | None,
    days: int,
    injury: str,
    severity: str | None,
    language: str,
    data: Path | None,
    variants: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show what nerve studies are expected to show after a lesion at SITE, which is any place by any name.

    Exits 2 for an unknown name, and says what is near.
    """
    atlas = load(data, language, variants)
    with report_name_errors():
        found = atlas.studies(site, days, injury, severity)
        second = atlas.studies(other, days, injury, severity) if other else None
    if as_json:
        beside = {"with": second.as_dict()} if second else {}
        print_json(found.as_dict() | beside)
    elif second:
        _print_pair(atlas, (found, second))
    else:
        _print_results(atlas, found)
