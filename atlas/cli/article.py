"""`nerve-atlas article`: the claims of the article the atlas grew from, and where each is held."""

from __future__ import annotations

import json
from pathlib import Path

import click

from atlas.cli.loading import data_option, json_option, load
from atlas.web.bundles.article import claims_table, held


@click.command()
@data_option
@json_option
def article(data: Path | None, as_json: bool) -> None:
    """Print every claim of the article, how far it holds, the passage it stands in and what that lights.

    A table in Markdown; with --json one row for each claim and passage.
    """
    atlas = load(data)
    click.echo(json.dumps(held(atlas), ensure_ascii=False) if as_json else claims_table(atlas), nl=as_json)
