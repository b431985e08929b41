"""The pages of conditions as Python makes them: every section that a row fills, and every way on from it."""

import re
from html import unescape

import pytest

from atlas import Atlas
from atlas.web.bundles.conditions import build_conditions, grouped, neighbours, roots_and_nerves
from atlas.web.layout.answers import answer
from atlas.web.layout.condition_page import SECTIONS, condition_page, condition_words
from atlas.web.layout.html_renderer import to_html


def test_every_condition_stands_in_one_group(limb: Atlas) -> None:
    listed = [id_ for _, ids in grouped(limb) for id_ in ids]
    assert sorted(listed) == sorted(limb.dataset["conditions"])
    assert build_conditions(limb)["order"] == listed


def test_every_page_tells_what_its_row_says(limb: Atlas) -> None:
    told = {column for columns in SECTIONS.values() for column in columns}
    for id_, row in limb.dataset["conditions"].items():
        page = condition_page(limb, id_)
        filled = {name for name, columns in SECTIONS.items() if any(getattr(row, column) for column in columns)}
        assert {*page["sections"]} == filled, id_
        shown = to_html(list(page["sections"].values()))
        assert shown.count("<dd>") == sum(bool(getattr(row, column)) for column in SECTIONS["does"])
        assert row.red_flags in unescape(to_html(answer(limb, id_)))
        assert len(page["sources"]) == len({cited.key for cited in row.cites})
    assert told < {*type(row).model_fields}


def test_every_link_of_a_page_leads_somewhere(limb: Atlas) -> None:
    for id_, page in condition_words(limb)["pages"].items():
        shown = to_html([page["way"], page["pairs"]] if page["pairs"] is not None else page["way"])
        assert {*re.findall(r'data-node="([^"]+)"', shown)} <= {*limb.nodes}, id_
        for pair in re.findall(r'data-pair="([^"]+)"', shown):
            assert tuple(pair.split(",")) in limb.pairs


def test_each_lights_something_or_says_why_not(limb: Atlas) -> None:
    for row in limb.dataset["conditions"].values():
        placed = any(limb.dataset["sites"][site].on for site in row.sites)
        assert placed != bool(row.unplaced), row.id
        assert placed or row.lights, row.id


@pytest.mark.parametrize(
    ("condition", "roots", "nerves"),
    [
        ("disc_L5_S1_paracentral", {"S1"}, set()),
        ("tarsal_tunnel", {"L4", "L5", "S1", "S2", "S3"}, {"tibial"}),
        ("dspn", set(), set()),
    ],
)
def test_the_way_is_the_roots_and_nerves_of_its_sites(atlas: Atlas, condition, roots, nerves) -> None:
    found = roots_and_nerves(atlas, atlas.dataset["conditions"][condition])
    assert ({*found[0]}, {*found[1]}) == (roots, nerves)


REVIEWED = {
    *("sciatica", "spinal_stenosis", "common_fibular_neuropathy", "tarsal_tunnel", "morton_neuroma", "dspn"),
    *("piriformis_syndrome", "ls_plexopathy", "ankle_sprain_fracture", "cauda_equina_syndrome"),
    *("disc_L3_4_paracentral", "disc_L4_5_paracentral", "disc_L5_S1_paracentral"),
}
"""Conditions whose course was held against cohorts: their texts say from which year each number is."""


def test_a_year_in_the_treatment_is_that_of_a_source(atlas: Atlas) -> None:
    rows, sources = atlas.dataset["conditions"], atlas.dataset["sources"]
    for id_, row in rows.items():
        years = {*re.findall(r"\b(?:19|20)\d\d\b", row.treatment)}
        cited = [sources[cite.key] for cite in row.cites]
        known = " ".join(f"{source.year} {source.id} {source.note}" for source in cited)
        assert not {year for year in years if year not in known}, id_
        assert years or id_ not in REVIEWED, id_


@pytest.mark.parametrize(
    ("condition", "told", "some", "of"),
    [
        # from the counts that the abstracts print
        ("cauda_equina_syndrome", "31 % needed a catheter before", 191, 615),
        ("cauda_equina_syndrome", "13 % when they left hospital", 78, 616),
        ("cauda_equina_syndrome", "65 % needed further services", 320, 490),
        ("morton_neuroma", "36 % after almost five years", 16, 45),
        ("morton_neuroma", "44 % had been operated on", 20, 45),
    ],
)
def test_a_rate_is_the_share_that_the_study_counted(atlas: Atlas, condition, told, some, of) -> None:
    assert told in atlas.dataset["conditions"][condition].treatment
    assert int(told.split(" %")[0]) == round(100 * some / of)


def test_neighbours_are_pairs_that_name_it_or_its_place(atlas: Atlas) -> None:
    rows = atlas.dataset["conditions"]
    assert ("root_S1", "tarsal_tunnel") in neighbours(atlas, rows["disc_L5_S1_paracentral"])
    assert ("root_S1", "tarsal_tunnel") in neighbours(atlas, rows["tarsal_tunnel"])
    assert neighbours(atlas, rows["ankle_sprain_fracture"]) == []
