"""A copy of the source tree to build in, and a runner for commands."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def source_copy(to: Path) -> Path:
    """A copy of the tree, so that building leaves nothing in the checkout."""
    # Hidden files are history, environments and caches, which the build must not need.
    ignore = shutil.ignore_patterns(".?*", "__pycache__", "build", "dist", "*.egg-info", "test-results", "differing")
    return shutil.copytree(ROOT, to, ignore=ignore)


def run(*command: str, cwd: Path, path: Path | None = None, **environment: str) -> str:
    """Run a command and return its output. Raises AssertionError with the output if it fails."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout
