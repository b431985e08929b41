"""The folders of the package that are not code: data and page assets."""

from pathlib import Path

__all__ = ["resource_dir"]

_PACKAGE = Path(__file__).parent


def resource_dir(name: str) -> Path:
    """The folder `name` ("data" or "assets") of this installation.

    A wheel installs it inside the package. In a checkout, an unpacked sdist and an editable install it is next to
    the package. Raises FileNotFoundError if there is no such folder.

    >>> resource_dir("data").name
    'data'
    >>> resource_dir("nowhere")
    Traceback (most recent call last):
    FileNotFoundError: there is no folder 'nowhere' inside or next to the package atlas
    """
    # Inside comes first: next to an installed package are the folders of other packages.
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"there is no folder {name!r} inside or next to the package {_PACKAGE.name}")
