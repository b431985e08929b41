"""`nerve-atlas lesion SITE`: what a lesion there affects, computed by removing its fibres from the graph."""

from __future__ import annotations

from collections.abc import Iterable
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
    severity_option,
    variant_option,
)
from atlas.cli.terminal import print_json

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.graph.lesion import Lesion


def _print_lesion(atlas: Atlas, found: Lesion) -> None:
    def named(ids: Iterable[str]) -> str:
        return "; ".join(atlas.node(id_).name for id_ in ids) or "none"

    def shared(shares: dict[str, float]) -> str:
        return "; ".join(f"{atlas.node(id_).name} ({found.words[id_]})" for id_ in shares) or "none"

    article = "an" if found.severity == "intermittent" else "a"
    by_map = f", dermatome map {found.map}" if atlas.lesions.is_of_roots(found.on) else ""
    click.echo(f"{atlas.node(found.site).name}: {article} {found.severity} lesion{by_map}")
    click.echo(f"lost ({len(found.lost)}): {named(found.lost)}")
    click.echo(f"reduced ({len(found.reduced)}): {shared(found.reduced)}")
    click.echo(f"reflexes lost: {named(found.reflexes_lost)}")
    click.echo(f"reflexes reduced: {shared(found.reflexes_reduced)}")
    click.echo(f"spared ({len(found.spared)}): {named(found.spared)}")
    if found.sometimes:
        click.echo(f"lost in some people ({len(found.sometimes)}): {named(found.sometimes)}")
    click.echo(f"actions lost: {'; '.join(found.could_not) or 'none is lost completely'}")
    if found.examine:
        click.echo("how to test:")
    for id_, test in found.examine.items():
        click.echo(f"  {atlas.node(id_).name}: {test}")
    click.echo("For teaching: real lesions are often incomplete, and anatomy varies.")


@click.command()
@click.argument("site")
@map_option
@severity_option
@lang_option
@data_option
@variant_option
@json_option
def lesion(
    site: str,
    map_id: str | None,
    severity: str | None,
    language: str,
    data: Path | None,
    variants: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show the effects of a lesion at SITE, which is a site, segment, nerve, root or condition, by any name.

    The dermatome map matters only for a lesion of roots; below them, the skin follows the fields of nerves.

    Exits 2 for an unknown name, and says what is near.
    """
    atlas = load(data, language, variants)
    with report_name_errors():
        found = atlas.lesion(site, map_id, severity)
    if as_json:
        print_json(found.as_dict())
    else:
        _print_lesion(atlas, found)
