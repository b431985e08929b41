"""The command line, one module per command. A command's module is imported only when the command is called."""

from __future__ import annotations

import importlib
import sys
from functools import partial
from typing import Any

import click

from atlas.cli.terminal import errors_in_one_line, use_any_encoding
from atlas.cli.version import version_option

COMMANDS = {
    "article": "Print every claim of the article, how far it holds, and the passage that covers it.",
    "check": "Check a data folder or a pack, or verify that installed files are unchanged.",
    "checklist": "Write a checklist for a clinician: every plain text and emergency with a box and a line for remarks.",
    "compare": "Compare A and B: sites, segments, nerves, roots or conditions, by any name.",
    "data": "Write the whole data set: csv (a zip of all tables with their dictionary), graphml, jsonld or bibtex.",
    "deck": "Write every question as a card for Anki, with pictures and sources.",
    "export": "Write the whole atlas to DIR, as files that open in a browser without a server or a network.",
    "figure": "Write one view of the body as an SVG file, with the pathway of a thing highlighted if it is named.",
    "handout": "Write one page about NAME as a PDF: figures, text, red flags and room for notes.",
    "joints": "Show which nerves feel JOINT, by which branch, with how often dissections found it.",
    "lesion": "Show the effects of a lesion at SITE, which is a site, segment, nerve, root or condition, by any name.",
    "locales": "Show for each language how many texts are translated.",
    "localise": "Find the sites that would explain the findings of a teaching case.",
    "new": "Write the rows of a new nerve, muscle, condition, site, tour or case, with cells to fill in.",
    "pathway": "Show the pathway of NAME: a root, nerve, patch of skin, muscle, reflex, site or condition.",
    "questions": "Write the questions of the quiz for a learning platform: moodle (XML), qti (2.1, a zip) or gift; "
    "or print some: pdf.",
    "referred": "Show where pain from joints, discs and muscles is felt, with how often studies found it.",
    "room": "Serve the atlas with classrooms to the phones in the same network.",
    "search": "Find things, words and pages whose names are like TEXT, best match first.",
    "serve": "Serve the atlas on this computer.",
    "slides": "Write a tour, or a few slides about NAME, as a PowerPoint file with speaker notes and sources.",
    "studies": "Show what nerve studies are expected to show after a lesion at SITE, which is any place by any name.",
    "variants": "List the variants of the anatomy, with how often studies found each.",
}
"""Command → its short help, which is the first paragraph of its docstring.

`atlas.cli.<command>` holds the command under the same name.
"""
ALIASES = {"apart": "compare", "referred-pain": "referred"}
"""Another name of a command, which the help does not list → the command."""


class LazyGroup(click.Group):
    """A group that lists its commands without importing them, and says in one line why one cannot go on."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command in a shell of any encoding. In `standalone_mode`, print errors and end the process."""
        use_any_encoding()
        run: Any = partial(super().main, *args, **{**extra, "standalone_mode": False})
        if not extra.get("standalone_mode", True):
            return run()
        with errors_in_one_line():
            code = run()
        sys.exit(code if isinstance(code, int) else 0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted, without aliases."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command by its name or an alias; None if there is no such command."""
        name = ALIASES.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"{__name__}.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from their short help alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.group("nerve-atlas", cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@version_option
def main() -> None:
    """Nerve Atlas: from the spine to the toe, and back."""
