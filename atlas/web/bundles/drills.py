"""What the drills ask for: the skin of each root on every map, the field of each nerve, the steps of each plexus."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.figures.skin_colours import skin_nerves
from atlas.graph.nerve_graph import SOMETIMES
from atlas.reasoning.drills.build_steps import Builds

SPOKEN = ("drawn", "blank")
"""How a map can stand to a patch of which it says something; a blank one it gives to no root."""


def _dermatomes(atlas: Atlas) -> dict[str, dict[str, list[str]]]:
    """Map → each patch of skin of which it says something → the roots that it gives it."""
    rows = [row for row in atlas.dataset.dermatomes.values() if row.standing in SPOKEN]
    return {map_id: {row.territory: list(row.roots) for row in rows if row.map == map_id} for map_id in atlas.maps}


def _fields(atlas: Atlas) -> dict[str, dict[str, list[str]]]:
    """Nerve → its `usual` patches of skin, and those that are its own only in some people."""
    segments = atlas.dataset.segments
    found = {}
    for nerve in skin_nerves(atlas):
        rows = [row for row in atlas.dataset.fields.values() if segments[row.segment].nerve == nerve]
        usual = dict.fromkeys(row.territory for row in rows if row.share != SOMETIMES)
        some = dict.fromkeys(row.territory for row in rows if row.territory not in usual)
        found[nerve] = {"usual": list(usual), SOMETIMES: list(some)}
    return found


def _builds(atlas: Atlas) -> dict:
    """`builds`: drill → its steps [kind, nerve, origins, right choice, wrong choices]; and of every nerve its `origins`
    and its `segments`."""
    builds = Builds(atlas.nerve_graph)
    tree, segments_of = builds.tree, atlas.nerve_graph.segments_of
    return {
        "builds": {
            drill: [[step.kind, step.nerve, step.origins, step.right, step.wrong] for step in builds.steps(drill)]
            for drill in builds.ids
        },
        "origins": {nerve: tree.origins(nerve) for nerve in tree.nerves},
        "segments": {
            nerve: [one for one in segments_of[nerve] if atlas.dataset.segments[one].nerve == nerve]
            for nerve in tree.nerves
        },
    }


def build_drills(atlas: Atlas) -> dict:
    """`dermatomes` and `fields` to paint; `roots`: those that a map draws, by level; `tally`: the map that sums up the
    others; and what `_builds` gives."""
    maps = _dermatomes(atlas)
    named = {root for patches in maps.values() for roots in patches.values() for root in roots}
    roots = sorted(atlas.dataset.roots.values(), key=lambda root: root.order)
    return {
        "roots": [root.id for root in roots if root.id in named],
        "dermatomes": maps,
        "fields": {nerve: field for nerve, field in _fields(atlas).items() if field["usual"]},
        "tally": atlas.default_map,
        **_builds(atlas),
    }
