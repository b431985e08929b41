"""Writes the generated table of claims into the README: `python -m tests.support.readme_tables`."""

import re
from pathlib import Path

from atlas import Atlas
from atlas.web.bundles.article import claims_table

README = Path(__file__).resolve().parents[2] / "README.md"
PART = re.compile(r"(<!-- claims -->\n).*?(<!-- /claims -->)", re.DOTALL)


def filled(text: str) -> str:
    """The README's text with the table as it is now between its marks."""
    return PART.sub(lambda marks: f"{marks[1]}{claims_table(Atlas.load())}{marks[2]}", text)


if __name__ == "__main__":
    README.write_text(filled(README.read_text("utf-8")), "utf-8")
