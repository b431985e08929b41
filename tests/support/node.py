"""Runs the page's JavaScript modules in Node, without a browser."""

import json
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tools.frontend.node import node_command

ROOT = Path(__file__).parents[2]
_node = cache(node_command)


def run_json(script: Path, request: Any) -> Any:
    """Run a script with the path of a file that holds `request` as JSON; returns the JSON that the script prints.

    Raises:
        RuntimeError: with what the script wrote to stderr, if it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "request.json"
        file.write_text(json.dumps(request), "utf-8")
        command = [_node(), str(script), str(file)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    return json.loads(ran.stdout)
