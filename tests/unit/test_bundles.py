"""The sets of answers say what the queries say, for every place and every dermatome map."""

import json
from functools import cache

import pytest

from atlas import Atlas
from atlas.figures.lesion_table import PLACED, build_lesions, places, sites_of_condition
from atlas.graph.denervation import denervated
from atlas.web.bundles.comparisons import build_comparisons, triples
from tests.unit.test_pathway_bundle import decoded

WHOLE = 10_000


@pytest.fixture(scope="module")
def known(limb: Atlas) -> dict[str, tuple[str, ...]]:
    return places(limb)


@pytest.fixture(scope="module")
def answers(limb: Atlas) -> dict:
    return json.loads(json.dumps(build_lesions(limb)))


def test_every_lesion_is_the_lesion_of_the_queries(limb: Atlas, answers: dict) -> None:
    ids, lists = list(limb.nodes), answers["lists"]
    names = [ids[at] for at in answers["places"]]
    for map_id in limb.maps:
        for id_, row in zip(names, answers["by_map"][map_id], strict=True):
            lost, reduced, *_, could_not, _, sometimes = (lists[place] for place in answers["lesions"][row])
            found = limb.lesion(id_, map_id, "complete")
            assert {ids[n] for n in decoded(lost)} == {*found.lost, *found.reflexes_lost}, (id_, map_id)
            parts = [answers["parts"][part] for part in reduced]
            listed = {ids[at]: (share / WHOLE, (least / WHOLE, most / WHOLE)) for at, share, least, most in parts}
            shares = found.reduced | found.reflexes_reduced
            assert listed == {target: (share, found.between[target]) for target, share in shares.items()}
            assert [answers["deficits"][n] for n in could_not] == list(found.could_not)
            assert {ids[n] for n in decoded(sometimes)} == set(found.sometimes)
    usual = [limb.lesion(id_).severity for id_ in names]
    assert answers["usual"] == usual


def test_severities_scale_complete_lesions(limb: Atlas, answers: dict) -> None:
    """As the page does it: nothing is lost completely, and every share and its limits are scaled."""
    for id_ in [list(limb.nodes)[at] for at in answers["places"]]:
        complete = limb.lesion(id_, severity="complete")
        shares = dict.fromkeys((*complete.lost, *complete.reflexes_lost), 1.0)
        shares |= complete.reduced | complete.reflexes_reduced
        for severity in ("partial", "intermittent"):
            value, low, high = answers["severities"][severity]
            found = limb.lesion(id_, severity=severity)
            reduced = found.reduced | found.reflexes_reduced
            assert reduced == pytest.approx({target: share * value for target, share in shares.items()}, abs=1e-4)
            for target, (least, most) in complete.between.items():
                assert found.between[target] == pytest.approx((least * low, most * high), abs=1e-4)


def test_every_place_and_nothing_else_is_a_place(limb: Atlas, answers: dict, known: dict) -> None:
    assert [list(limb.nodes)[at] for at in answers["places"]] == list(known)
    for id_, node in limb.nodes.items():
        try:
            limb.lesion(id_)
        except ValueError:
            assert id_ not in known
        else:
            # some conditions go by the name of their site
            assert (id_ in known) == (node.kind in PLACED)


def test_the_bundle_packs_every_denervation(limb: Atlas, answers: dict, known: dict) -> None:
    """Whether `denervated` is right is tested against an oracle in `tests/property/test_denervation_laws.py`."""
    ids, lists = list(limb.nodes), answers["lists"]
    row = answers["by_map"][limb.default_map]
    edges = [tuple(ids[n] for n in pair) for pair in answers["edges"]]
    for at, on in enumerate(known.values()):
        found = denervated(limb.nerve_graph, on, limb.default_map)
        _, _, lost, reduced, lost_edges, reduced_edges, *_ = (lists[n] for n in answers["lesions"][row[at]])
        assert {ids[n] for n in decoded(lost)} == {*found.lost_nodes} >= {*on}
        assert [ids[n] for n in answers["removed_nodes"][at]] == list(on)
        assert {ids[n] for n in decoded(reduced)} == {*found.reduced_nodes}
        assert {edges[n] for n in decoded(lost_edges)} == {*found.lost_edges}
        assert {edges[n] for n in decoded(reduced_edges)} == {*found.reduced_edges}


@cache
def _affected(limb: Atlas, stop: str) -> dict[str, float]:
    found = limb.lesion(stop)
    return dict.fromkeys((*found.lost, *found.reflexes_lost), 1.0) | found.reduced | found.reflexes_reduced


def test_conditions_know_their_sites(limb: Atlas, answers: dict) -> None:
    ids = list(limb.nodes)
    found = {ids[int(at)]: [ids[site] for site in sites] for at, sites in answers["sites_of_condition"].items()}
    assert found == sites_of_condition(limb)


def test_red_flags_are_listed_where_their_signs_are_affected(limb: Atlas, answers: dict, known: dict) -> None:
    row = answers["by_map"][limb.default_map]
    for at, id_ in enumerate(known):
        flags = {answers["flags"][n] for n in answers["lists"][answers["lesions"][row[at]][-2]]}
        affected = {*_affected(limb, id_)}
        alone = {
            rule.needs[0]: rule.emergency for rule in limb.dataset.emergency_rules.values() if len(rule.needs) == 1
        }
        for sign in limb.dataset.emergency_signs.values():
            targets = {found.partition(":")[2] for found in sign.found_in}
            leads_here = any(id_ in limb.dataset.clues[clue].toward for clue in sign.clues)
            if sign.id in alone and (affected & targets or leads_here):
                assert limb.dataset.red_flags[alone[sign.id]].text in flags, (id_, sign.id)


def test_the_cauda_equina_is_an_emergency_and_the_tarsal_tunnel_is_not(atlas: Atlas) -> None:
    answers, known = build_lesions(atlas), list(places(atlas))
    row = answers["by_map"][atlas.default_map]
    flags = {
        name: [
            answers["flags"][n]
            for n in answers["lists"][answers["lesions"][row[known.index(atlas.lesion(name).site)]][-2]]
        ]
        for name in ("cauda equina", "tarsal tunnel")
    }
    assert any("mergency" in flag for flag in flags["cauda equina"])
    assert not flags["tarsal tunnel"]


def test_pairs_are_the_pairs_of_the_queries(limb: Atlas) -> None:
    answers, ids = build_comparisons(limb), list(limb.nodes)
    assert [(ids[a], ids[b]) for a, b in answers["pairs"]] == list(limb.pairs)
    for number, (a, b) in enumerate(limb.pairs):
        found, listed = limb.compare(a, b), answers["discriminators"][number]
        assert [entry["finding"] for entry in listed] == [entry.finding for entry in found.discriminators]
        assert answers["best"][number] == (found.best is not None)
        for map_id in limb.maps:
            against = {(listed[at]["finding"], side) for at, side in answers["against"][map_id][number]}
            found = limb.compare(a, b, map_id)
            assert against == {(entry.finding, side) for entry in found.discriminators for side in entry.against}


def test_the_three_that_the_article_confuses_stand_together(atlas: Atlas) -> None:
    assert {"root_S1", "tarsal_tunnel", "dspn"} in [{*three} for three in triples(atlas.pairs)]
