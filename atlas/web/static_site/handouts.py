"""The handouts that go with a site: every condition and every root in every language, in plain words, on A4."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from pathlib import Path

from atlas.api import Atlas
from atlas.export.handout.content import VOICES, of_thing
from atlas.export.handout.pdf import pdf_of

TABLES = ("conditions", "roots")
_VOICE, _PAPER = VOICES[0], "a4"


@cache
def _told(data: Path | None, language: str) -> Atlas:
    """Each process reads an atlas once."""
    return Atlas.load(data, language)


def _printed(data: Path | None, language: str, id_: str, home: str) -> tuple[str, bytes]:
    atlas = _told(data, language)
    made = of_thing(atlas, id_, _VOICE, home)
    return f"handouts/{language}/{id_}.pdf", pdf_of(atlas, made, _VOICE, _PAPER, language)


def handed_out(atlas: Atlas) -> list[str]:
    """The ids of what a handout is printed about."""
    return [id_ for table in TABLES for id_ in atlas.dataset[table]]


def handouts(data: Path | None, ids: Iterable[str], languages: Iterable[str], home: str) -> Iterator[tuple[str, bytes]]:
    """Path in the site and content, as each is done; every core prints some of them.

    `home`: the address to which their codes lead. Raises NoPrinter when they cannot be printed here.
    """
    asked = [(language, id_) for language in languages for id_ in ids]
    with ProcessPoolExecutor(max_workers=min(len(asked), os.cpu_count() or 1)) as pool:
        printing = [pool.submit(_printed, data, language, id_, home) for language, id_ in asked]
        try:
            for done in as_completed(printing):
                yield done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
