"""The option `-o FILE`: refused before the work where nothing can be written, and written completely or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from atlas.cli.terminal import fail, reason_of


class OutputFile(click.Path):
    """A file to write, as a path in a folder that exists."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Fails for a folder, or when the folder of the file does not exist."""
        path = Path(value)
        if path.is_dir():
            self.fail(f"{path} is a folder; name a file in it", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"cannot write {path}: there is no folder {path.parent}; make it first", param, ctx)
        return super().convert(value, param, ctx)


def write_output(path: Path, content: bytes) -> None:
    """Write a file completely, or print why not, leave an earlier one as it was and exit 2."""
    from atlas.replace_file import replace_file

    try:
        replace_file(path, content)
    except OSError as error:
        fail(f"cannot write {path} ({reason_of(error)})")
