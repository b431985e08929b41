"""Writes the table of claims into docs/article-claims.md: `python -m tests.support.claims_table`."""

import re
from pathlib import Path

from atlas import Atlas
from atlas.web.bundles.article import claims_table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "article-claims.md"
PART = re.compile(r"(<!-- claims -->\n).*?(<!-- /claims -->)", re.DOTALL)


def with_current_table(text: str) -> str:
    """The page's text with the current table between its marks."""
    return PART.sub(lambda marks: f"{marks[1]}{claims_table(Atlas.load())}{marks[2]}", text)


if __name__ == "__main__":
    PAGE.write_text(with_current_table(PAGE.read_text("utf-8")), "utf-8")
