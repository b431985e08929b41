"""Clues in many wordings: names of places, words that stand for others, denials, and pain near a place."""

from __future__ import annotations

import pytest

from atlas import Atlas
from atlas.reasoning.localisation.denials import is_denied, read_words
from atlas.reasoning.localisation.findings import PAIN


def points_to(atlas: Atlas, text: str) -> set[tuple[str, bool]]:
    """The sites to which a text points most, with False where it points away."""
    fits = atlas.localiser.ranking.scorer.clue_fit
    return {
        (place, not match.denied)
        for match in atlas.localiser.clue_matcher.match(text)
        for place in fits.of(match.row)
        if fits.of(match.row)[place] == 1
    }


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("schwannoma of the tibial nerve at the knee", "nerve_tibial_popliteal"),
        ("tumour in the popliteal fossa", "nerve_tibial_popliteal"),
        ("nerve conduction block at the fibular head", "nerve_common_fibular_neck"),
        ("tapping over the peroneal nerve at the fibular neck tingles", "nerve_common_fibular_neck"),
        ("swollen saphenous nerve on ultrasound", "nerve_saphenous_thigh"),
        ("ilioinguinal and femoral neuropathy", "nerve_femoral_inguinal"),
        ("L4/5 disc prolapse", "root_L5"),
        ("L4–L5 disc herniation", "root_L5"),
        ("left L5/S1 foraminal disc", "root_L5"),
        ("vesicles in the skin of S1", "root_S1"),
        ("Guillain-Barré", "out_of_graph_polyneuropathy"),
        ("both hips dislocated", "nerve_sciatic_hip"),
        ("gunshot wound of the thigh", "nerve_sciatic_thigh"),
    ],
)
def test_a_text_that_names_a_place_points_there(atlas: Atlas, text: str, site: str) -> None:
    assert (site, True) in points_to(atlas, text)


@pytest.mark.parametrize(
    ("text", "muscle", "denied"),
    [
        ("EMG: denervation in tibialis anterior and EHL, paraspinals normal", "tibialis_anterior", False),
        ("fibrillations in gluteus medius", "gluteus_medius", False),
        ("fatty atrophy of gluteus medius on MRI", "gluteus_medius", False),
        ("wasted extensor digitorum brevis", "extensor_digitorum_brevis", False),
        ("needle test of gluteus medius normal", "gluteus_medius", True),
        ("no denervation in soleus", "soleus", True),
    ],
)
def test_needle_and_scan_words_tell_of_a_muscle(atlas: Atlas, text: str, muscle: str, denied: bool) -> None:
    matches = atlas.localiser.clue_matcher.match(text)
    assert [match.denied for match in matches if match.row.toward == (muscle,)] == [denied]


def test_a_denied_muscle_beside_a_weak_one_points_away_from_the_root(atlas: Atlas) -> None:
    text = "EMG: denervation in tibialis anterior and EHL, paraspinals normal"
    matches = {match.row.id: match.denied for match in atlas.localiser.clue_matcher.match(text)}
    assert matches["paraspinal_signs"] and "nerve_conduction_normal" not in matches


def test_a_muscle_that_is_only_named_says_nothing(atlas: Atlas) -> None:
    assert not atlas.localiser.clue_matcher.match("lump beside the gastrocnemius")


def test_a_clue_with_the_words_of_a_name_is_not_counted_twice(atlas: Atlas) -> None:
    for text in ("sciatic nerve", "femoral nerve conduction absent", "sural response low", "numb big toe"):
        assert len(atlas.localiser.clue_matcher.match(text)) == 1, text


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("no clonus", "clonus", True),
        ("clonus absent", "clonus", True),
        ("soleus weak, clonus absent", "soleus", False),
        ("no fever but clonus", "clonus", False),
        ("no fever, tremor or clonus", "clonus", True),
        ("no fever, tremor, clonus", "clonus", False),
        ("clonus, no fever or tremor", "clonus", False),
        ("sural response absent", "sural", False),
        ("sural not recordable", "sural", False),
        ("no longer lifts the foot", "foot", False),
        ("the foot does not drop", "foot", True),
    ],
)
def test_a_denial_covers_its_part_and_a_loss_is_none(text: str, word: str, denied: bool) -> None:
    read = read_words(text)
    assert is_denied(read, frozenset({read.words.index(word)})) is denied


def test_pain_near_a_place_fits_it_and_numbness_there_does_not(atlas: Atlas) -> None:
    scorer, parse = atlas.localiser.ranking.scorer, atlas.findings_parser.parse_signs
    for site, places in atlas.localiser.expected.hurts.items():
        for place in places:
            if atlas.localiser.expected.of(site).get(place, 0.0) > 0.1:
                continue
            pain = scorer.score((site,), {}, scorer.evidence(parse({PAIN: [place]}), []))
            numb = scorer.score((site,), {}, scorer.evidence(parse({"numb": [place]}), []))
            assert place in pain.explained
            # a blocked vein, say, may numb anything, but hurts only there
            may_numb = site in scorer.off_graph and "territory" not in scorer.spared_kinds.get(site, ())
            assert place in (numb.explained if may_numb else numb.unexplained)


def test_names_point_to_places_on_an_invented_limb(tiny: Atlas) -> None:
    site = next(row for row in tiny.dataset["sites"].values() if row.standing == "focal")
    found = tiny.localise(clue=[f"injury at {site.name}"])
    assert found.unrecognised == () and found.candidates[0]["site_key"] == tiny.lesion_places.site_key(site.id)
