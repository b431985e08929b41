"""All files of a site, in memory: pages in every language, or one; decks and data; handouts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from atlas.api import Atlas
from atlas.dataset.translation.locales import own_name
from atlas.web.app import create_app
from atlas.web.static_site.folder import Folder, own_fetching
from atlas.web.static_site.handouts import handed_out, handouts
from atlas.web.static_site.pages import Asking, pages
from atlas.web.static_site.single_file import single

HOME = "http://127.0.0.1:8050/"
"""Where the codes on handouts lead when nobody says where the site will be found: to an atlas on the same computer."""
PROGRESS_INTERVAL = 10
"""After so many handouts, one line of progress."""


def _languages(atlas: Atlas, only: str | None) -> dict[str, Atlas]:
    if only is not None and only not in atlas.languages:
        raise ValueError(f"there is no language '{only}'; there are {', '.join(atlas.languages)}")
    return {one: atlas if one == atlas.language else atlas.in_language(one) for one in atlas.languages}


def _with_handouts(
    files: dict[str, bytes], data: Path | None, told: dict[str, Atlas], home: str, tell: Callable[[str], None]
) -> None:
    ids = handed_out(next(iter(told.values())))
    found = dict[str, bytes]()
    for path, content in handouts(data, ids, told, home or HOME):
        found[path] = content
        if len(found) % PROGRESS_INTERVAL == 0:
            tell(f"{len(found)} of {len(ids) * len(told)} handouts")
    files.update(sorted(found.items()))


def build(
    data: Path | None, only: str | None, handed: bool, home: str, tell: Callable[[str], None]
) -> dict[str, bytes]:
    """Path in the site → content. `only`: a language, for the single form; None for the folder. `tell` hears progress.

    Raises DataProblems, ValueError for an unknown language, CannotExport and NoPrinter.
    """
    tell("reading the atlas")
    atlas = Atlas.load(data)
    told = _languages(atlas, only)
    app = create_app(data)
    fetching = own_fetching(Asking(app))
    if only is None:
        site = Folder(fetching)
        for page in pages(app, told):
            tell(f"{own_name(page.atlas.language)}{', Latin names' if page.atlas.dataset.latin else ''}: the page")
            site.add(page)
        files = site.files
    else:
        told = {only: told[only]}
        page = next(page for page in pages(app, _languages(atlas, only)) if page.atlas.language == only)
        tell(f"{own_name(only)}: the page")
        files = single(page, fetching, page.atlas.strings["page.single"])
    if handed:
        _with_handouts(files, data, told, home, tell)
    return files
