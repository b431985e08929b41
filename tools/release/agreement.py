"""Whether version, changelog and data edition are ready for a release."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from configparser import ConfigParser
from pathlib import Path

from tools.metadata.project import releases

UNRELEASED = "Unreleased"
_VERSION = re.compile(r"\d+\.\d+\.\d+")


def section(changelog: str, version: str) -> str:
    """What the changelog says of one version, without its heading; "" if it has no such version.

    >>> section("## [1.0.0] - 2027-01-02\\n\\n- new\\n\\n## [0.9.0] - 2026-01-02\\n", "1.0.0")
    '- new'
    """
    _, _, rest = changelog.partition(f"## [{version}]")
    return re.split(r"^## ", rest.partition("\n")[2], maxsplit=1, flags=re.MULTILINE)[0].strip()


def _edition(root: Path) -> dict[str, str]:
    with (root / "data/sources/edition.csv").open(encoding="utf-8", newline="") as file:
        return {row["entry"]: row["value"] for row in csv.DictReader(file)}


def version_of(root: Path) -> str:
    """The version of the package."""
    config = ConfigParser()
    config.read(root / "setup.cfg", encoding="utf-8")
    return config["metadata"]["version"]


def disagreements(root: Path) -> list[str]:
    """One line for each reason not to release: where, what, and what would be right."""
    version, edition = version_of(root), _edition(root)
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
    dated, found = releases(changelog), []
    if not _VERSION.fullmatch(version):
        found.append(f"setup.cfg: the version '{version}' is not three numbers; write it as 1.0.0")
    if waiting := len(re.findall(r"^- ", section(changelog, UNRELEASED), re.MULTILINE)):
        found.append(
            f"CHANGELOG.md: {waiting} entries are under {UNRELEASED}; put them under ## [{version}] - YYYY-MM-DD"
        )
    newest = next((name for name in dated if name != UNRELEASED), "")
    if newest != version:
        found.append(
            f"CHANGELOG.md: the newest version is '{newest}', that of setup.cfg is '{version}'; make them equal"
        )
    elif not dated[version]:
        found.append(f"CHANGELOG.md: version {version} has no date; write ## [{version}] - YYYY-MM-DD")
    elif dated[version] < edition["released"]:
        found.append(
            f"data/sources/edition.csv: the data are of {edition['released']}, after {version}; correct one date"
        )
    if newest == version and f"data version {edition['version']}" not in section(changelog, version).casefold():
        found.append(
            f"CHANGELOG.md: {version} does not name its data; add the words 'Data version {edition['version']}'"
        )
    if not edition["released"].startswith(edition["version"].replace(".", "-")):
        found.append(
            f"data/sources/edition.csv: version {edition['version']} is not the month of {edition['released']}"
        )
    front_end = json.loads((root / "package.json").read_text("utf-8"))["version"]
    if front_end != version:
        found.append(f"package.json: the version is '{front_end}', that of setup.cfg is '{version}'; make them equal")
    return found


def uncommitted(root: Path) -> list[str]:
    """Files that differ from the last commit. Raises CalledProcessError outside a repository."""
    done = subprocess.run(["git", "status", "--porcelain"], cwd=root, capture_output=True, encoding="utf-8", check=True)
    return [line[3:] for line in done.stdout.splitlines()]
