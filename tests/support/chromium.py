"""The Chromium that the browser tests and the bench drive.

`python -m tests.support.chromium` sees to it that there is one.
"""

import os
import shutil
import subprocess
import sys
from functools import cache

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
"""The first draws no window, not even one that nobody sees: pages open in half the time."""


def is_root() -> bool:
    """Whether this process runs as root; Windows has none."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@cache
def system_browser() -> str | None:
    """The path of a Chromium that this machine has and that starts."""
    for name in NAMES:
        path = shutil.which(name)
        # Some systems ship a stub of that name which only explains how to install the real one.
        if path and subprocess.run([path, "--version"], capture_output=True, timeout=300).returncode == 0:
            return path
    return None


def launch_options() -> dict[str, object]:
    """What Playwright's `chromium.launch` needs here; without a system browser it takes its own."""
    options: dict[str, object] = {"args": ["--disable-dev-shm-usage"]}
    if is_root():
        options["args"] = ["--no-sandbox", "--disable-dev-shm-usage"]
    if path := system_browser():
        options["executable_path"] = path
    return options


def driver_starts() -> bool:
    """Whether Playwright's own Node.js starts here."""
    return subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True).returncode == 0


def ensure_driver() -> None:
    """Install the library that Playwright's own Node.js needs and a bare Debian lacks.

    Raises SystemExit if it does not start even so.
    """
    if driver_starts() or (install_package("libatomic1") and driver_starts()):
        return
    raise SystemExit("Playwright does not start. Install the library libatomic1 (libatomic on Fedora), and try again.")


def ensure_browser() -> str:
    """Find a browser, else install Debian's package, else Playwright's own; say which."""
    ensure_driver()
    if path := system_browser():
        return path
    for package in NAMES[:2]:
        if install_package(package):
            system_browser.cache_clear()
            if path := system_browser():
                return path
    playwright = [sys.executable, "-m", "playwright", "install"]
    # With the libraries it needs, where these may be installed; they may also be there already.
    for options in (["--with-deps"], []) if administrator() is not None else ([],):
        if subprocess.run([*playwright, *options, "chromium"], stdin=subprocess.DEVNULL).returncode == 0:
            return "Playwright's own Chromium"
    raise SystemExit("No browser could be installed. Install one that `chromium` starts, and try again.")


def install_package(name: str = "chromium", recommended: bool = True) -> bool:
    """Install a package of the distribution, where apt-get is there and may be used without a question.

    `recommended`: also what the package recommends.
    """
    prefix = administrator()
    if prefix is None or not shutil.which("apt-get"):
        return False
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    # One unreachable source fails the update, and yet the package may be had from another.
    subprocess.run([*apt, "update", "-qq"], stdin=subprocess.DEVNULL)
    options = ["-y", "-qq", *([] if recommended else ["--no-install-recommends"])]
    return subprocess.run([*apt, "install", *options, name], stdin=subprocess.DEVNULL).returncode == 0


def administrator() -> list[str] | None:
    """What to put before a command that needs the administrator: nothing, sudo, or None if it may not run."""
    if is_root():
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


if __name__ == "__main__":
    print("Browser:", ensure_browser())
