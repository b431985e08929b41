"""The conditions: their groups, the structures that each involves, and the comparisons about it, all as ids."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.clinical import Condition
from atlas.reasoning.referred_pain import OFTEN, SOMETIMES, origins_of, pain_patches, referred_pain


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


def referred_patches(atlas: Atlas, condition: str) -> dict[str, dict[str, list[str]]]:
    """Origin → patches where its pain is felt often and sometimes. The key "" holds those of all origins together."""
    areas = referred_pain(atlas.dataset)
    drawn = {origin: pain_patches(areas[origin]) for origin in origins_of(atlas.dataset, condition)}
    together: dict[str, str] = {}
    for patches in drawn.values():  # a patch is felt often if it is for one origin; studies of two are not added up
        together |= {patch: how for patch, how in patches.items() if together.get(patch) != OFTEN}
    return {
        origin: {how: [patch for patch, often in patches.items() if often == how] for how in (OFTEN, SOMETIMES)}
        for origin, patches in {"": together, **drawn}.items()
    }


def build_conditions(atlas: Atlas) -> dict:
    """`groups`: [name, conditions]; `order`: all, as listed; `felt`: what is marked for those without a site.

    `referred`: condition → origin → patches, for those whose pain comes from joints, discs or muscles.
    """
    groups = grouped(atlas)
    rows = atlas.dataset.conditions.values()
    return {
        "groups": [[name, ids] for name, ids in groups],
        "order": [id_ for _, ids in groups for id_ in ids],
        "felt": {row.id: row.lights for row in rows if row.lights},
        "referred": {row.id: referred_patches(atlas, row.id) for row in rows if origins_of(atlas.dataset, row.id)},
    }
