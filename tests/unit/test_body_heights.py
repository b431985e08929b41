"""Heights of nodes and parts of the body: in the order of the body, and within the figure."""

from itertools import pairwise

from atlas import Atlas
from atlas.figures.body_heights import bands, body_views, node_heights
from atlas.figures.plate_layout import size_of
from atlas.web.bundles.network import build_network
from tests.support.limbs import TINY


def test_a_nerve_begins_where_what_it_continues_ends(atlas: Atlas) -> None:
    heights = node_heights(atlas)
    height = size_of(atlas, atlas.dataset.views[body_views(atlas)[0]])[1]
    assert set(atlas.dataset.roots) <= set(heights)
    for segment in atlas.dataset.segments.values():
        if segment.id not in heights:
            continue
        top, bottom = heights[segment.id]
        assert 0 <= top <= bottom <= height
        same_nerve = [heights[id_][1] for id_ in segment.upstream if id_.partition(".")[0] == segment.nerve]
        for end in same_nerve:
            assert abs(top - end) <= height / 40, segment.id


def test_the_parts_of_the_body_follow_each_other(atlas: Atlas) -> None:
    found = bands(atlas)
    assert [band.name for band in found] == list(
        dict.fromkeys(level.band for level in atlas.dataset.levels.values() if level.band)
    )
    assert all(above.top < below.top for above, below in pairwise(found))


def test_a_muscle_lies_in_its_part_of_the_body(atlas: Atlas) -> None:
    """The parts are those in which atlases of anatomy describe these muscles and patches."""
    heights, tops = node_heights(atlas), {band.name: band.top for band in bands(atlas)}
    for id_, part, next_part in [
        ("gluteus_medius", "Pelvis", "Thigh"),
        ("biceps_femoris_long", "Thigh", "Knee"),
        ("popliteus", "Knee", "Leg"),
        ("tibialis_anterior", "Leg", "Ankle"),
        ("medial_malleolus", "Ankle", "Foot"),
    ]:
        assert tops[part] <= heights[id_][0] < tops[next_part], id_
    assert heights["toe1_dorsal"][0] > tops["Foot"]


def test_a_limb_without_drawn_nerves_has_no_heights_but_a_bundle() -> None:
    found = build_network(Atlas.load(TINY))
    assert (found["views"], found["bands"], found["heights"]) == ([], [], {})
