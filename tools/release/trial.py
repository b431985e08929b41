"""Tries a wheel as its users will have it: installed alone, without Node.js, make or the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path

WAIT = 120
"""Seconds within which the server must say where it is, and answer."""
_ADDRESS = re.compile(r"http://\S+/")


def _environment(folder: Path) -> dict[str, str]:
    """The variables of a shell that finds only the commands of the environment; Windows needs its own as well."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return kept | {"PATH": str(folder), "HOME": str(folder.parent), "PYTHONUTF8": "1"}


def _served_status(command: str, cwd: Path, environment: dict[str, str]) -> int:
    """The status of the page that `nerve-atlas serve` serves. Raises RuntimeError if it does not start."""
    arguments = [command, "serve", "--port", "0"]
    server = subprocess.Popen(
        arguments, cwd=cwd, env=environment | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        address = _ADDRESS.search(line)
        if not address:
            raise RuntimeError(f"nerve-atlas serve did not say where it is, but: {line!r}")
        with urllib.request.urlopen(address[0], timeout=WAIT) as answer:
            return int(answer.status)
    finally:
        server.terminate()
        server.wait(WAIT)


def try_wheel(wheel: Path) -> list[str]:
    """Install a wheel into an empty environment, and use it there. Returns what was done, one line each.

    Raises CalledProcessError or RuntimeError if a step fails.
    """
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        venv.create(place / "environment", with_pip=True)
        folder = place / "environment" / ("Scripts" if sys.platform == "win32" else "bin")
        install = [str(folder / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
        subprocess.run(install, check=True, cwd=place)
        environment, command = _environment(folder), str(folder / "nerve-atlas")
        done = [f"installed {wheel.name} alone"]
        for arguments in (["--version"], ["check"], ["check", "--installed"]):
            ran = [command, *arguments]
            said = subprocess.check_output(ran, cwd=place, env=environment, encoding="utf-8")
            done.append(
                f"nerve-atlas {' '.join(arguments)}: {said.strip().splitlines()[-1] if said.strip() else 'passed'}"
            )
        if (status := _served_status(command, place, environment)) != 200:
            raise RuntimeError(f"nerve-atlas serve answered {status}")
        return [*done, "nerve-atlas serve: 200"]
