"""`nerve-atlas compare A B`: compares two places or conditions, and lists what distinguishes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atlas.cli.loading import data_option, json_option, lang_option, load, map_option, report_name_errors
from atlas.cli.terminal import print_json

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.reasoning.comparison.result import CitedDiscriminator, Comparison, TargetLoss


def _amount(share: float) -> str:
    from atlas.graph.lesion import ALL, NOTHING
    from atlas.graph.severity import COMPLETE, in_words

    return "none" if share < NOTHING else "all" if share >= ALL else in_words(share, COMPLETE)


def _shares(between: tuple[float, float]) -> str:
    least, most = map(_amount, between)
    return most if least == most else f"{least} to {most}"


def _print_comparison(atlas: Atlas, found: Comparison) -> None:
    def listed(losses: Iterable[TargetLoss], *sides: str) -> str:
        parts = [
            f"{atlas.node(loss.target).name} ({' : '.join(_shares(getattr(loss, side)) for side in sides)})"
            for loss in losses
        ]
        return "; ".join(parts) or "nothing"

    a, b = found.a.name, found.b.name
    click.echo(f"{a}  |  {b}    (dermatome map: {found.map}; how much of it a complete lesion of each affects)")
    click.echo(f"both affect ({len(found.both)}): {listed(found.both, 'a', 'b')}")
    click.echo(f"only {a} ({len(found.only_a)}): {listed(found.only_a, 'a')}")
    click.echo(f"only {b} ({len(found.only_b)}): {listed(found.only_b, 'b')}")
    for side in (found.a, found.b):
        if not side.places:
            click.echo(f"{side.name} is not on a nerve, so the graph cannot say what it affects")
    click.echo("what distinguishes them according to sources, strongest first:")
    for discriminator in found.discriminators:
        _print_discriminator(discriminator, a, b)
    if not found.discriminators:
        click.echo("  none is listed for this pair")


def _print_discriminator(found: CitedDiscriminator, a: str, b: str) -> None:
    click.echo(f"  {found.finding} ({found.strength}, {found.by}): {found.a_shows}  |  {found.b_shows}")
    note = f" · {found.note}" if found.note else ""
    click.echo(f"    {'; '.join(found.cites)} · {found.confidence}, {found.checked}{note}")
    for side in found.against:
        shares = "; ".join(f"{loss.target} {_shares(getattr(loss, side))}" for loss in found.graph)
        click.echo(f"    the graph disagrees for {a if side == 'a' else b}: it affects {shares}")


@click.command()
@click.argument("a")
@click.argument("b")
@map_option
@lang_option
@data_option
@json_option
def compare(a: str, b: str, map_id: str | None, language: str, data: Path | None, as_json: bool) -> None:
    """Compare A and B: sites, segments, nerves, roots or conditions, by any name.

    Prints the targets that both affect, those that only one affects, and the discriminators that sources give.
    Exits 2 for an unknown name.
    """
    atlas = load(data, language)
    with report_name_errors():
        found = atlas.compare(a, b, map_id)
    if as_json:
        print_json(found.as_dict())
    else:
        _print_comparison(atlas, found)
