"""`nerve-atlas check FILE`: lists every problem of a pack of an educator, or prints the schema of packs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

import click

from atlas.cli.terminal import fail, print_json, reason_of


def check_pack(pack: Path, as_json: bool) -> NoReturn:
    """Print the problems of a pack; exit 1 if there are any, else 0."""
    from atlas.api import Atlas
    from atlas.packs.check import check_pack as problems_of

    try:
        lines = problems_of(pack, Atlas.load())
    except OSError as error:
        fail(f"cannot read {pack} ({reason_of(error)})")
    if as_json:
        print_json({"sound": not lines, "problems": lines})
    else:
        for line in lines or ["no problem found"]:
            click.echo(f"{pack}: {line}")
    raise SystemExit(1 if lines else 0)


def print_pack_schema(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    """The option --pack-schema: print the schema and exit."""
    if not wanted:
        return
    from atlas.packs.pack import pack_schema

    click.echo(json.dumps(pack_schema(), indent=2))
    ctx.exit()
