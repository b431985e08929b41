"""The index of the search box: every spelling by which something is found, and where each thing is."""

from __future__ import annotations

from typing import Any

from atlas.api import Atlas, Node
from atlas.search.names import MIN_SCORE
from atlas.search.similarity import MAX_LENGTH
from atlas.search.site_search import INEXACT_PENALTY, MOST_EMERGENCIES
from atlas.web.bundles.emergencies import build_emergencies

STRING_PREFIXES = ("find.", "kind.")
"""The strings that the search box needs begin with these, except those of PAGES."""
PAGES = "find.page."
"""Strings with other names of pages begin with this."""
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
    """`spelled`: [folded spelling, index of the thing in the pathways bundle, spelling], in order.

    The indexes continue with `pages`, the emergencies, pages and everyday words: [kind, name, description, state that
    opens it]; `page_penalty`: the points subtracted from their score. `emergencies` is what recognises the emergencies,
    in the same order; `most_emergencies` of them come before the other results. `min_score`, `longest` text and `most`
    results are those of `Atlas.find`. `where`: a few words on each thing.
    """
    pages = atlas.site_search.entries
    index_of = {id_: index for index, id_ in enumerate([*atlas.nodes, *(page.id for page in pages)])}
    spelled = [*atlas.names.spellings, *atlas.site_search.spellings]
    words = {key: text for key, text in atlas.strings.items() if key.startswith(STRING_PREFIXES)}
    return {
        "spelled": [[folded, index_of[id_], name] for folded, id_, name in spelled],
        "pages": [[page.kind, page.name, page.description, page.state_change] for page in pages],
        "page_penalty": INEXACT_PENALTY,
        "emergencies": build_emergencies(atlas.site_search.recogniser),
        "most_emergencies": MOST_EMERGENCIES,
        "where": [where_it_lies(atlas, node) for node in atlas.nodes.values()],
        "min_score": MIN_SCORE,
        "longest": MAX_LENGTH,
        "most": MOST,
        "words": {key: text for key, text in words.items() if not key.startswith(PAGES)},
    }
