"""`make lock`: choose the releases that CI and the container install, each with its hashes, into requirements/.

One lock holds for every Python and system that setup.cfg names, with markers where they differ. ARGS=--upgrade takes
newer releases; without it only what setup.cfg asks anew changes.
"""

import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXTRAS = ("test", "host")
"""What is locked. `host` is part of `test`, whose lock is made first and binds the other."""


def lock_of(extra: str) -> Path:
    """The file in which an extra is locked."""
    return ROOT / "requirements" / f"{extra}.txt"


def settings() -> ConfigParser:
    """What setup.cfg says."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config


def build_requirements() -> list[str]:
    """What building needs; it is locked too, so that nothing is fetched unlocked."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]


def lock(*options: str) -> None:
    """Write the locks. Raises CalledProcessError when nothing satisfies setup.cfg."""
    lowest = settings()["options"]["python_requires"].removeprefix(">=")
    bound: list[str] = []
    for extra in EXTRAS:
        command = [sys.executable, "-m", "uv", "pip", "compile", "setup.cfg", "-", "--extra", extra, *bound, *options]
        command += ["--universal", "--python-version", lowest, "--generate-hashes", "--quiet"]
        command += ["--custom-compile-command", "make lock", "--output-file", str(lock_of(extra))]
        needed = "\n".join(build_requirements())
        subprocess.run(command, cwd=ROOT, input=needed, text=True, check=True, stdout=subprocess.DEVNULL)
        bound = bound or ["--constraint", str(lock_of(extra).relative_to(ROOT))]


if __name__ == "__main__":
    try:
        lock(*sys.argv[1:])
    except subprocess.CalledProcessError as failed:
        raise SystemExit(failed.returncode) from None
