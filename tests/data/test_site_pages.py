"""Every site on the nerves has a page; and what the smallest of them lose, worked out by hand from the fields of nerves."""

import pytest

from atlas import Atlas

LOST = [
    # Site, what is lost completely, the share lost of the rest, some of what is spared. A patch that only one nerve
    # supplies is lost; of patches with several nerves each part counts one and most counts three
    # (data/myotomes/weights.csv).
    (
        "nerve_iliohypogastric",
        "lower_abdomen",
        {"groin": 1 / 3, "lateral_hip": 1 / 3, "upper_buttock": 1 / 4},
        "saddle",
    ),
    ("nerve_ilioinguinal", "", {"groin": 1 / 3}, "lower_abdomen lateral_hip lateral_thigh"),
    ("nerve_genitofemoral", "", {"groin": 1 / 3, "anterior_thigh_upper": 1 / 4}, "lower_abdomen lateral_thigh"),
    ("nerve_superior_cluneal", "", {"upper_buttock": 3 / 4, "lateral_hip": 1 / 3}, "medial_buttock gluteus_maximus"),
    ("nerve_medial_cluneal", "medial_buttock", {}, "upper_buttock infragluteal saddle gluteus_maximus"),
    ("nerve_infrapatellar", "", {"medial_knee": 1 / 2, "anterior_knee": 1 / 2}, "medial_leg quadriceps patellar"),
    ("nerve_plantar_digital_hallux", "", {"toe1_plantar": 1 / 2}, "sole_medial toe2_plantar abductor_hallucis"),
    (
        "nerve_lateral_dorsal_cutaneous",
        "lateral_border",
        {"dorsum_lateral": 1 / 4, "toe5_dorsal": 1 / 2},
        "heel_lateral",
    ),
    # L1 is one of five shares of iliopsoas, because L2 is its main root, and one of three roots of the last two patches
    (
        "root_L1",
        "lower_abdomen groin",
        # of the back muscles one root in three, and one in eight
        {
            "iliopsoas": 1 / 5,
            "quadratus_lumborum": 1 / 3,
            "lumbar_paraspinals": 1 / 8,
            "lateral_hip": 1 / 3,
            "upper_buttock": 1 / 3,
        },
        "quadriceps",
    ),
]


@pytest.mark.parametrize(("site", "lost", "reduced", "spared"), LOST, ids=[row[0] for row in LOST])
def test_a_site_loses_what_lies_beyond_it(atlas: Atlas, site: str, lost: str, reduced: dict[str, float], spared: str):
    found = atlas.lesion(site)
    assert {*found.lost} == {*lost.split()}
    assert dict(found.reduced) == pytest.approx(reduced, abs=0.001)
    assert {*spared.split()} <= {*found.spared}


def test_every_site_has_a_page(atlas: Atlas) -> None:
    shown = {site for condition in atlas.dataset.conditions.values() for site in condition.sites}
    assert {*atlas.dataset.sites} == shown
