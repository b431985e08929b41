"""Title, authors, versions and licences of the program and of its data, from the one place that states each."""

from __future__ import annotations

import re
from configparser import ConfigParser
from pathlib import Path
from typing import NamedTuple

from atlas.api import Atlas

ROOT = Path(__file__).resolve().parents[2]
_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<released>\d{4}-\d{2}-\d{2}))?\s*$", re.MULTILINE)
LICENCE_PAGE = "https://spdx.org/licenses/{}"


class Project(NamedTuple):
    """The program and its data set. Dates are YYYY-MM-DD, or "" if there is none yet; licences are SPDX ids.

    `licence`: of the code. `licences`: of everything that the package carries.
    """

    name: str
    title: str
    description: str
    authors: str
    version: str
    released: str
    licence: str
    licences: tuple[str, ...]
    keywords: tuple[str, ...]
    data_title: str
    data_authors: str
    data_version: str
    data_released: str
    data_licence: str
    data_licence_url: str


def releases(changelog: str) -> dict[str, str]:
    """Version → its date or "", from the headings of a changelog, newest first.

    >>> releases("## [Unreleased]\\n\\n## [1.0.0] - 2027-01-02\\n")
    {'Unreleased': '', '1.0.0': '2027-01-02'}
    """
    return {found["version"]: found["released"] or "" for found in _HEADING.finditer(changelog)}


def read_project(atlas: Atlas, root: Path = ROOT) -> Project:
    """Read it. Raises KeyError, with the missing entry, if one of the two places lacks something."""
    config = ConfigParser()
    config.read(root / "setup.cfg", encoding="utf-8")
    package, edition = config["metadata"], atlas.edition
    licences = tuple(package["license_expression"].split(" AND "))
    return Project(
        name=package["name"],
        title=package["name"].replace("-", " ").title(),
        description=package["description"],
        authors=package["author"],
        version=package["version"],
        released=releases((root / "CHANGELOG.md").read_text("utf-8")).get(package["version"], ""),
        licence=licences[0],
        licences=licences,
        keywords=tuple(word.strip() for word in package["keywords"].split(",")),
        data_title=edition["title"],
        data_authors=edition["authors"],
        data_version=edition["version"],
        data_released=edition["released"],
        data_licence=edition["licence"],
        data_licence_url=edition["licence_url"],
    )
