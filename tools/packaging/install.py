"""`python -m tools.packaging.install EXTRA`: install what is locked, then the atlas itself, editable.

A Python that setup.cfg does not name has no lock: there the newest releases are taken that setup.cfg allows.
Needs nothing but pip.
"""

import re
import subprocess
import sys

from tools.packaging.update_locks import EXTRAS, ROOT, lock_of, settings

PIP = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
_VERSION = re.compile(r"Programming Language :: Python :: (\d+)\.(\d+)")


def is_locked(version: tuple[int, int]) -> bool:
    """Whether the locks were made for a version of Python."""
    named = _VERSION.findall(settings()["metadata"]["classifiers"])
    return version in [(int(major), int(minor)) for major, minor in named]


def steps(extra: str, version: tuple[int, int]) -> list[list[str]]:
    """What to tell pip, one after the other."""
    if not is_locked(version):
        return [["--editable", f".[{extra}]"]]
    locked = ["--require-hashes", "--requirement", str(lock_of(extra))]
    return [locked, ["--no-deps", "--no-build-isolation", "--editable", "."]]


def main() -> None:
    """Install, and stop at the first step that fails."""
    if len(sys.argv) != 2 or sys.argv[1] not in EXTRAS:
        raise SystemExit(f"name one of {', '.join(EXTRAS)}")
    for step in steps(sys.argv[1], sys.version_info[:2]):
        if code := subprocess.run([*PIP, *step], cwd=ROOT).returncode:
            raise SystemExit(code)


if __name__ == "__main__":
    main()
