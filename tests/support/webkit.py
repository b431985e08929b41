"""The WebKit that the paths are run in. `python -m tests.support.webkit` sees to it that there is one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.support.chromium import install_package

PACKAGES = ("webkit2gtk-driver", "xvfb")
"""WebKitGTK's driver with its MiniBrowser, and a display where there is none."""
BROWSERS = "*/webkit*gtk-*/MiniBrowser"
"""Where in /usr/lib the browser is; it is not on the path."""


def system_webkit() -> tuple[str, str] | None:
    """The paths of the driver and of the browser, if this machine has both."""
    driver, browsers = shutil.which("WebKitWebDriver"), sorted(Path("/usr/lib").glob(BROWSERS))
    return (driver, str(browsers[-1])) if driver and browsers else None


def has_display() -> bool:
    """Whether a window can be opened."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ensure_webkit() -> bool:
    """Find WebKit and what gives it a display, else install Debian's packages; whether both are there."""
    if system_webkit() is None:
        install_package(PACKAGES[0])
    if not has_display() and not shutil.which("xvfb-run"):
        install_package(PACKAGES[1])
    return system_webkit() is not None and (has_display() or shutil.which("xvfb-run") is not None)


if __name__ == "__main__":
    print("WebKit:", "is there" if ensure_webkit() else "could not be installed; its paths are skipped")
