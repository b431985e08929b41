"""The deficits of a lesion at every place, under each dermatome map, in one compact object.

Things are indexes of the nodes of the atlas, in its order. Shares are integers in ten-thousandths, as `Lesion` rounds
them.
"""

from __future__ import annotations

from atlas.api import Atlas
from atlas.figures.pathway_table import Lists, differences
from atlas.graph.denervation import denervated
from atlas.graph.fibres import READINGS
from atlas.graph.lesion import DIGITS, Lesion
from atlas.graph.lesion_slider import slider_lines
from atlas.graph.severity import MOSTLY_FROM, SEVERITIES, share_of_fibres, usual_severity

PLACED = ("root", "segment", "nerve", "site", "condition")
"""The kinds of things at which a lesion can be placed."""


def places(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """Each thing that is a single place on the nerves → the nodes that a lesion there removes."""
    found = {}
    for id_, node in atlas.nodes.items():
        if node.kind not in PLACED:
            continue
        _, nodes_by_place = atlas.lesion_places.find_all(id_)
        if len(nodes_by_place) == 1:
            found[id_] = next(iter(nodes_by_place.values()))
    return found


def _site(atlas: Atlas, id_: str) -> str:
    """The site of a condition with a single one; any other place is its own site."""
    return next(iter(atlas.lesion_places.find_all(id_)[1]))


def sites_of_condition(atlas: Atlas) -> dict[str, list[str]]:
    """Each condition with a place on the nerves → its sites."""
    rows = atlas.dataset.conditions.values()
    found = {row.id: [site for site in row.sites if atlas.dataset.sites[site].on] for row in rows}
    return {condition: sites for condition, sites in found.items() if sites}


def _flags(atlas: Atlas, found: Lesion, on: tuple[str, ...]) -> list[str]:
    """The emergencies that one of the deficits here shows by itself, or a clue that points to this place."""
    touched = {*found.lost, *found.reduced, *found.reflexes_lost, *found.reflexes_reduced}
    return atlas.localiser.emergencies.at_place(touched, {found.site, *(on if len(on) == 1 else ())})


def _ten_thousandths(share: float) -> int:
    return round(share * 10**DIGITS)


def build_lesions(atlas: Atlas) -> dict:
    """Every lesion by map, the places of lesions, and the lines along which the slider moves a lesion.

    `lesions` rows are indexes of `lists`: lost (as differences), reduced (of `parts`), segments cut and thinned, edges
    cut and thinned (of `edges`, as differences), could_not (of `deficits`), red flags (of `flags`), skin that some
    people lose.
    `parts` rows: the target, the share lost, the least and the most that sources leave open. All lesions are complete;
    `severities` scales them, and `usual` has each place's own severity.
    """
    index_of = {id_: index for index, id_ in enumerate(atlas.nodes)}
    lists, known = Lists(), places(atlas)
    edges: dict[tuple[str, str], int] = {}
    parts: dict[tuple[int, ...], int] = {}
    deficits: dict[str, int] = {}
    flags: dict[str, int] = {}
    rows: dict[tuple[int, ...], int] = {}
    by_map: dict[str, list[int]] = {}
    below_roots: dict[str, tuple[Lesion, list[str]]] = {}  # there the map has no effect on the deficits

    def numbered(store: dict, keys) -> list[int]:
        return [store.setdefault(key, len(store)) for key in keys]

    for map_id in atlas.maps:
        by_map[map_id] = []
        for id_, on in known.items():
            if id_ in below_roots:
                found, warned = below_roots[id_]
            else:
                found = atlas.lesions.of(id_, on, map_id)
                warned = _flags(atlas, found, on)
                if not atlas.lesions.is_of_roots(on):
                    below_roots[id_] = found, warned
            below = denervated(atlas.nerve_graph, on, map_id)
            part = [
                (index_of[target], *map(_ten_thousandths, (share, *found.between[target])))
                for target, share in (found.reduced | found.reflexes_reduced).items()
            ]
            row = (
                lists.place(differences(index_of[target] for target in (*found.lost, *found.reflexes_lost))),
                lists.place(numbered(parts, part)),
                lists.place(differences(index_of[node] for node in below.lost_nodes)),
                lists.place(differences(index_of[node] for node in below.reduced_nodes)),
                lists.place(differences(numbered(edges, below.lost_edges))),
                lists.place(differences(numbered(edges, below.reduced_edges))),
                lists.place(numbered(deficits, found.could_not)),
                lists.place(numbered(flags, warned)),
                lists.place(differences(index_of[target] for target in found.sometimes)),
            )
            by_map[map_id].append(rows.setdefault(row, len(rows)))
    return {
        "places": [index_of[id_] for id_ in known],
        "removed_nodes": [[index_of[node] for node in on] for on in known.values()],
        "sites_of_condition": {
            index_of[condition]: [index_of[site] for site in sites]
            for condition, sites in sites_of_condition(atlas).items()
        },
        "slider_lines": [[index_of[stop] for stop in line] for line in slider_lines(atlas.nerve_graph)],
        "lists": lists.stored,
        "parts": [list(part) for part in parts],
        "severities": {
            severity: [share_of_fibres(atlas.nerve_graph, severity, reading) for reading in READINGS]
            for severity in SEVERITIES
        },
        "usual": [usual_severity(atlas.nerve_graph, _site(atlas, id_)) for id_ in known],
        "mostly": MOSTLY_FROM,
        "edges": [[index_of[a], index_of[b]] for a, b in edges],
        "deficits": list(deficits),
        "flags": [atlas.dataset.red_flags[flag].text for flag in flags],
        "lesions": [list(row) for row in rows],
        "by_map": by_map,
    }
