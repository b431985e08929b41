"""`nerve-atlas questions --format FORMAT -o FILE`: the quiz for learning platforms."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, lang_option, load, report_name_errors, side_option
from atlas.cli.output import OutputFile, write_output

FORMATS = ("moodle", "qti", "gift")


@click.command()
@click.option("--format", "format_name", type=click.Choice(FORMATS), required=True, help="File format.")
@click.option("-o", "--output", type=OutputFile(), required=True, help="File to write.")
@side_option
@lang_option
@data_option
def questions(format_name: str, output: Path, side: str, language: str, data: Path | None) -> None:
    """Write the questions of the quiz for a learning platform: moodle (XML), qti (2.1, a zip) or gift.

    Only the form for Moodle has the questions in which names are dragged to a picture of the body.
    """
    from atlas.export.question_bank.formats import WRITERS

    atlas = load(data, language)
    with report_name_errors():
        content = WRITERS[format_name](atlas, side)
    write_output(output, content)
    click.echo(f"{len(content) / 1e6:.1f} MB in {output}")
