"""Everyday words are understood alike by search and by every command, on the real data."""

import json

import pytest
from click.testing import CliRunner

from atlas import AmbiguousName, Atlas
from atlas.cli import main
from tests.fixtures.searches import HITS, NOTHING

ONE = {
    "dorsum of foot": "dorsum_central",
    "dorsum of the foot": "dorsum_central",
    "the top of the left foot": "dorsum_central",
    "lateral side of the foot": "lateral_border",
    "outside of foot": "lateral_border",
    "lateral aspect of the foot": "lateral_border",
    "back of the calf": "posterior_leg_upper",
    "between the first two toes": "first_web_dorsal",
    "Inside of the ankle": "medial_malleolus",
    "medial side of the right knee": "medial_knee",
    "outer ankle": "lateral_malleolus",
    "lateral thigh": "lateral_thigh",
    "outer side of thigh": "lateral_thigh",
    "back of thigh": "posterior_thigh",
    "front of the shin": "anterior_shin",
    "behind the knee": "popliteal_fossa",
    "5th toe": "toe5_dorsal",
    "hallux": "toe1_dorsal",
    "bottom of the great toe": "toe1_plantar",
    "medial plantar skin": "sole_medial",
}
"""Words for one patch of skin, or for several with one that is the main one."""
SEVERAL = {
    "outer leg": {"lateral_leg_upper", "anterolateral_leg_lower"},
    "lateral leg": {"lateral_leg_upper", "anterolateral_leg_lower"},
    "outside of the lower leg": {"lateral_leg_upper", "anterolateral_leg_lower"},
    "sole": {"sole_medial", "sole_lateral"},
    "plantar surface of foot": {"sole_medial", "sole_lateral"},
    "bottom of the foot": {"sole_medial", "sole_lateral"},
    "sole of my right foot": {"sole_medial", "sole_lateral"},
}
"""Words for several patches of skin without a main one."""


@pytest.fixture
def run():
    return lambda *words: CliRunner().invoke(main, list(words))


def test_the_tables_of_queries_are_long_enough_and_apart() -> None:
    assert len(HITS) >= 60 and len(set(NOTHING)) == len(NOTHING) >= 60
    assert not set(HITS) & set(NOTHING)


@pytest.mark.parametrize(("query", "id_"), HITS.items())
def test_search_finds_first_what_is_meant(atlas: Atlas, query: str, id_: str) -> None:
    assert [match.id for match in atlas.find(query)][:1] == [id_]


@pytest.mark.parametrize("query", NOTHING)
def test_search_finds_nothing_unrelated(atlas: Atlas, query: str) -> None:
    assert atlas.find(query) == []


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("biceps brachii", {"Biceps femoris, long head", "Biceps femoris, short head"}),
        ("brachial plexus", {"Lumbar plexus", "Sacral plexus"}),
        *((query, set()) for query in ("restless legs", "carpal tunnel")),
        *((query, set()) for query in ("ulnar nerve", "median nerve", "C6", "plantar warts", "shoulder pain")),
    ],
)
def test_near_is_only_what_shares_a_rare_word(atlas: Atlas, query: str, near: set[str]) -> None:
    found = {match.name for match in atlas.near(query)}
    assert found >= near and bool(found) is bool(near)


@pytest.mark.parametrize("phrase", [*ONE, *SEVERAL])
@pytest.mark.parametrize("change", [str.lower, str.upper, str.title])
def test_case_does_not_matter(atlas: Atlas, phrase: str, change) -> None:
    assert atlas.names.meanings(change(phrase)) == atlas.names.meanings(phrase)
    assert atlas.find(change(phrase)) == atlas.find(phrase)


@pytest.mark.parametrize(("phrase", "patch"), ONE.items())
def test_words_for_one_patch(atlas: Atlas, run, phrase: str, patch: str) -> None:
    assert atlas.pathway(phrase).selected == patch
    assert json.loads(run("pathway", phrase, "--json").stdout)["selected"] == patch
    found = atlas.localise(numb=[phrase])
    assert found.unrecognised == () and patch in atlas.findings_parser.targets("territory", phrase)
    assert patch in {match.id for match in atlas.find(phrase)[:3]}


@pytest.mark.parametrize(("phrase", "patches"), SEVERAL.items())
def test_words_for_several_patches_are_listed(atlas: Atlas, run, phrase: str, patches: set[str]) -> None:
    with pytest.raises(AmbiguousName) as refused:
        atlas.pathway(phrase)
    assert set(refused.value.ids) == patches
    result = run("pathway", phrase)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(patch in result.stderr for patch in patches)
    assert set(atlas.findings_parser.targets("territory", phrase)) == patches
    assert {match.id for match in atlas.find(phrase)[: len(patches)]} == patches


@pytest.mark.parametrize("phrase", ["outer leg", "dorsum of foot"])
@pytest.mark.parametrize("command", [("lesion",), ("compare", "L5")])
def test_skin_is_not_the_place_of_a_lesion(run, command: tuple[str, ...], phrase: str) -> None:
    result = run(*command, phrase)
    assert result.exit_code == 2 and "not a place on a nerve" in result.stderr


def test_a_phrase_with_a_main_patch_names_the_others(run) -> None:
    last = run("pathway", "Top of the foot").stdout.splitlines()[-1]
    assert "dorsum_medial" in last and "dorsum_lateral" in last and "dorsum_central" not in last
    assert "can also mean" not in run("pathway", "dorsum_central").stdout


@pytest.mark.parametrize("name", ["conus medullaris", "Conus", "conus_medullaris", "CONUS_MEDULLARIS"])
def test_one_name_for_a_condition_and_its_place(atlas: Atlas, name: str) -> None:
    assert atlas.pathway(name).selected == atlas.find(name)[0].id == "conus_medullaris"
    assert atlas.lesion(name).site == "conus_medullaris_site"


def test_ids_are_read_whatever_their_case(atlas: Atlas, run) -> None:
    assert atlas.pathway("l5", atlas.default_map.upper()) == atlas.pathway("L5", atlas.default_map)
    assert atlas.lesion("ROOT_L5") == atlas.lesion("root_L5")
    assert atlas.compare("ROOT_l5", "COMMON_FIBULAR_NEUROPATHY") == atlas.compare(
        "root_L5", "common_fibular_neuropathy"
    )
    assert run("pathway", "l5", "--lang", "DE").stdout == run("pathway", "L5", "--lang", "de").stdout


@pytest.mark.parametrize("table", ["nodes", "maps"])
def test_no_ids_differ_only_by_case(atlas: Atlas, table: str) -> None:
    ids = list(getattr(atlas, table))
    assert len({id_.casefold() for id_ in ids}) == len(ids)


@pytest.mark.parametrize("language", ["de", "es"])
def test_every_name_is_found_in_each_language(atlas: Atlas, language: str) -> None:
    translated = atlas.in_language(language)
    for id_, node in translated.nodes.items():
        assert id_ in {match.id for match in translated.find(node.name, 20) if match.score == 100}, node.name
