"""`python -m tools run` and `python -m tools test`: what `make run` and `make test` do, where there is no make.

They need nothing but Python, and share `.venv` and its stamps with make. What follows `run` goes to
`nerve-atlas serve`, what follows `test` to pytest.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
VENV = ROOT / ".venv"
FOLDER = VENV / ("Scripts" if sys.platform == "win32" else "bin")
SUFFIX = ".exe" if sys.platform == "win32" else ""
METADATA = ("setup.cfg", "setup.py", "pyproject.toml")
PIP = ("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
NPM = ("python", "-m", "tools.frontend.node")
CHECKS: tuple[tuple[str, ...], ...] = (
    (*NPM, "run", "--silent", "lint"),
    (*NPM, "run", "--silent", "format:check"),
    (*NPM, "run", "--silent", "typecheck"),
    (*NPM, "run", "--silent", "test"),
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("lint-imports",),
    ("mypy",),
    ("nerve-atlas", "check"),
)
PYTEST = ("python", "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-m", "not slow")
"""CHECKS and PYTEST say what the Makefile says; a test compares them."""


def run(*command: str) -> None:
    """Run a command of the environment in the repository. Raises SystemExit with its exit code if it fails."""
    program, *arguments = command
    done = subprocess.run([str(FOLDER / f"{program}{SUFFIX}"), *arguments], cwd=ROOT)
    if done.returncode:
        raise SystemExit(done.returncode)


def is_newer(made: Path, sources: Iterable[Path]) -> bool:
    """Whether something is there and at least as new as all that it was made from."""
    return made.exists() and all(path.stat().st_mtime <= made.stat().st_mtime for path in sources)


def make_environment() -> None:
    """Create `.venv` if it is missing. Raises SystemExit if this Python is too old for it or cannot do it."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SystemExit(f"Nerve Atlas needs Python 3.11 or newer; {sys.executable} is Python {found}.")
    if not (FOLDER / f"python{SUFFIX}").exists():
        print("Creating .venv", flush=True)
        try:
            venv.create(VENV, with_pip=True)
        except (OSError, ImportError, subprocess.CalledProcessError):
            shutil.rmtree(VENV, ignore_errors=True)
            raise SystemExit(f"{sys.executable} cannot create an environment; install its venv and pip") from None


def install(kind: str, requirements: str) -> None:
    """Install the locked packages and the atlas. kind: `run`, or `test`, which holds what `run` needs too."""
    stamp = VENV / f"{kind}.stamp"
    if is_newer(stamp, [ROOT / name for name in (*METADATA, requirements)]):
        return
    print(f"Installing what `{kind}` needs into .venv", flush=True)
    run(*PIP, "--require-hashes", "--requirement", requirements)
    run(*PIP, "--no-deps", "--no-build-isolation", "--editable", ".")
    for name in {kind, "run"}:
        (VENV / f"{name}.stamp").touch()


def build() -> None:
    """Build the front end if one of its sources is newer, with its tools from the lock."""
    tools = VENV / "npm.stamp"
    locks = [ROOT / name for name in ("package.json", "package-lock.json")]
    if not is_newer(tools, locks):
        print("Installing the front-end tools into node_modules", flush=True)
        run(*NPM, "ci", "--no-fund", "--loglevel=error")
        tools.touch()
    folders = (ROOT / "assets", ROOT / "tools/frontend")
    sources = [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    if not is_newer(ROOT / "atlas/web/static/main.js", [*sources, tools]):
        print("Building the front end", flush=True)
        run(*NPM, "run", "--silent", "build")


def main(arguments: list[str]) -> None:
    """Do what the first argument names. Raises SystemExit if something fails."""
    if not arguments or arguments[0] not in ("run", "test"):
        raise SystemExit("Write `python -m tools run` or `python -m tools test`.")
    kind, *rest = arguments
    make_environment()
    if kind == "run":
        install("run", "requirements/host.txt")
        build()
        run("nerve-atlas", "serve", *rest)
        return
    install("test", "requirements/test.txt")
    run("python", "-m", "tests.support.chromium")
    build()
    for command in CHECKS:
        run(*command)
    run(*PYTEST, *rest)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:  # the server has said that it stopped
        sys.exit(130)
