"""The pages of the documentation in one folder, from which Sphinx builds the site.

These are the files of `docs/`, files of the repository that become pages, the data dictionary, which is generated from
the data, and the gallery. Links between them work in the repository; here they lead to the pages.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path

from tools.docs.example_pages import EXAMPLES, example_page
from tools.docs.gallery_page import gallery_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "BENCHMARKS.md": "benchmarks.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    **{f"examples/{path.name}": f"examples/{path.stem}.md" for path in EXAMPLES},
}
"""File of the repository outside `docs/` → its page. Links to the file lead to the page."""
COPIES = ("examples/foot-drop.atlas-pack.json",)
"""Files of the repository outside `docs/` that readers can save from the site, under the same path."""
FILES = {page: file for file, page in PAGES.items()}
_LINK = re.compile(r"(?<=\]\()(?!\w+:)([^\s()#]+)(?=[#)])")


def with_links(text: str, page: str) -> str:
    """The text of a page with its links to files of the repository as links to their pages.

    page: the page, relative to the folder of pages. A link to a file without a page stays as it is, and the build
    refuses it.

    >>> with_links("[all](../CONTRIBUTING.md#tests)", "data.md"), with_links("[data](docs/data.md)", "changelog.md")
    ('[all](contributing.md#tests)', '[data](data.md)')
    """
    source = FILES.get(page, f"docs/{page}")
    here = posixpath.dirname(page) or "."

    def link(match: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(source), match[1]))
        target = PAGES.get(file, file.removeprefix("docs/") if file.startswith("docs/") or file in COPIES else "")
        return posixpath.relpath(target, here) if target else match[1]

    return _LINK.sub(link, text)


def _data_dictionary() -> str:
    from atlas import Atlas
    from atlas.export.csv_zip import table_files
    from atlas.export.data_dictionary import dictionary_markdown

    atlas = Atlas.load()
    return dictionary_markdown(atlas, list(table_files(atlas)))


def _generated() -> dict[str, str]:
    """Every page that is not a file in `docs/`, with its text."""
    pages = {"gallery.md": gallery_page(), "reference/data-dictionary.md": _data_dictionary()}
    for file, page in PAGES.items():
        path = ROOT / file
        pages[page] = path.read_text("utf-8") if path.suffix == ".md" else example_page(path)
    return pages


def write_pages(folder: Path) -> None:
    """Write all pages, and the pictures of `docs/`, into a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder)
    for page, text in _generated().items():
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text(text, "utf-8", newline="\n")
    for file in COPIES:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file, folder / file)
    for path in folder.rglob("*.md"):
        text = path.read_text("utf-8")
        path.write_text(with_links(text, path.relative_to(folder).as_posix()), "utf-8", newline="\n")
