"""All files of a site, in memory: pages in every language or in one, decks, data and handouts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from atlas.api import Atlas
from atlas.dataset.translation.locales import own_name
from atlas.web.app import create_app
from atlas.web.localized_pages import LocalizedPages, PageForm
from atlas.web.static_site.folder import Folder, fetch_script
from atlas.web.static_site.handouts import handout_ids, handouts
from atlas.web.static_site.pages import Client, pages
from atlas.web.static_site.scorm import scorm_packages
from atlas.web.static_site.single_file import single_file

HOME = "http://127.0.0.1:8050/"
"""Where the QR codes on handouts lead by default: to an atlas on the same computer."""
PROGRESS_STEP = 10
"""One line of progress after this many handouts."""
Progress = Callable[[str], None]


def _atlases(pages: LocalizedPages, only: str | None) -> dict[str, Atlas]:
    if only is not None and only not in pages.languages:
        raise ValueError(f"there is no language '{only}'; the languages are {', '.join(pages.languages)}")
    return {language: pages.atlas(PageForm(language)) for language in pages.languages}


def _add_handouts(
    files: dict[str, bytes], data: Path | None, atlases: dict[str, Atlas], home: str, progress: Progress
) -> None:
    ids = handout_ids(next(iter(atlases.values())))
    printed = dict[str, bytes]()
    for path, content in handouts(data, ids, atlases, home or HOME):
        printed[path] = content
        if len(printed) % PROGRESS_STEP == 0:
            progress(f"{len(printed)} of {len(ids) * len(atlases)} handouts")
    files.update(sorted(printed.items()))


def build(
    data: Path | None, only: str | None, with_handouts: bool, home: str, progress: Progress, scorm: bool = False
) -> dict[str, bytes]:
    """Path in the site → content. `only`: a language, for the single-file form; None for the folder form.

    `scorm`: adds the single-file form as packages for learning platforms.

    Raises DataProblems, ValueError for an unknown language, CannotExport, NoPrinter and MissingExtra.
    """
    progress("reading the atlas")
    app = create_app(data)
    atlases = _atlases(app.pages, only)
    script = fetch_script(Client(app))
    if only is None:
        site = Folder(script)
        for page in pages(app, atlases):
            progress(f"{own_name(page.atlas.language)}{', Latin names' if page.atlas.dataset.latin else ''}: the page")
            site.add(page)
        files = site.files
    else:
        page = next(page for page in pages(app, atlases) if page.atlas.language == only)
        atlases = {only: atlases[only]}
        progress(f"{own_name(only)}: the page")
        note = page.atlas.strings["page.single"]
        files = single_file(page, script, note) | (scorm_packages(page, script, note) if scorm else {})
    if with_handouts:
        _add_handouts(files, data, atlases, home, progress)
    return files
