"""The Firefox that the paths are run in. `python -m tests.support.firefox` sees to it that there is one."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

from tests.support.chromium import install_package

NAMES = ("firefox-esr", "firefox")


@cache
def system_firefox() -> str | None:
    """The path of a Firefox that this machine has and that starts."""
    for name in NAMES:
        path = shutil.which(name)
        # Some systems ship a stub of that name which only explains how to install the real one.
        if path and subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0:
            return path
    return None


def ensure_firefox() -> str | None:
    """Find a Firefox, else install Debian's package; None where that cannot be done."""
    if system_firefox() is None and install_package(NAMES[0]):
        system_firefox.cache_clear()
    return system_firefox()


if __name__ == "__main__":
    print("Firefox:", ensure_firefox() or "could not be installed; its paths are skipped")
