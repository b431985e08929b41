"""`nerve-atlas questions --format FORMAT -o FILE`: the quiz for learning platforms, or a run of it on paper."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atlas.cli.loading import data_option, lang_option, load, report_name_errors, side_option
from atlas.cli.output import OutputFile, write_output
from atlas.cli.terminal import fail

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.export.question_bank.seeded_run import Run

PRINTED = "pdf"
FORMATS = ("moodle", "qti", "gift", PRINTED)
_LENGTHS = ("5", "10", "20", "40")
"""As `atlas.export.question_bank.seeded_run.LENGTHS`, which is not imported here, so that `--help` answers at once."""


def _content(atlas: Atlas, format_name: str, side: str, run: Run, home: str, paper: str) -> bytes:
    from atlas.export.question_bank.formats import WRITERS
    from atlas.export.question_bank.sheet import sheet_pdf

    if format_name != PRINTED:
        return WRITERS[format_name](atlas, side)
    return sheet_pdf(atlas, run, home, side, paper)


@click.command()
@click.option("--format", "format_name", type=click.Choice(FORMATS), required=True, help="File format.")
@click.option("-o", "--output", type=OutputFile(), required=True, help="File to write.")
@click.option("--seed", default=None, help="pdf: seed of the run, as in the address; by default, a new one.")
@click.option("--length", type=click.Choice(_LENGTHS), default="10", show_default=True, help="pdf: how many questions.")
@click.option("--level", type=click.IntRange(1, 3), default=None, help="pdf: level of the questions; by default, all.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="pdf: kind of questions; can be repeated.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="pdf: paper size.")
@click.option(
    "--home", default="http://127.0.0.1:8050/", show_default=True, help="pdf: address of the atlas, for the QR code."
)
@side_option
@lang_option
@data_option
def questions(
    format_name: str,
    output: Path,
    seed: str | None,
    length: str,
    level: int | None,
    kinds: tuple[str, ...],
    paper: str,
    home: str,
    side: str,
    language: str,
    data: Path | None,
) -> None:
    """Write the questions of the quiz for a learning platform: moodle (XML), qti (2.1, a zip) or gift;
    or print some: pdf.

    Only the form for Moodle has the questions in which names are dragged to a picture of the body.

    The PDF has the questions first and the answers, with explanations and sources, on pages of their own. The same seed
    gives the same questions as on the page, which its QR code opens.
    """
    from atlas.export.handout.pdf import NoPrinter
    from atlas.export.question_bank.seeded_run import Run
    from atlas.reasoning.quiz.questions import KINDS

    if unknown := [kind for kind in kinds if kind not in KINDS]:
        fail(f"there is no kind of question '{unknown[0]}'; the kinds are {', '.join(KINDS)}")
    run = Run(seed or secrets.token_hex(3), int(length), level, tuple(dict.fromkeys(kinds)))
    atlas = load(data, language)
    try:
        with report_name_errors():
            content = _content(atlas, format_name, side, run, home, paper)
    except NoPrinter as error:
        fail(str(error), 3)
    write_output(output, content)
    seeded = f", seed {run.seed}" if format_name == PRINTED else ""
    click.echo(f"{len(content) / 1e6:.1f} MB in {output}{seeded}")
