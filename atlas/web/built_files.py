"""The page's scripts and style sheets, as `npm run build` writes them into atlas/web/static/ (see tools/frontend)."""

from __future__ import annotations

from pathlib import Path

from atlas.dataset.checksums import MANIFEST, changed_files
from atlas.dataset.problems import Problem

FOLDER = Path(__file__).with_name("static")
COMPONENTS_FOLDER = FOLDER.parents[1] / "components" / "static"
REMEDY = "delete the folder {} and run `make build`, or install the package again"


class BrokenBuild(ValueError):
    """The front end is not built, or one of its files is damaged; the text names the file and the remedy."""


def broken_built_files() -> list[Problem]:
    """Every built file, of the page and of the Dash components, that is not as the build listed it."""
    problems = list[Problem]()
    for folder in (FOLDER, COMPONENTS_FOLDER):
        if (folder / MANIFEST).is_file():
            place = folder.relative_to(folder.parents[2]).as_posix()
            found = changed_files(folder, REMEDY.format(place))
            problems += [Problem(f"{place}/{one.file}", one.line, one.column, one.wrong, one.right) for one in found]
    return problems


def check_built_files() -> None:
    """Raises BrokenBuild, which names the first built file that is not as the build listed it."""
    if broken := broken_built_files():
        more = f" (and {len(broken) - 1} more)" if len(broken) > 1 else ""
        raise BrokenBuild(f"the front end is damaged: {broken[0]}{more}")


def built_file(name: str) -> str:
    """The text of a built file, such as `main.js`. Raises BrokenBuild when the front end was not built."""
    path = FOLDER / name
    if not path.is_file():
        raise BrokenBuild(f"the front end is not built: {path} is missing; run `make build`")
    return path.read_text("utf-8")
