"""A copy of the source to build in, and commands run in it."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def source_copy(to: Path) -> Path:
    """A copy of the tree, so that building leaves nothing in the checkout."""
    # What is hidden is the history, environments and caches; the build must do without.
    ignore = shutil.ignore_patterns(".?*", "__pycache__", "build", "dist", "*.egg-info", "test-results", "differing")
    return shutil.copytree(ROOT, to, ignore=ignore)


def run(*command: str, cwd: Path, path: Path | None = None, umask: int = -1, **environment: str) -> str:
    """Run a command; on failure show what it said."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(command, cwd=cwd, env=environment, umask=umask, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout
