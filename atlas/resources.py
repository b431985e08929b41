"""Where the atlas keeps its folders of rows, figures and page assets."""

from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["resource_dir"]


def resource_dir(name: str) -> Path:
    """The folder `name` ("data" or "assets") that belongs to this installation.

    An installed wheel carries it inside the package; a checkout, an unpacked sdist and an
    editable install have it beside the package.

    >>> resource_dir("data").name
    'data'
    >>> resource_dir("nowhere")
    Traceback (most recent call last):
    FileNotFoundError: no folder 'nowhere' inside or beside the package atlas
    """
    with as_file(files(__package__)) as package:
        # Inside comes first: beside an installed package stand other people's folders.
        for folder in (package / name, package.parent / name):
            if folder.is_dir():
                return folder
    raise FileNotFoundError(f"no folder {name!r} inside or beside the package {__package__}")
