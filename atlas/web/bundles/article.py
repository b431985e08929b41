"""The article: its passages in order, what the page shows with each, and which passages support which claim."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.article import Passage
from atlas.export.display_text import display_text
from atlas.web.bundles.display_state import display_state

TABLE = ("number", "claim", "verdict", "passage", "lights")
"""The columns of the table of claims; their headings are the strings `article.table.<column>`."""


def sections(atlas: Atlas) -> list[tuple[str, list[Passage]]]:
    """(heading, passages) of each section, in order."""
    found: list[tuple[str, list[Passage]]] = []
    for passage in atlas.dataset.article.values():
        if passage.heading:
            found.append((passage.heading, []))
        found[-1][1].append(passage)
    return found


def claim_rows(atlas: Atlas) -> list[dict[str, str]]:
    """A row of TABLE, with the passage's `title`, for each claim and each passage that supports it."""
    words, passages = atlas.strings, atlas.dataset.article.values()
    return [
        {
            "number": claim.number,
            "claim": claim.claim,
            "verdict": words[f"article.verdict.{claim.verdict}"],
            "passage": passage.id,
            "title": passage.title,
            "lights": display_text(atlas, passage),
        }
        for claim in atlas.dataset.article_claims.values()
        for passage in passages
        if claim.number in passage.claims
    ]


def claims_table(atlas: Atlas) -> str:
    """The claims and their passages as a Markdown table; a claim's further passages follow without repeating it."""
    headings = [atlas.strings[f"article.table.{column}"] for column in TABLE]
    lines = [f"| {' | '.join(headings)} |", f"|{'---|' * len(headings)}"]
    previous = None
    for row in claim_rows(atlas):
        claim = [row["number"], row["claim"], row["verdict"]] if row["number"] != previous else ["", "", ""]
        lines.append(f"| {' | '.join([*claim, row['title'] + ' (`' + row['passage'] + '`)', row['lights']])} |")
        previous = row["number"]
    return "\n".join(lines) + "\n"


def build_article(atlas: Atlas) -> dict:
    """`order`: ids of the passages; `passages`: id → title, and what is shown with it; `stories`: root → title."""
    passages = {row.id: {"title": row.title, **display_state(atlas, row)} for row in atlas.dataset.article.values()}
    stories = {story.root: story.title for story in atlas.dataset.stories.values()}
    return {"order": [*passages], "passages": passages, "stories": stories}
