"""`nerve-atlas pathway NAME`: the whole pathway of a thing, in words or in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import click

from atlas.api import Atlas
from atlas.cli.loading import data_option, json_option, lang_option, load, map_option, naming
from atlas.graph.pathway import Pathway
from atlas.graph.pathway_chains import by_nerve

LISTED = ("roots", "nerves", "territories", "muscles", "reflexes", "conditions", "sources")


def _tell(atlas: Atlas, found: Pathway) -> None:
    node = atlas.node(found.selected)
    map_name = atlas.dataset["dermatome_maps"][found.map].name
    click.echo(f"{node.name} ({node.kind}), skin by {map_name}")
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
@json_option
def pathway(name: str, map_id: str | None, language: str, data: Path | None, as_json: bool) -> None:
    """Show the pathway of NAME: a root, nerve, patch of skin, muscle, reflex, site or condition.

    NAME is an id, an official name or a synonym. An unknown name exits 2 with the three nearest names.
    """
    atlas = load(data, language)
    with naming():
        found = atlas.pathway(name, map_id)
    if as_json:
        click.echo(json.dumps(found.as_dict(), ensure_ascii=False))
    else:
        _tell(atlas, found)
