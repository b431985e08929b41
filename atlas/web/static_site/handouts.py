"""The handouts of an exported site: every condition and every root in every language, in plain words, on A4."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from pathlib import Path

from atlas.api import Atlas
from atlas.export.handout.content import VOICES, handout_of
from atlas.export.handout.pdf import pdf_of

_VOICE, _PAPER = VOICES[0], "a4"


@cache
def _atlas(data: Path | None, language: str) -> Atlas:
    """Each process loads an atlas once."""
    return Atlas.load(data, language)


def _printed(data: Path | None, language: str, id_: str, home: str) -> tuple[str, bytes]:
    atlas = _atlas(data, language)
    handout = handout_of(atlas, id_, _VOICE, home)
    return f"handouts/{language}/{id_}.pdf", pdf_of(atlas, handout, _VOICE, _PAPER, language)


def handout_ids(atlas: Atlas) -> list[str]:
    """The ids of everything that gets a handout."""
    return [*atlas.dataset.conditions, *atlas.dataset.roots]


def handouts(data: Path | None, ids: Iterable[str], languages: Iterable[str], home: str) -> Iterator[tuple[str, bytes]]:
    """(path in the site, PDF) of each handout as it is done, on all processor cores.

    `home`: the address that their QR codes open. Raises NoPrinter or MissingExtra when nothing can be printed here.
    """
    jobs = [(language, id_) for language in languages for id_ in ids]
    with ProcessPoolExecutor(max_workers=max(1, min(len(jobs), os.cpu_count() or 1))) as pool:
        printing = [pool.submit(_printed, data, language, id_, home) for language, id_ in jobs]
        try:
            for done in as_completed(printing):
                yield done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
