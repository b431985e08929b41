"""`nerve-atlas studies SITE`: what nerve studies are expected to show after a lesion there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atlas.cli.lesion import SEVERITIES
from atlas.cli.loading import data_option, json_option, lang_option, load, report_name_errors, variant_option

INJURIES = ("axon-loss", "conduction-block", "demyelination")
"""As `atlas.reasoning.nerve_studies.course.INJURIES`, which is not imported here, so that `--help` answers at once."""

USUAL_DAYS = 21

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.reasoning.nerve_studies.studies import StudyResult, StudyResults


def _print_results(atlas: Atlas, found: StudyResults) -> None:
    words, dataset = atlas.strings, atlas.dataset
    injury = words[f"studies.injury.{found.injury}"]

    def expected(row: StudyResult) -> str:
        return words[f"studies.{row.expected}"].lower()

    click.echo(f"{atlas.node(found.site).name}: {injury}, {words['studies.day'].format(day=found.days)}")
    if all(row.expected == "normal" for row in (*found.studies, *found.emg)) and found.days >= USUAL_DAYS:
        click.echo(words["studies.untested"])
    for row in found.studies:
        click.echo(f"{dataset.studies[row.id].name}: {expected(row)}. {row.why}")
        for exception in row.exceptions:
            click.echo(f"  {exception}")
    click.echo(f"{words['studies.needle']}:")
    for row in found.emg:
        click.echo(f"  {dataset.needle_muscles[row.id].name}: {expected(row)}. {row.why}")
    click.echo(words["studies.caution"])


@click.command()
@click.argument("site")
@click.option(
    "--days", type=click.IntRange(0, 730), default=USUAL_DAYS, show_default=True, help="Days since the onset."
)
@click.option(
    "--injury",
    type=click.Choice(INJURIES, case_sensitive=False),
    default=INJURIES[0],
    show_default=True,
    help="What the lesion does to the nerve fibres.",
)
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES, case_sensitive=False),
    default=None,
    help="How severe the lesion is; by default, as usual at this site (complete for a nerve or root).",
)
@lang_option
@data_option
@variant_option
@json_option
def studies(
    site: str,
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
    if as_json:
        click.echo(json.dumps(found.as_dict(), ensure_ascii=False))
    else:
        _print_results(atlas, found)
