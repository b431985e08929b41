"""Which lesion takes the short rotators of the hip, the muscles of the back and the pelvic floor, and who keeps them.

Worked out by hand from the course of each nerve: those of the rotators leave the sacral plexus by themselves, beside
the sciatic nerve; the dorsal rami leave the roots before any plexus; the pelvic floor has nerves of both sides.
"""

import pytest

from atlas import Atlas
from atlas.graph.severity import COMPLETE

ROTATORS = "obturator_internus gemellus_superior gemellus_inferior quadratus_femoris"
BACK = "lumbar_paraspinals quadratus_lumborum"
FLOOR = "levator_ani external_anal_sphincter"

# Place, what is lost, what is reduced, and what is spared when all fibres there are cut.
LESIONS = [
    # The nerves of the rotators run beside the sciatic nerve, not in it.
    ("nerve_sciatic_hip", "biceps_femoris_long", "", f"{ROTATORS} {BACK} {FLOOR} gluteal_reflex"),
    # The plexus gives all rotators and both gluteal nerves. Of the pelvic floor S5 and the other side are left.
    ("plexus_sacral", f"{ROTATORS} gluteal_reflex", f"{FLOOR} anal_bulbocavernosus", f"{BACK} cremasteric"),
    ("plexus_lumbar", "quadratus_lumborum cremasteric", "", f"lumbar_paraspinals {ROTATORS} {FLOOR}"),
    # A root takes a part of each rotator and of its own level of the back.
    ("root_L5", "", f"{ROTATORS} lumbar_paraspinals gluteal_reflex", f"quadratus_lumborum {FLOOR} cremasteric"),
    ("root_L4", "", "gemellus_inferior quadratus_femoris lumbar_paraspinals", f"obturator_internus {FLOOR}"),
    ("root_L2", "", f"{BACK} cremasteric", f"{ROTATORS} {FLOOR}"),
    ("root_S2", "", "obturator_internus external_anal_sphincter lumbar_paraspinals", "quadratus_femoris levator_ani"),
    # Every root from L2 to S5 on both sides: nothing is left of the rotators and the pelvic floor; L1 of the back is.
    ("cauda_equina", f"{ROTATORS} {FLOOR} anal_bulbocavernosus gluteal_reflex", f"{BACK} cremasteric", "lower_abdomen"),
    # S2 to S5 on both sides.
    ("conus_medullaris_site", f"{FLOOR} anal_bulbocavernosus saddle", "obturator_internus", "quadratus_femoris"),
    # One pudendal nerve: the other holds the sphincter, and levator ani has its own nerve too.
    ("nerve_pudendal", "", f"{FLOOR} anal_bulbocavernosus saddle", f"{ROTATORS} {BACK}"),
    ("nerve_posterior_femoral_cutaneous", "posterior_thigh", "infragluteal", f"medial_buttock {ROTATORS}"),
    (
        "nerve_lateral_plantar",
        "adductor_hallucis dorsal_interossei flexor_digiti_minimi_brevis",
        "",
        "abductor_hallucis",
    ),
    # The deep branch: every small muscle but those of the little toe and the fourth space, and no skin.
    (
        "lateral_plantar_deep",
        "adductor_hallucis lumbricals_2_4",
        "plantar_interossei dorsal_interossei",
        "flexor_digiti_minimi_brevis quadratus_plantae abductor_digiti_minimi sole_lateral toe4_plantar toe5_plantar",
    ),
    (
        "lateral_plantar_superficial",
        "flexor_digiti_minimi_brevis toe5_plantar",
        "plantar_interossei dorsal_interossei toe4_plantar",
        "adductor_hallucis lumbricals_2_4 quadratus_plantae sole_lateral",
    ),
    ("nerve_to_quadratus_femoris", "quadratus_femoris gemellus_inferior", "", "obturator_internus gemellus_superior"),
    ("nerve_to_obturator_internus", "obturator_internus gemellus_superior", "", "quadratus_femoris gemellus_inferior"),
    ("genitofemoral", "cremasteric", "", "quadratus_lumborum"),
    ("perforating_cutaneous", "", "infragluteal", "saddle posterior_thigh"),
    ("anococcygeal", "", "saddle", f"{FLOOR} medial_buttock"),
    ("dorsal_rami", "lumbar_paraspinals", "", "upper_buttock medial_buttock quadratus_lumborum"),
]


@pytest.mark.parametrize(("place", "lost", "reduced", "spared"), LESIONS, ids=[row[0] for row in LESIONS])
def test_a_lesion_takes_what_runs_through_it(atlas: Atlas, place: str, lost: str, reduced: str, spared: str) -> None:
    found = atlas.lesion(place, severity=COMPLETE)
    assert {*lost.split()} <= {*found.lost, *found.reflexes_lost}
    assert {*reduced.split()} <= {*found.reduced, *found.reflexes_reduced}
    assert {*spared.split()} <= {*found.spared}


def test_the_usual_cauda_equina_lesion_weakens_the_sphincters(atlas: Atlas) -> None:
    assert {*FLOOR.split()} <= {*atlas.lesion("cauda_equina").reduced}


def test_each_lumbar_root_takes_the_same_share_of_the_back_muscles(atlas: Atlas) -> None:
    """No source read names main roots, so each of the eight counts the same."""
    shares = [atlas.lesion(root).reduced["lumbar_paraspinals"] for root in ("L1", "L2", "L3", "L4", "L5")]
    assert shares == pytest.approx([1 / 8] * 5)


def test_the_last_root_reaches_skin_and_the_pelvic_floor(atlas: Atlas) -> None:
    lit = {*atlas.pathway("S5").muscles, *atlas.pathway("S5").territories}
    assert {"levator_ani", "saddle"} <= lit
