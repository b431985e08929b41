"""`nerve-atlas checklist -o FILE`: all texts that a clinician should review, with boxes to tick."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, fail, lang_option, load, report_name_errors
from atlas.cli.output import OutputFile, write_output

PDF = ".pdf"


@click.command()
@click.option("-o", "--output", type=OutputFile(), required=True, help="File to write: .html or .pdf.")
@click.option("--every", is_flag=True, help="Also list texts that are not in plain words.")
@lang_option
@data_option
def checklist(output: Path, every: bool, language: str, data: Path | None) -> None:
    """Write a checklist for a clinician: every plain text and emergency with a box and a line for remarks.

    With --lang, each text has its translation beside the English. A ticked entry counts as reviewed when it is a row of
    sources/reviews.csv, which names its table and row as the checklist does.
    """
    from atlas.export.checklist import checklist_html, checklist_pdf, entries
    from atlas.export.handout.pdf import NoPrinter, check_printer

    if output.suffix not in {".html", PDF}:
        fail(f"{output} is neither .html nor .pdf; choose one of the two endings")
    try:
        with report_name_errors():
            if output.suffix == PDF:
                check_printer()
        english = load(data)
        translated = load(data, language) if language != "en" else None
        html = checklist_html(english, translated, language, every)
        write_output(output, checklist_pdf(html) if output.suffix == PDF else html.encode())
    except NoPrinter as error:
        fail(str(error), 3)
    click.echo(f"{len(entries(english, translated, every))} entries in {output}")
