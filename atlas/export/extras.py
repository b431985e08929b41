"""Libraries that only some exports need, and that `pip install nerve-atlas` leaves out."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType


class MissingExtra(RuntimeError):
    """An optional library is not installed; the text gives the command that installs it.

    >>> print(MissingExtra("An Anki deck", "genanki", "deck"))
    An Anki deck needs the package genanki: pip install 'nerve-atlas[deck]'
    """

    def __init__(self, product: str, package: str, extra: str):
        super().__init__(f"{product} needs the package {package}: pip install 'nerve-atlas[{extra}]'")


def import_optional(package: str, product: str, extra: str) -> ModuleType:
    """Import a library that the extra `extra` installs. Raises MissingExtra, which names `product`, without it."""
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise MissingExtra(product, package, extra) from None
