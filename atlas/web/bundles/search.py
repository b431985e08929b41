"""The index of the search box: every spelling by which something is found, and where each thing is."""

from __future__ import annotations

from typing import Any

from atlas.api import Atlas, Node
from atlas.search import word_index
from atlas.search.names import equivalents, expressions
from atlas.search.site_search import INEXACT_PENALTY, MOST_EMERGENCIES, NEAREST
from atlas.web.bundles.emergencies import build_emergencies

STRING_PREFIXES = ("find.", "kind.")
"""The strings that the search box needs begin with these, except those of PAGES."""
PAGES = "find.page."
"""Strings with other names of pages begin with this."""
READING = ("ignored", "optional", "common", "elsewhere")
"""Strings that begin with `find.` and list words that count little; the bundle has them as lists."""
POINTS = (
    *("EXACT", "CONTAINED", "INEXACT", "DESCRIBED", "MIN_SCORE", "MAX_FURTHER", "INCOMPLETE", "BY_EAR", "SLIP"),
    *("ABSENT", "MIN_PREFIX", "RARE_SHARE", "MIN_DESCRIBED", "MAX_DILUTION", "RESOLVED", "NAMED", "WHOLE"),
)
"""The scores and limits of `word_index` that the page needs."""
MOST = 8
"""The most results that are listed, as on the command line."""


def where_it_lies(atlas: Atlas, node: Node) -> str:
    """A few words that distinguish a thing from others of a similar name; may be empty."""
    dataset = atlas.dataset
    row: Any = node.row
    if node.kind == "muscle":
        return dataset.muscle_groups[row.group].name if row.group in dataset.muscle_groups else ""
    if node.kind == "condition":
        return dataset.condition_groups[row.group].name if row.group in dataset.condition_groups else ""
    if node.kind == "segment":
        return dataset.levels[row.level].name
    if node.kind == "nerve":
        own = sorted((one for one in dataset.segments.values() if one.nerve == node.id), key=lambda one: one.order)
        return " – ".join(dict.fromkeys(dataset.levels[one.level].name for one in (own[:1] + own[-1:])))
    if node.kind == "site":
        return ", ".join(atlas.node(id_).name for id_ in row.on[:1])
    if node.kind == "reflex":
        return ", ".join(row.roots)
    return row.exit if node.kind == "root" else row.plain


def build_search(atlas: Atlas) -> dict:
    """`spelled`: [folded spelling, index of the thing in the pathways bundle, spelling, its place if it is not an
    ordinary name], in order. `described`: [index, sentence that describes the thing].

    The indexes continue with `pages`, the emergencies, pages and everyday words: [kind, name, description, state that
    opens it]. `emergencies` is what recognises the emergencies, in the same order; `most_emergencies` of them come
    before the other results. `points`: the scores and limits of `Atlas.find`, which lists `most` results on the page.
    `where`: a few words on each thing. `equivalents`, `ignored`, `optional`, `common` and `elsewhere` are the folded
    expressions that tell how a text is read.
    """
    site_search, names = atlas.site_search, atlas.names
    pages = site_search.entries
    index_of = {id_: index for index, id_ in enumerate([*atlas.nodes, *(page.id for page in pages)])}
    words = atlas.dataset.strings_with(*STRING_PREFIXES)
    unsent = (PAGES, *(f"find.{part}" for part in READING))
    return {
        "spelled": [_spelled(one, index_of) for one in (*names.spellings, *site_search.spellings)],
        "described": [[index_of[one.id], one.text] for one in site_search.descriptions],
        "pages": [[page.kind, page.name, page.description, page.state_change] for page in pages],
        "emergencies": build_emergencies(site_search.recogniser),
        "most_emergencies": MOST_EMERGENCIES,
        "where": [where_it_lies(atlas, node) for node in atlas.nodes.values()],
        "equivalents": equivalents(atlas.dataset),
        **{part: list(expressions(atlas.strings[f"find.{part}"])) for part in READING},
        "points": {name.lower(): getattr(word_index, name) for name in POINTS}
        | {"page_penalty": INEXACT_PENALTY, "nearest": NEAREST}
        | {"longest": word_index.MAX_LENGTH, "longest_query": word_index.MAX_QUERY},
        "most": MOST,
        "words": {key: text for key, text in words.items() if not key.startswith(unsent)},
    }


def _spelled(spelling: word_index.Spelling, index_of: dict[str, int]) -> list:
    place = [] if spelling.place == word_index.NAMED else [spelling.place]
    return [spelling.normalised, index_of[spelling.id], spelling.text, *place]
