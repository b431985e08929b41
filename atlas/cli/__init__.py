"""The command line, one file per command."""

from __future__ import annotations

import click

from atlas.cli.apart import apart
from atlas.cli.article import article
from atlas.cli.check import check
from atlas.cli.data import data
from atlas.cli.deck import deck
from atlas.cli.export import export
from atlas.cli.handout import handout
from atlas.cli.lesion import lesion
from atlas.cli.locales import locales
from atlas.cli.localise import localise
from atlas.cli.pathway import pathway
from atlas.cli.search import search
from atlas.cli.serve import serve
from atlas.cli.version import version_option


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@version_option
def main() -> None:
    """Nerve Atlas: from the spine to the toe, and back."""


for command in (
    *(pathway, search, lesion, localise, apart, article, deck, handout, data, export),
    *(locales, check, serve),
):
    main.add_command(command)
