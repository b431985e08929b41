"""The conditions: their groups, the structures that each involves, and the comparisons about it, all as ids."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.clinical import Condition


def grouped(atlas: Atlas) -> list[tuple[str, list[str]]]:
    """(name, conditions) of each group that has any, in the order of the groups."""
    groups = sorted(atlas.dataset.condition_groups.values(), key=lambda group: group.order)
    rows = atlas.dataset.conditions.values()
    found = [(group.name, [row.id for row in rows if row.group == group.id]) for group in groups]
    return [(name, ids) for name, ids in found if ids]


def roots_and_nerves(atlas: Atlas, row: Condition) -> tuple[list[str], list[str]]:
    """The roots and the nerves of the sites of a condition. The roots include those of the nerves."""
    places = [at for site in row.sites for at in atlas.dataset.sites[site].on]
    segments = atlas.dataset.segments
    nerves = list(dict.fromkeys(segments[at].nerve for at in places if at in segments))
    rows = [atlas.dataset.nerves[nerve] for nerve in nerves]
    roots = {at for at in places if at not in segments} | {root for nerve in rows for root in nerve.roots}
    return [root for root in atlas.dataset.roots if root in roots], nerves


def neighbours(atlas: Atlas, row: Condition) -> list[tuple[str, str]]:
    """The compared pairs that contain the condition, one of its sites, or a root or nerve of these sites."""
    _, nerves = roots_and_nerves(atlas, row)
    on = {at for site in row.sites for at in atlas.dataset.sites[site].on}
    own = {row.id, *row.sites, *on, *nerves}
    return [pair for pair in atlas.pairs if own & {*pair}]


def build_conditions(atlas: Atlas) -> dict:
    """`groups`: [name, conditions]; `order`: all, as listed; `felt`: what is marked for those without a site."""
    groups = grouped(atlas)
    rows = atlas.dataset.conditions.values()
    return {
        "groups": [[name, ids] for name, ids in groups],
        "order": [id_ for _, ids in groups for id_ in ids],
        "felt": {row.id: row.lights for row in rows if row.lights},
    }
