"""`nerve-atlas variants`: how people differ, and how often."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atlas.cli.loading import data_option, json_option, lang_option, load
from atlas.cli.terminal import print_json

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.dataset.tables.variants import VariantRate


def _rate(row: VariantRate) -> dict[str, Any]:
    cites = [cite.key for cite in row.cites]
    fields = ("study", "rate", "low", "high", "n", "counted", "people", "note")
    return {name: getattr(row, name) for name in fields} | {"cites": cites, "checked": row.checked}


def _described(atlas: Atlas) -> list[dict[str, Any]]:
    from atlas.dataset.variants import changes

    dataset = atlas.dataset
    return [
        {
            "id": id_,
            "name": row.name,
            "pattern": row.pattern,
            "usual": row.usual == "yes",
            "place": row.place,
            "plain": row.plain,
            "rates": [_rate(rate) for rate in dataset.variant_rates.values() if rate.variant == id_],
            "changes": changes(dataset, id_),
            "cites": [cite.key for cite in row.cites],
            "checked": row.checked,
        }
        for id_, row in dataset.variants.items()
    ]


def _line(rate: dict[str, Any]) -> str:
    if rate["rate"] is None:
        return f"    {rate['study']}: no rate read"
    span = "" if rate["low"] is None else f" ({rate['low']:g} to {rate['high']:g})"
    count = f" of {rate['n']} {rate['counted']}" if rate["n"] else f" of {rate['counted']}"
    return f"    {rate['study']}: {rate['rate']:g} %{span}{count}, {rate['people']}"


@click.command()
@lang_option
@data_option
@json_option
def variants(language: str, data: Path | None, as_json: bool) -> None:
    """List the variants of the anatomy, with how often studies found each.

    `--variant ID` of other commands shows a person who has one.
    """
    atlas = load(data, language)
    described = _described(atlas)
    if as_json:
        print_json(described)
        return
    for variant in described:
        click.echo(f"{variant['id']}: {variant['name']}")
        click.echo(f"  {variant['plain']}")
        for rate in variant["rates"]:
            click.echo(_line(rate))
        if not variant["rates"]:
            click.echo("    no rate read")
