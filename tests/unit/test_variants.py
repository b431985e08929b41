"""Variants of the anatomy: what each changes in the graph, which go together, and how often people have them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from atlas.api import Atlas
from atlas.cli import main
from atlas.dataset.validation import broken_rules
from atlas.dataset.variants import OVERLAYS, with_variants
from atlas.figures.svg_files import find_group, group_shapes, read_figure
from atlas.figures.variant_nerves import draw_variants
from atlas.reasoning.people import draw_people, rates_in_words, variant_shares
from atlas.reasoning.skin_cloud import SkinCloud
from atlas.web.app import create_app
from atlas.web.layout.html_renderer import to_html
from atlas.web.layout.people_differ import people_differ
from tests.support.limbs import TINY, copy_of, problems_of

EDB = "extensor_digitorum_brevis"
NO_CHANGE_READ = {"sural_type_6", "piriformis_through", "superficial_fibular_two", "superficial_fibular_anterior"}
NO_CHANGE_READ |= {"superficial_fibular_both", "plexus_L1_L5", "plexus_T12_L5", "accessory_obturator"}
NO_CHANGE_READ |= {"sciatic_divides_thigh", "sciatic_divides_buttock", "sciatic_divides_pelvis"}
NO_CHANGE_READ |= {"plexus_prefixed", "plexus_postfixed"}
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
        assert changed == (not row.usual and id_ not in NO_CHANGE_READ), id_


def test_each_variant_alone_leaves_a_body_without_faults(atlas):
    for id_ in atlas.dataset.variants:
        person = with_variants(atlas.dataset, [id_])
        # its rows have been applied
        applied = replace(person, tables={**person.tables, **{overlay: {} for overlay in OVERLAYS}})
        problems = [str(problem) for problem in broken_rules(applied)]
        # figures and plain texts are those of the usual person: they still have a branch that is missing
        rows = {key[1]: row.action for key, row in atlas.dataset.variant_segments.items() if key[0] == id_}
        missing = [f"'{segment}'" for segment, action in rows.items() if action == "remove"]
        # so are the measured lengths: they lack a branch that is added
        missing += [f"there is no length of '{segment}'" for segment, action in rows.items() if action == "add"]
        assert [problem for problem in problems if not any(one in problem for one in missing)] == []


@pytest.mark.parametrize(
    ("site", "usual", "with_it"),
    [
        ("deep_fibular.leg", "lost", "reduced"),  # the accessory branch still reaches the muscle
        ("superficial_fibular.leg", "spared", "reduced"),
        ("superficial_fibular.fascia", "spared", "reduced"),
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


def test_a_deep_fibular_lesion_takes_little_of_the_interossei(atlas, varied):
    """The deep fibular nerve brings the first of the four a thread."""
    person = varied("first_interosseus_deep_fibular")
    assert "dorsal_interossei" in person.pathway("deep fibular").muscles
    assert "dorsal_interossei" not in atlas.pathway("deep fibular").muscles
    assert "dorsal_interossei" in atlas.lesion("deep_fibular.ankle").spared
    # S1 is one of three roots, S2 counts three times, and three branches share it: 1/5 / 3
    assert person.lesion("deep_fibular.ankle").reduced["dorsal_interossei"] == pytest.approx(1 / 15, abs=1e-4)


DEEP = {
    "weak": ["tibialis anterior", "extensor hallucis longus", "extensor digitorum longus"],
    "numb": ["first web"],
    "normal": ["fibularis longus", "tibialis posterior"],
}
DISTAL_SUPERFICIAL = {
    "numb": ["dorsum_central", "dorsum_medial"],
    "intact": ["first web"],
    "normal": ["tibialis anterior", "extensor hallucis longus", "fibularis longus"],
}


@pytest.mark.parametrize(
    ("found", "site", "variant"),
    [
        # the short extensor of the toes still works after a deep fibular lesion: its other nerve moves it
        ({**DEEP, "normal": [*DEEP["normal"], EDB]}, "nerve_deep_fibular_leg", "accessory_deep_fibular"),
        ({**DEEP, "weak": [*DEEP["weak"], EDB]}, "nerve_deep_fibular_leg", None),
        # it is weak after a lesion of the superficial fibular nerve
        ({**DISTAL_SUPERFICIAL, "weak": [EDB]}, "nerve_superficial_fibular_fascia", "accessory_deep_fibular"),
    ],
)
def test_findings_that_a_common_variant_explains_are_explained_by_it(atlas, found, site, variant):
    first = atlas.localise(**found).candidates[0]
    assert (first["site_key"], first["variant"]) == (site, variant)
    assert not first["unexplained"] and not first["contradicted"]


def test_a_variant_that_the_person_is_known_to_have_is_not_assumed(varied):
    person = varied("accessory_deep_fibular")
    first = person.localise(**DISTAL_SUPERFICIAL, weak=[EDB]).candidates[0]
    assert (first["site_key"], first["variant"]) == ("nerve_superficial_fibular_fascia", None)


def test_a_variant_touches_only_what_its_branches_supply(atlas):
    touched = {one.id: one.touches for one in atlas.localiser.ranking.variants}
    assert touched["accessory_deep_fibular"] == {EDB}
    assert "lateral_border" in touched["sural_type_3"] and EDB not in touched["sural_type_3"]
    assert touched["first_interosseus_deep_fibular"] == {"dorsal_interossei"}
    assert all(one.cost >= 0 for one in atlas.localiser.ranking.variants)


def test_a_variant_touches_all_that_hangs_on_a_segment_that_it_changes(atlas):
    graph = atlas.nerve_graph
    several = 0
    for variant in atlas.localiser.ranking.variants:
        rows = [row for row in atlas.dataset.variant_segments.values() if row.variant == variant.id]
        below = {row.id for row in rows if row.action != "add" and row.id in graph.parents}
        while more := {node for node, parents in graph.parents.items() if below & set(parents)} - below:
            below |= more
        supplied = {
            segment: {edge.target for edge in graph.innervation_by_branch.get(segment, ())} for segment in below
        }
        several += sum(map(bool, supplied.values())) > 1
        for targets in supplied.values():
            assert targets <= variant.touches, variant.id
    assert several


def test_the_command_says_with_which_variant_a_place_fits():
    signs = [("--numb", "dorsum_central"), ("--numb", "dorsum_medial"), ("--intact", "first web")]
    signs += [("--normal", "fibularis longus"), ("--normal", "tibialis anterior"), ("--weak", EDB)]
    words = [word for sign in signs for word in sign]
    told = run("localise", *words).output
    assert "fits if the person has this variant: Accessory deep fibular nerve (8.2 to 23 % in 5 studies)" in told
    known = run("localise", *words, "--variant", "accessory_deep_fibular").output
    assert known.startswith("For teaching cases only") and "fits if" not in known


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        ("accessory_deep_fibular", "8.2 to 23 % in 5 studies"),
        ("plexus_prefixed", "no rate read"),
        ("sural_type_3", "31.2 % in one study"),
    ],
)
def test_rates_are_told_as_a_range(atlas, variant, words):
    assert rates_in_words(atlas.dataset, variant) == words


def test_what_cannot_be_is_refused(atlas):
    with pytest.raises(ValueError, match=r"there is no variant 'sural'; did you mean 'sural_type_"):
        atlas.with_variants(["sural"])
    with pytest.raises(ValueError, match="a person has only one of 'sural_type_2' and 'sural_type_3'"):
        atlas.with_variants(["sural_type_2", "accessory_deep_fibular", "sural_type_3"])
    with pytest.raises(ValueError, match="there cannot be -1 people"):
        atlas.people(-1)


def test_shares_are_weighted_by_what_was_counted(atlas):
    shares = variant_shares(atlas.dataset)
    # the study that does not say how many legs it had counts as the smallest, of 100
    five = (12.2 * 230 + 14.5 * 316 + 23 * 100 + 8.2 * 330 + 13.5 * 100) / (230 + 316 + 100 + 330 + 100) / 100
    assert shares["accessory_deep_fibular"]["accessory_deep_fibular"] == pytest.approx(five)
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


LINES = """<svg><g class="nerves"><g data-node="sural_communicating"><path d="M1 1"/></g><g data-node="tibial.calf">
<path d="M2 2"/></g><g data-node="medial_calcaneal"><path d="M3 3"/></g></g><g class="variants">
<g data-variant="sural_type_3" data-line="tibial.calf"><path d="M4 4"/></g>
<g data-variant="calcaneal_plantar" data-line="medial_calcaneal"><path d="M5 5"/></g>
<g data-variant="accessory_deep_fibular" data-line="accessory_deep_fibular"><path d="M6 6"/></g></g></svg>"""


@pytest.mark.parametrize(
    ("variant", "drawn"),
    [
        # it lacks a branch, and its own line is one more strand of a nerve
        ("sural_type_3", {"tibial.calf": ["M2 2", "M4 4"], "medial_calcaneal": ["M3 3"]}),
        # its line replaces the usual one
        ("calcaneal_plantar", {"sural_communicating": ["M1 1"], "tibial.calf": ["M2 2"], "medial_calcaneal": ["M5 5"]}),
    ],
)
def test_figures_show_the_lines_of_the_person(varied, variant, drawn):
    nerves, lines = ElementTree.fromstring(LINES)
    draw_variants(nerves, lines, varied(variant))
    assert {line.get("data-node"): [path.get("d") for path in line] for line in nerves} == drawn


def test_the_usual_figure_has_no_line_of_a_variant(atlas, varied):
    view = "foot_dorsal"
    usual, person = (read_figure(one, view) for one in (atlas, varied("accessory_deep_fibular")))
    assert find_group(usual, "variants") is None and find_group(person, "variants") is None
    added = {shape.get("data-node") for shape in group_shapes(person, "nerves")}
    added -= {shape.get("data-node") for shape in group_shapes(usual, "nerves")}
    assert added == {"accessory_deep_fibular"}


def test_a_cloud_counts_the_people_in_whom_a_nerve_reaches_a_patch(atlas):
    """The sural nerve is the tibial side's alone in types 1 to 3, and the fibular side's in types 1, 2, 4 and 5."""
    cloud = SkinCloud(atlas.dataset, n=3000, seed=3)
    kinds = variant_shares(atlas.dataset)["sural_formation"]
    tibial = 1 - kinds["sural_type_4"] - kinds["sural_type_5"]
    fibular = 1 - kinds["sural_type_3"] - kinds["sural_type_6"]
    assert cloud.of("tibial")["lateral_border"] == pytest.approx(tibial, abs=0.03)
    assert cloud.of("common_fibular")["lateral_border"] == pytest.approx(fibular, abs=0.04)
    assert cloud.of("sural")["lateral_border"] == 1
    assert cloud.of("saphenous")["medial_border_hindfoot"] == pytest.approx(19 / 29, abs=0.04)
    with pytest.raises(ValueError, match="a group of 0 people has no shares"):
        SkinCloud(atlas.dataset, n=0)


@pytest.fixture(scope="module")
def page():
    """A function from a query to the page that the server sends for it."""
    client = create_app().server.test_client()
    return lambda query: client.get(f"/{query}").get_data(as_text=True)


def test_the_server_sends_the_page_of_a_person_with_a_variant(page):
    usual, varied = page(""), page("?variant=sural_type_3")
    assert 'data-variant=""' in usual and "variant-shown" not in usual
    assert 'data-variant="sural_type_3"' in varied and "Sural nerve of the tibial side alone" in varied
    assert "./variant/sural_type_3/pathways-" in varied and "./variant/" not in usual
    assert "./de/" in varied  # other languages stay in reach


@pytest.mark.parametrize("value", ["none", "sural_type_1", "a,b", "%3Cb%3E", ""])
def test_the_server_sends_the_usual_page_for_any_other_value(page, value):
    assert page(f"?variant={value}") == page("")


def test_cards_list_the_forms_of_a_thing_with_their_rates(atlas, varied):
    shown = to_html(people_differ(atlas, "sural"))
    assert shown.count("<tr>") == 6 and shown.index("Sural nerve of two roots") < shown.index("Sural nerve joined")
    assert "31.2 % in one study" in shown and 'href="?variant=sural_type_3"' in shown
    assert 'data-variant="sural_type_1"' not in shown  # it is shown already
    assert "No change is computed" in shown  # for the form from the sciatic nerve
    assert people_differ(atlas, "gracilis") is None
    person = to_html(people_differ(varied("sural_type_3"), "sural"))
    assert "Shown now" in person and 'data-variant=""' in person and "<meter" not in person


VARIANTS = "id,name,pattern,usual,about,place,plain,cites,confidence,note"
RATES = "variant,study,rate,low,high,n,counted,people,cites,confidence,note"
SEGMENTS = "variant,action,id,nerve,order,name,from,level,cites,confidence,note"
CITED = "keeper[plate 1],single-source,"
USUAL = f"one,One,strands,yes,inner,arm,the usual form,{CITED}"
TWO = f"two,Two,strands,,inner,arm,the other form,{CITED}"
RATE = f"two,First,20,10,30,50,limbs,keepers,{CITED}"
SEGMENT = f"two,replace,outer,outer,1,Outer half,knot,tip,{CITED}"


def limb_with(folder, variants=(USUAL, TWO), rates=(RATE,), segments=(SEGMENT,)):
    """A copy of the invented limb whose people differ."""
    limb = copy_of(TINY, folder)
    (limb / "variants").mkdir()
    for table, rows in (
        ("variants", [VARIANTS, *variants]),
        ("variant_rates", [RATES, *rates]),
        ("variant_segments", [SEGMENTS, *segments]),
    ):
        (limb / "variants" / f"{table}.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return limb


def test_a_sound_variant_is_accepted(tmp_path):
    limb = Atlas.load(limb_with(tmp_path), variants=["two"])
    assert limb.dataset.segments["outer"].upstream == ("knot",)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"variants": (USUAL, TWO.replace(",,inner", ",yes,inner"))}, "'one' is already the usual form of 'strands'"),
        ({"rates": (RATE.replace("20,10,30", "20,10,"),)}, "a range has two ends"),
        ({"rates": (RATE.replace("20,10,30", ",10,30"),)}, "there is a range without a rate"),
        ({"rates": (RATE.replace("20,10,30", "31,10,30"),)}, "31 is not between 10 and 30"),
        (
            {"segments": (SEGMENT.replace("replace,outer", "replace,outre"),)},
            "no 'outre' in the table segments; did you",
        ),
        ({"segments": (SEGMENT.replace("replace,outer", "remove,outre"),)}, "the usual person has no 'outre'"),
        ({"segments": (SEGMENT.replace("replace", "add"),)}, "the usual person has 'outer' already"),
    ],
)
def test_a_wrong_variant_is_refused(tmp_path, wrong, told):
    assert [problem for problem in problems_of(limb_with(tmp_path, **wrong)) if told in problem]
