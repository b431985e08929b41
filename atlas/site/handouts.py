"""The handouts that go with a site: every condition and every root, in plain words, on A4."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.api import Atlas
from atlas.handout.content import VOICES, of_thing
from atlas.handout.printing import pdf_of

TABLES = ("conditions", "roots")
_VOICE, _PAPER = VOICES[0], "a4"


def handouts(atlas: Atlas, home: str) -> Iterator[tuple[str, bytes]]:
    """Path in the site and content, one after the other. `home`: the address to which their codes lead.

    Raises NoPrinter when they cannot be printed here.
    """
    for table in TABLES:
        for id_ in atlas.facts[table]:
            made = of_thing(atlas, id_, _VOICE, home)
            yield f"handouts/{atlas.language}/{id_}.pdf", pdf_of(atlas, made, _VOICE, _PAPER, atlas.language)
