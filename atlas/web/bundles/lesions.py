"""What a lesion at every place takes away, under each dermatome map, in one compact object.

Things are known by their places in the payload. Shares are whole ten-thousandths, as `Lesion` rounds them.
"""

from __future__ import annotations

from atlas.api import Atlas
from atlas.graph.denervation import denervated
from atlas.graph.lesion import DIGITS, Lesion
from atlas.graph.lesion_slider import lines
from atlas.web.bundles.pathways import Lists, differences

PLACED = ("root", "segment", "nerve", "site", "condition")
"""The kinds of things that can be a place of a lesion."""


def places(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """Each thing that is one place on the nerves → the nodes that a lesion there removes."""
    found = {}
    for id_, node in atlas.nodes.items():
        if node.kind not in PLACED:
            continue
        _, its = atlas.lesion_places.find_all(id_)
        if len(its) == 1:
            found[id_] = next(iter(its.values()))
    return found


def sitting(atlas: Atlas) -> dict[str, list[str]]:
    """Each condition with a place on the nerves → the sites where it can sit."""
    rows = atlas.dataset["conditions"].values()
    found = {row.id: [site for site in row.sites if atlas.dataset["sites"][site].on] for row in rows}
    return {condition: sites for condition, sites in found.items() if sites}


def _flags(atlas: Atlas, found: Lesion, on: tuple[str, ...]) -> list[str]:
    """The clues with a red flag that speak for this place or are met in what it takes."""
    touched = {*found.lost, *found.reduced, *found.reflexes_lost, *found.reflexes_reduced}
    here = {found.site, *(on if len(on) == 1 else ())}
    clues = atlas.dataset["clues"].values()
    return [clue.id for clue in clues if clue.red_flag and (touched & {*clue.seen_in} or here & {*clue.toward})]


def _ten_thousandths(share: float) -> int:
    return round(share * 10**DIGITS)


def build_lesions(atlas: Atlas) -> dict:
    """Every lesion by map, the places where it can be put, and the lines along which it can be moved.

    `lesions` rows are places in `lists`: lost (as differences), reduced (places in `parts`), stretches cut and thinned,
    edges cut and thinned (places in `edges`, as differences), could_not (places in `deficits`), red flags (in `flags`).
    `parts` rows: the target, the share lost, the least and the most that sources leave open.
    """
    at = {id_: place for place, id_ in enumerate(atlas.nodes)}
    lists, known = Lists(), places(atlas)
    edges: dict[tuple[str, str], int] = {}
    parts: dict[tuple[int, ...], int] = {}
    deficits: dict[str, int] = {}
    flags: dict[str, int] = {}
    rows: dict[tuple[int, ...], int] = {}
    by_map: dict[str, list[int]] = {}

    def numbered(store: dict, keys) -> list[int]:
        return [store.setdefault(key, len(store)) for key in keys]

    for map_id in atlas.maps:
        by_map[map_id] = []
        for id_, on in known.items():
            found, below = atlas.lesions.of(id_, on, map_id), denervated(atlas.lesions, on, map_id)
            part = [
                (at[target], *map(_ten_thousandths, (share, *found.between[target])))
                for target, share in (found.reduced | found.reflexes_reduced).items()
            ]
            row = (
                lists.place(differences(at[target] for target in (*found.lost, *found.reflexes_lost))),
                lists.place(numbered(parts, part)),
                lists.place(differences(at[node] for node in below.cut)),
                lists.place(differences(at[node] for node in below.thinned)),
                lists.place(differences(numbered(edges, below.cut_edges))),
                lists.place(differences(numbered(edges, below.thinned_edges))),
                lists.place(numbered(deficits, found.could_not)),
                lists.place(numbered(flags, _flags(atlas, found, on))),
            )
            by_map[map_id].append(rows.setdefault(row, len(rows)))
    return {
        "places": [at[id_] for id_ in known],
        "on": [[at[node] for node in on] for on in known.values()],
        "sits": {at[c]: [at[site] for site in sites] for c, sites in sitting(atlas).items()},
        "ways": [[at[stop] for stop in line] for line in lines(atlas.nerve_graph)],
        "lists": lists.stored,
        "parts": [list(part) for part in parts],
        "edges": [[at[a], at[b]] for a, b in edges],
        "deficits": list(deficits),
        "flags": [atlas.dataset["clues"][clue].red_flag for clue in flags],
        "lesions": [list(row) for row in rows],
        "by_map": by_map,
    }
