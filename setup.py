"""Build steps that setup.cfg cannot describe: the front end, the data folder and the checksums."""

import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # build isolation leaves the project out

from atlas.dataset.checksums import INSTALLED, MANIFEST, manifest_text  # noqa: E402

STATIC = (Path("atlas/web/static"), Path("atlas/components/static"))
"""Where `npm run build` writes the front end. Wheels and sdists carry it, so installing one needs no Node."""


def build_front_end() -> None:
    """Build the front end if it is missing. Raises SystemExit if that is not possible."""
    missing = next((folder for folder in STATIC if not any((ROOT / folder).glob("*"))), None)
    if missing is None:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit(
            f"{missing} is missing and npm is not installed: install Node.js, or run 'npm run build' first"
        )
    install = [] if (ROOT / "node_modules").exists() else [["ci"]]
    for command in [*install, ["run", "build"]]:
        if subprocess.run([npm, *command], cwd=ROOT).returncode:
            raise SystemExit(f"'npm {' '.join(command)}' failed, so {missing} could not be built")


def write_manifest(package: Path) -> None:
    """Write the SHA-256 of every data file and built file, which `nerve-atlas check --installed` compares."""
    files = [path for folder in INSTALLED for path in (package / folder).rglob("*") if path.is_file()]
    text = manifest_text({path.relative_to(package).as_posix(): path.read_bytes() for path in files})
    (package / MANIFEST).write_text(text, "utf-8", newline="\n")


class BuildPackage(build_py):
    """Adds the front end and the data folder to the package. An editable install uses both where they are."""

    def run(self) -> None:
        if self.editable_mode:
            super().run()
            return
        build_front_end()
        super().run()
        target = Path(self.build_lib, "atlas", "data")
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(ROOT / "data", target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        write_manifest(Path(self.build_lib, "atlas"))


class BuildSource(sdist):
    """Adds the built front end to the source archive."""

    def run(self) -> None:
        build_front_end()
        super().run()


setup(cmdclass={"build_py": BuildPackage, "sdist": BuildSource})
