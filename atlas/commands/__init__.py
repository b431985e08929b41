"""The command line, one file per command."""

from __future__ import annotations

import click

from atlas.commands.apart import apart
from atlas.commands.article import article
from atlas.commands.check import check
from atlas.commands.deck import deck
from atlas.commands.export import data
from atlas.commands.handout import handout
from atlas.commands.lesion import lesion
from atlas.commands.locales import locales
from atlas.commands.localise import localise
from atlas.commands.pathway import pathway
from atlas.commands.seal import seal
from atlas.commands.search import search
from atlas.commands.serve import serve
from atlas.commands.site import export
from atlas.commands.version import version_option


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@version_option
def main() -> None:
    """Nerve Atlas: from the spine to the toe, and back."""


for command in (
    *(pathway, search, lesion, localise, apart, article, deck, handout, data, export),
    *(locales, check, seal, serve),
):
    main.add_command(command)
