"""The command line, one file per command."""

from __future__ import annotations

import click

from atlas import __version__
from atlas.commands.apart import apart
from atlas.commands.article import article
from atlas.commands.check import check
from atlas.commands.deck import deck
from atlas.commands.export import data
from atlas.commands.lesion import lesion
from atlas.commands.localise import localise
from atlas.commands.pathway import pathway
from atlas.commands.search import search
from atlas.commands.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__,
    prog_name="nerve-atlas",
    message="%(prog)s %(version)s\nFor teaching anatomy and general patient education. It does not diagnose.",
)
def main() -> None:
    """Nerve Atlas: from the spine to the toe, and back."""


for command in (pathway, search, lesion, localise, apart, article, deck, data, check, serve):
    main.add_command(command)
