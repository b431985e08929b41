"""The page's scripts and style sheets, as `npm run build` writes them into atlas/web/static/ (see tools/frontend)."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).with_name("static")


def built_file(name: str) -> str:
    """The text of a built file, such as `main.js`. Raises FileNotFoundError when the front end was not built."""
    path = FOLDER / name
    if not path.is_file():
        raise FileNotFoundError(f"the front end is not built: {path} is missing; run `make build`")
    return path.read_text("utf-8")
