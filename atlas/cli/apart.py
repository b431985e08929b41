"""`nerve-atlas apart A B`: two places or conditions side by side, and what tells them apart."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from atlas.api import Atlas
from atlas.cli.loading import data_option, json_option, lang_option, load, map_option, naming
from atlas.reasoning.comparison.result import CitedDiscriminator, Comparison, TargetLoss


def _shares(taken: tuple[float, float]) -> str:
    least, most = (f"{share:.0%}" for share in taken)
    return most if least == most else f"{least} to {most}"


def _tell(atlas: Atlas, found: Comparison) -> None:
    def listed(taken: Iterable[TargetLoss], *sides: str) -> str:
        parts = [
            f"{atlas.node(t.target).name} {' : '.join(_shares(getattr(t, side)) for side in sides)}" for t in taken
        ]
        return "; ".join(parts) or "nothing"

    a, b = found.a.name, found.b.name
    click.echo(f"{a}  |  {b}    (skin by {found.map}; the share that each takes)")
    click.echo(f"both take ({len(found.both)}): {listed(found.both, 'a', 'b')}")
    click.echo(f"only {a} ({len(found.only_a)}): {listed(found.only_a, 'a')}")
    click.echo(f"only {b} ({len(found.only_b)}): {listed(found.only_b, 'b')}")
    for side in (found.a, found.b):
        if not side.places:
            click.echo(f"{side.name} lies off the nerves: the graph says nothing of it")
    click.echo("what sources say tells them apart, the best first:")
    for told in found.discriminators:
        _tell_one(told, a, b)
    if not found.discriminators:
        click.echo("  none is listed for this pair")


def _tell_one(told: CitedDiscriminator, a: str, b: str) -> None:
    click.echo(f"  {told.finding} ({told.strength}, {told.by}): {told.a_shows}  |  {told.b_shows}")
    note = f" · {told.note}" if told.note else ""
    click.echo(f"    {'; '.join(told.cites)} · {told.confidence}, {told.checked}{note}")
    for side in told.against:
        shares = "; ".join(f"{t.target} {_shares(getattr(t, side))}" for t in told.graph)
        click.echo(f"    the graph disagrees for {a if side == 'a' else b}: it takes {shares}")


@click.command()
@click.argument("a")
@click.argument("b")
@map_option
@lang_option
@data_option
@json_option
def apart(a: str, b: str, map_id: str | None, language: str, data: Path | None, as_json: bool) -> None:
    """Tell A and B apart: sites, stretches of nerve, roots or conditions, by any name.

    Shows what both take away, what only one does, and the discriminators that sources give. An unknown name exits 2.
    """
    atlas = load(data, language)
    with naming():
        found = atlas.apart(a, b, map_id)
    if as_json:
        click.echo(json.dumps(found.as_dict(), ensure_ascii=False))
    else:
        _tell(atlas, found)
