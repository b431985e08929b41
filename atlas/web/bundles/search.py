"""The index behind the search box: every spelling by which something is found, and where each thing lies."""

from __future__ import annotations

from atlas.api import Atlas, Node
from atlas.search.names import MIN_SCORE
from atlas.search.similarity import MAX_LENGTH
from atlas.search.site_search import INEXACT_PENALTY

SPOKEN = ("find.", "kind.")
"""The strings that the search box needs begin with these,"""
PAGES = "find.page."
"""but not with this: other names of pages."""
MOST = 8
"""So many things are offered, as many as on the command line."""


def where_it_lies(atlas: Atlas, node: Node) -> str:
    """A few words that tell it from others of like name; empty where there are none."""
    dataset, row = atlas.dataset, node.row
    if node.kind in ("muscle", "condition"):
        group = dataset["muscle_groups" if node.kind == "muscle" else "condition_groups"].get(row.group)
        return group.name if group else ""
    if node.kind == "segment":
        return dataset["levels"][row.level].name
    if node.kind == "nerve":
        own = sorted((one for one in dataset["segments"].values() if one.nerve == node.id), key=lambda one: one.order)
        return " – ".join(dict.fromkeys(dataset["levels"][one.level].name for one in (own[:1] + own[-1:])))
    if node.kind == "site":
        return ", ".join(atlas.node(id_).name for id_ in row.on[:1])
    if node.kind == "reflex":
        return ", ".join(row.roots)
    return row.exit if node.kind == "root" else row.plain


def build_finding(atlas: Atlas) -> dict:
    """`spelled`: the folded spelling, the place of the thing in the payload and the spelling, in order.

    Behind the things come the pages and words of `beside`, as [kind, name, what it is, what of the state leads there];
    `aside` is by how much less they count. `least` likeness, `longest` text and `most` findings: as the queries and
    the command line have them. `where`: by place in the payload.
    """
    beside = atlas.site_search.entries
    at = {id_: place for place, id_ in enumerate([*atlas.nodes, *(one.id for one in beside)])}
    spelled = [*atlas.names.spellings, *atlas.site_search.spellings]
    words = {key: text for key, text in atlas.strings.items() if key.startswith(SPOKEN)}
    return {
        "spelled": [[folded, at[id_], name] for folded, id_, name in spelled],
        "beside": [[one.kind, one.name, one.description, one.state_change] for one in beside],
        "aside": INEXACT_PENALTY,
        "where": [where_it_lies(atlas, node) for node in atlas.nodes.values()],
        "least": MIN_SCORE,
        "longest": MAX_LENGTH,
        "most": MOST,
        "words": {key: text for key, text in words.items() if not key.startswith(PAGES)},
    }
