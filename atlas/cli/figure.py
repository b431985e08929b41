"""`nerve-atlas figure VIEW -o FILE`: one view of the body as an SVG file."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, lang_option, load, map_option, report_name_errors, side_option
from atlas.cli.output import OutputFile, write_output
from atlas.cli.terminal import fail


@click.command()
@click.argument("view")
@click.option("-o", "--output", type=OutputFile(), required=True, help="SVG file to write.")
@click.option("--select", metavar="NAME", default=None, help="Thing whose pathway is highlighted, by any name.")
@click.option("--layer", type=click.Choice(["dermatomes", "nerves"]), default="dermatomes", show_default=True)
@click.option("--show", metavar="LAYER", multiple=True, help="Layer: nerves, muscles, bones, sites or zones.")
@click.option(
    "--theme", metavar="ID", default="light", show_default=True, help="Colours: light, dark, projector, print."
)
@side_option
@map_option
@lang_option
@data_option
def figure(
    view: str,
    output: Path,
    select: str | None,
    layer: str,
    show: tuple[str, ...],
    theme: str,
    side: str,
    map_id: str | None,
    language: str,
    data: Path | None,
) -> None:
    """Write one view of the body as an SVG file, with the pathway of a thing highlighted if it is named.

    VIEW is the id of a view; for an unknown one the command lists all and exits with status 2.
    """
    from atlas.figures.standalone import OVERLAYS, standalone

    atlas = load(data, language)
    views = atlas.dataset.views
    if view not in views:
        fail(f"'{view}' is not a view of the body; the views are {', '.join(views)}")
    unknown = [one for one in show if one not in OVERLAYS]
    if unknown:
        fail(f"there is no layer '{unknown[0]}'; the layers are {', '.join(OVERLAYS)}")
    with report_name_errors():
        svg = standalone(atlas, view, layer, theme, show, map_id, select, side=side)
    write_output(output, svg.encode("utf-8"))
    click.echo(f"{view}: {output}")
