"""`nerve-atlas pathway NAME`: the pathway of a thing, as text or JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from atlas.cli.loading import (
    data_option,
    json_option,
    lang_option,
    load,
    map_option,
    report_name_errors,
    variant_option,
)
from atlas.cli.terminal import print_json

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.graph.pathway import Pathway

LISTED = ("roots", "nerves", "territories", "muscles", "reflexes", "conditions", "sources")


def _print_pathway(atlas: Atlas, found: Pathway) -> None:
    from atlas.graph.pathway_chains import by_nerve

    node = atlas.node(found.selected)
    map_name = atlas.dataset.dermatome_maps[found.map].name
    click.echo(f"{node.name} ({node.kind}), dermatome map: {map_name}")
    for chain in found.chains:
        click.echo("  " + " → ".join(atlas.node(id_).name for id_ in by_nerve(atlas.nerve_graph, chain)))
    for part in LISTED:
        ids = getattr(found, part)
        names = list(ids) if part == "sources" else [atlas.node(id_).name for id_ in ids]
        click.echo(f"{part} ({len(ids)}): {'; '.join(names) or 'none'}")


@click.command()
@click.argument("name")
@map_option
@lang_option
@data_option
@variant_option
@json_option
def pathway(
    name: str, map_id: str | None, language: str, data: Path | None, variants: tuple[str, ...], as_json: bool
) -> None:
    """Show the pathway of NAME: a root, nerve, patch of skin, muscle, reflex, site or condition.

    NAME is an id, an official name, a synonym or everyday words. Exits 2 for an unknown name, and says what is near;
    also for words that mean several things, and lists these.
    """
    atlas = load(data, language, variants)
    with report_name_errors():
        found = atlas.pathway(name, map_id)
    if as_json:
        print_json(found.as_dict())
    else:
        _print_pathway(atlas, found)
        others = () if name in atlas.nodes else atlas.names.other_meanings(name, found.selected)
        if others:
            listed = "; ".join(f"{atlas.node(id_).name} ({id_})" for id_ in others)
            click.echo(f"'{name}' can also mean: {listed}")
