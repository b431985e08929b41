"""`python -m tools.release`: try the wheel in `dist/`, and write notes and a manifest there; `--check` only compares.

Exits 1, with one line for each reason, if this state cannot be released.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from tools.metadata.__main__ import outdated
from tools.metadata.project import ROOT
from tools.release.agreement import disagreements, section, uncommitted, version_of
from tools.release.trial import try_wheel

NOTES, MANIFEST = "NOTES.md", "MANIFEST.sha256"
PARTS = ("*.whl", "*.tar.gz", "*.cdx.json")
"""What a release has: wheel, source archive, lists of the packages in both (CycloneDX)."""


def obstacles(root: Path = ROOT) -> list[str]:
    """Why this tree cannot be released; empty if it can."""
    late = [f"{path}: out of date; run `make metadata`" for path in outdated(root)]
    changed = [f"{path}: not committed; commit it, or start from a clean clone" for path in uncommitted(root)]
    return [*disagreements(root), *late, *changed]


def missing_parts(dist: Path) -> list[str]:
    """The kinds of files that a release lacks."""
    return [f"dist/{kind}: there is none; run `make dist sbom`" for kind in PARTS if not list(dist.glob(kind))]


def write_manifest(dist: Path) -> None:
    """List every file with its SHA-256, in the form that `sha256sum --check` reads."""
    files = sorted(path for path in dist.iterdir() if path.is_file() and path.name != MANIFEST)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (dist / MANIFEST).write_text("".join(lines), "utf-8", newline="\n")


def _refused(reasons: list[str]) -> int:
    print(*reasons, sep="\n", file=sys.stderr)
    return int(bool(reasons))


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Compare, or also try and describe. Returns the exit code."""
    dist, version = root / "dist", version_of(root)
    if reasons := obstacles(root):
        return _refused(reasons)
    if "--check" in arguments:
        return 0
    if reasons := missing_parts(dist):
        return _refused(reasons)
    (wheel,) = dist.glob("*.whl")
    try:
        print(*try_wheel(wheel), sep="\n")
    except (subprocess.CalledProcessError, RuntimeError) as error:
        return _refused([f"dist/{wheel.name}: {error}"])
    notes = section((root / "CHANGELOG.md").read_text("utf-8"), version)
    (dist / NOTES).write_text(f"# Nerve Atlas {version}\n\n{notes}\n", "utf-8", newline="\n")
    write_manifest(dist)
    print(f"dist: {version} is ready; {MANIFEST} lists its files")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
