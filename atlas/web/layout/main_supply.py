"""What matters most of what a root, a nerve or a place serves: the muscles and patches that a panel names first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from atlas.api import Atlas, Node
from atlas.dataset.rows import Claim

SHARES = ("", "all", "most", "part", "sometimes")
"""How much of a target a branch supplies, the most first; a muscle has no share."""


def main_roots(atlas: Atlas, target: str) -> tuple[str, ...]:
    """The main roots of a muscle or reflex; all of its roots if none is the main one."""
    row: Any = atlas.node(target).row
    return row.main_roots or row.roots


def key_muscles(atlas: Atlas) -> list[str]:
    """The muscles by which roots are tested, in the order of the roots."""
    return list(dict.fromkeys(muscle for root in atlas.dataset.roots.values() for muscle in root.key_muscles))


def key_muscles_first(atlas: Atlas, muscles: Iterable[str]) -> list[str]:
    """Muscles with the key muscles first, otherwise in the order of the table, from the hip to the toes."""
    key, place = set(key_muscles(atlas)), {id_: n for n, id_ in enumerate(atlas.dataset.muscles)}
    return sorted(muscles, key=lambda id_: (id_ not in key, place[id_]))


def muscles_of_root(atlas: Atlas, root: str) -> list[str]:
    """The muscles of which a root is a main root; its own key muscles come first, then those of this root alone."""
    own = atlas.dataset.roots[root].key_muscles
    mainly = [id_ for id_ in atlas.pathway(root).muscles if root in main_roots(atlas, id_)]
    key = set(key_muscles(atlas))
    rest = [id_ for id_ in mainly if id_ not in own]
    return [
        *own,
        *(id_ for id_ in rest if id_ in key),
        *(id_ for id_ in rest if id_ not in key and main_roots(atlas, id_) == (root,)),
        *(id_ for id_ in rest if id_ not in key and main_roots(atlas, id_) != (root,)),
    ]


def reflexes_of_root(atlas: Atlas, root: str) -> list[str]:
    """The reflexes of which a root is a main root."""
    return [id_ for id_ in atlas.dataset.reflexes if root in main_roots(atlas, id_)]


def _supplying(atlas: Atlas, id_: str, kind: str) -> dict[str, list[tuple[str, Claim]]]:
    """Target of a kind on the pathway of a nerve → how much of it each last branch supplies, with its row."""
    edges = {edge.key: edge for edge in atlas.nerve_graph.innervation}
    found: dict[str, list[tuple[str, Claim]]] = {}
    for branch, target in atlas.pathway(id_).edges:
        edge = edges.get((target, branch))
        if edge and edge.main and atlas.nerve_graph.kinds[target] == kind:
            found.setdefault(target, []).append((edge.share, edge.row))
    return found


def muscles_of_nerve(atlas: Atlas, id_: str) -> dict[str, Claim]:
    """The muscles that a nerve or a stretch of it supplies, key muscles first, each with the row that says so."""
    found = _supplying(atlas, id_, "muscle")
    return {muscle: found[muscle][0][1] for muscle in key_muscles_first(atlas, found)}


def skin_of_nerve(atlas: Atlas, id_: str) -> dict[str, Claim]:
    """The skin of a nerve or a stretch of it, each with the row that says so.

    Skin that one of its nerves supplies alone comes first, then skin of which it supplies most.
    """
    found = _supplying(atlas, id_, "territory")
    nerves = set(atlas.pathway(id_).nerves)
    alone = {territory for territory, nerve in atlas.dataset.autonomous if nerve in nerves}
    best = {patch: min(rows, key=lambda row: SHARES.index(row[0])) for patch, rows in found.items()}
    ordered = sorted(best, key=lambda patch: (patch not in alone, SHARES.index(best[patch][0])))
    return {patch: best[patch][1] for patch in ordered}


def affected(atlas: Atlas, site: Node) -> tuple[list[str], list[str], list[str]]:
    """The muscles, skin and reflexes that an injury of a site affects, what is lost first.

    The skin of roots depends on the dermatome map; here it is that by which they are tested.
    """
    row: Any = site.row
    lesion = atlas.lesion(site.id)
    hit = [*lesion.lost, *lesion.reduced]
    kinds = atlas.nerve_graph.kinds
    muscles = key_muscles_first(atlas, [id_ for id_ in hit if kinds[id_] == "muscle"])
    roots = [at for at in row.on if at in atlas.dataset.roots]
    points = [atlas.dataset.roots[root].key_point for root in roots]
    skin = [id_ for id_ in hit if kinds[id_] == "territory"] if not roots else [*dict.fromkeys(filter(None, points))]
    return muscles, skin, [*lesion.reflexes_lost, *lesion.reflexes_reduced]
