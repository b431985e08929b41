"""Variants of the anatomy: what each changes in the graph, which go together, and how often people have them."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from click.testing import CliRunner, Result

from atlas.api import Atlas
from atlas.cli import main
from atlas.dataset.validation import broken_rules
from atlas.dataset.variants import with_variants
from atlas.reasoning.people import draw_people, variant_shares

EDB = "extensor_digitorum_brevis"
DRAWN_ONLY = {"sural_type_6", "piriformis_through", "superficial_fibular_two", "superficial_fibular_anterior"}
DRAWN_ONLY |= {"superficial_fibular_both", "plexus_L1_L5", "plexus_T12_L5", "accessory_obturator"}
"""Variants for which no change of the graph was read."""


@pytest.fixture(scope="module")
def varied(atlas):
    """A function from variants to the atlas of a person who has them."""
    return lambda *ids: atlas.with_variants(ids)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def upstream(atlas: Atlas, segment: str) -> set[str]:
    return set(atlas.dataset.segments[segment].upstream)


def segments_of_skin(atlas: Atlas, territory: str) -> set[str]:
    return {row.segment for row in atlas.dataset.fields.values() if row.territory == territory}


def test_the_usual_person_is_not_changed(atlas):
    usual = [id_ for id_, row in atlas.dataset.variants.items() if row.usual]
    tables = with_variants(atlas.dataset, usual).tables
    assert {name: tables[name] for name in tables} == atlas.dataset.tables


def test_every_pattern_with_a_usual_form_has_one_and_every_other_form_changes_something_or_says_so(atlas):
    variants = atlas.dataset.variants
    usual = Counter(row.pattern for row in variants.values() if row.usual)
    assert set(usual.values()) == {1}
    for id_, row in variants.items():
        changed = with_variants(atlas.dataset, [id_]).tables != atlas.dataset.tables
        assert changed == (not row.usual and id_ not in DRAWN_ONLY), id_


def test_each_variant_alone_leaves_a_body_without_faults(atlas):
    for id_ in atlas.dataset.variants:
        problems = [str(problem) for problem in broken_rules(with_variants(atlas.dataset, [id_]))]
        # figures and plain texts are those of the usual person: they still have a branch that is missing
        missing = {
            key[1] for key, row in atlas.dataset.variant_segments.items() if key[0] == id_ and row.action == "remove"
        }
        assert [problem for problem in problems if not any(f"'{one}'" in problem for one in missing)] == []


@pytest.mark.parametrize(
    ("site", "usual", "with_it"),
    [
        ("deep_fibular.leg", "lost", "reduced"),  # the accessory branch still reaches the muscle
        ("superficial_fibular.leg", "spared", "reduced"),
        ("common_fibular.neck", "lost", "lost"),  # both branches come from it
        ("tibial.popliteal", "spared", "spared"),
    ],
)
def test_an_accessory_deep_fibular_nerve_shares_the_short_toe_extensor(atlas, varied, site, usual, with_it):
    for person, expected in ((atlas, usual), (varied("accessory_deep_fibular"), with_it)):
        lesion = person.lesion(site)
        assert EDB in getattr(lesion, expected), (site, expected)


@pytest.mark.parametrize(
    ("variant", "parents", "has_communicating"),
    [
        ("sural_type_1", {"medial_sural_cutaneous", "sural_communicating"}, True),
        ("sural_type_2", {"medial_sural_cutaneous", "lateral_sural_cutaneous"}, False),
        ("sural_type_3", {"medial_sural_cutaneous"}, False),
        ("sural_type_4", {"sural_communicating"}, True),
        ("sural_type_5", {"lateral_sural_cutaneous"}, False),
    ],
)
def test_the_sural_nerve_is_formed_as_ramakrishnan_counts_it(varied, variant, parents, has_communicating):
    person = varied(variant)
    assert upstream(person, "sural.leg") == parents
    assert ("sural_communicating" in person.dataset.segments) == has_communicating


@pytest.mark.parametrize(
    ("variant", "tibial", "fibular"),
    [
        ("sural_type_1", "reduced", "reduced"),
        ("sural_type_3", "lost", "spared"),
        ("sural_type_4", "spared", "lost"),
    ],
)
def test_what_a_lesion_at_the_knee_takes_of_the_outer_foot_depends_on_the_sural_nerve(varied, variant, tibial, fibular):
    """The outer border of the foot is the sural nerve's own skin."""
    person = varied(variant)
    assert "lateral_border" in getattr(person.lesion("tibial.popliteal"), tibial)
    assert "lateral_border" in getattr(person.lesion("common_fibular.popliteal"), fibular)


def test_a_saphenous_nerve_that_ends_at_the_ankle_leaves_the_foot_to_its_neighbour(atlas, varied):
    person = varied("saphenous_ankle")
    assert "saphenous.ankle" in segments_of_skin(atlas, "medial_border_hindfoot")
    assert "saphenous.ankle" not in segments_of_skin(person, "medial_border_hindfoot")
    assert person.dataset.fields["medial_border_hindfoot", "medial_dorsal_cutaneous"].share == "all"
    assert "saphenous.ankle" in segments_of_skin(person, "medial_malleolus")


def test_the_heel_may_hang_on_the_lateral_plantar_nerve(atlas, varied):
    assert upstream(atlas, "medial_calcaneal") == {"tibial.calf"}
    assert upstream(varied("calcaneal_plantar"), "medial_calcaneal") == {"lateral_plantar.proximal"}


def test_what_cannot_be_is_refused(atlas):
    with pytest.raises(ValueError, match=r"there is no variant 'sural'; did you mean 'sural_type_"):
        atlas.with_variants(["sural"])
    with pytest.raises(ValueError, match="a person has only one of 'sural_type_2' and 'sural_type_3'"):
        atlas.with_variants(["sural_type_2", "accessory_deep_fibular", "sural_type_3"])
    with pytest.raises(ValueError, match="there cannot be -1 people"):
        atlas.people(-1)


def test_shares_are_weighted_by_what_was_counted(atlas):
    shares = variant_shares(atlas.dataset)
    four = (12.2 * 230 + 14.5 * 316 + 23 * 100 + 8.2 * 330) / (230 + 316 + 100 + 330) / 100
    assert shares["accessory_deep_fibular"]["accessory_deep_fibular"] == pytest.approx(four)
    sural = {"sural_type_1": 51.5, "sural_type_2": 13.8, "sural_type_3": 31.2}
    sural |= {"sural_type_4": 1.8, "sural_type_5": 1.1, "sural_type_6": 0.7}
    whole = sum(sural.values())  # 100.1: each is rounded
    assert shares["sural_formation"] == pytest.approx({id_: rate / whole for id_, rate in sural.items()})


def test_people_are_drawn_alike_by_one_seed_and_have_one_of_each_pattern(atlas):
    people = draw_people(atlas.dataset, 4000, seed=7)
    assert people == draw_people(atlas.dataset, 4000, seed=7) != draw_people(atlas.dataset, 4000, seed=8)
    pattern = {id_: row.pattern for id_, row in atlas.dataset.variants.items()}
    assert all(len(person) == len({pattern[id_] for id_ in person}) for person in people)
    share = sum("sural_type_3" in person for person in people) / len(people)
    assert share == pytest.approx(0.312, abs=0.03)  # four standard errors
    assert draw_people(atlas.dataset, 0, seed=1) == []


def test_the_command_lists_every_variant_with_its_rates(atlas):
    listed = json.loads(run("variants", "--json").output)
    assert [one["id"] for one in listed] == list(atlas.dataset.variants)
    read = [
        one for one in listed if any(rate["rate"] and rate["n"] and rate["checked"] == "read" for rate in one["rates"])
    ]
    assert len(listed) >= 12 and len(read) >= 10
    accessory = next(one for one in listed if one["id"] == "accessory_deep_fibular")
    assert {change["table"] for change in accessory["changes"]} == {"nerves", "segments", "innervation", "courses"}
    assert "12.2 % of 230 persons" in run("variants").output


def test_commands_show_the_person_with_a_variant():
    arguments = ("lesion", "nerve_deep_fibular_leg", "--json")
    usual, varied = (
        json.loads(run(*arguments, *more).output) for more in ((), ("--variant", "accessory_deep_fibular"))
    )
    assert EDB in usual["lost"] and EDB in varied["reduced"]
    refused = run("pathway", "L5", "--variant", "none")
    assert refused.exit_code == 2 and "there is no variant 'none'" in refused.output
