"""`nerve-atlas article`: the claims of the article that the atlas is based on, and where each one is covered."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, json_option, load
from atlas.cli.terminal import print_json


@click.command()
@data_option
@json_option
def article(data: Path | None, as_json: bool) -> None:
    """Print every claim of the article, how far it holds, and the passage that covers it.

    Prints a Markdown table; with --json, one object for each claim and passage.
    """
    from atlas.web.bundles.article import claim_rows, claims_table

    atlas = load(data)
    if as_json:
        print_json(claim_rows(atlas))
    else:
        click.echo(claims_table(atlas), nl=False)
