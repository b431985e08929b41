"""The article: its passages in order, what each lights, and where each claim is held."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.article import Passage
from atlas.web.bundles.display_state import lights, shown

TABLE = ("number", "claim", "verdict", "passage", "lights")
"""The columns of the table of claims; each has its heading in the strings, as `article.table.<column>`."""


def sections(atlas: Atlas) -> list[tuple[str, list[Passage]]]:
    """(heading, passages) of each section, in order."""
    found: list[tuple[str, list[Passage]]] = []
    for passage in atlas.dataset["article"].values():
        if passage.heading:
            found.append((passage.heading, []))
        found[-1][1].append(passage)
    return found


def held(atlas: Atlas) -> list[dict[str, str]]:
    """For each claim of the article and each passage that holds it, a row of TABLE."""
    words, passages = atlas.strings, atlas.dataset["article"].values()
    return [
        {
            "number": claim.number,
            "claim": claim.claim,
            "verdict": words[f"article.verdict.{claim.verdict}"],
            "passage": passage.id,
            "title": passage.title,
            "lights": lights(atlas, passage),
        }
        for claim in atlas.dataset["article_claims"].values()
        for passage in passages
        if claim.number in passage.claims
    ]


def claims_table(atlas: Atlas) -> str:
    """The claims and where they are held, as a table in Markdown; a claim's further passages stand below the first."""
    heads = [atlas.strings[f"article.table.{column}"] for column in TABLE]
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    before = None
    for row in held(atlas):
        first = row["number"] != before
        own = [row["number"], row["claim"], row["verdict"]] if first else ["", "", ""]
        lines.append(f"| {' | '.join([*own, row['title'] + ' (`' + row['passage'] + '`)', row['lights']])} |")
        before = row["number"]
    return "\n".join(lines) + "\n"


def build_article(atlas: Atlas) -> dict:
    """`order`: ids of the passages; `passages`: id → title, and what is shown with it."""
    rows = atlas.dataset["article"].values()
    passages = {row.id: {"title": row.title, **shown(atlas, row)} for row in rows}
    return {"order": [*passages], "passages": passages}
