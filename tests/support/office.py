"""The LibreOffice that opens slides in tests."""

import os
import shutil
import warnings
from functools import cache

import pytest

from tests.support.chromium import install_package

COMMANDS = ("soffice", "libreoffice")
PACKAGE = "libreoffice-impress"
REQUIRED = "ATLAS_REQUIRES_OFFICE"
"""Set in CI: then LibreOffice is installed where there is none, and tests fail instead of being skipped without it."""
REASON = f"NO SLIDE WAS OPENED: LibreOffice is not installed (apt-get install {PACKAGE})"


def _found() -> str | None:
    return next(filter(None, map(shutil.which, COMMANDS)), None)


@cache
def _installed() -> bool:
    """Tried once, however many tests ask. What it recommends is four times as large, and no slide needs it."""
    return install_package(PACKAGE, recommended=False)


def office_command() -> str:
    """The LibreOffice that this machine has. Skips the test loudly if it has none, or fails where one is required."""
    is_required = bool(os.environ.get(REQUIRED))
    if found := _found() or (_found() if is_required and _installed() else None):
        return found
    if is_required:
        pytest.fail(REASON)
    warnings.warn(REASON, stacklevel=2)
    pytest.skip(REASON)
