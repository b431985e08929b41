"""The real data: undisputed anatomy, the claims of the article, and the rule for the consensus map."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from atlas.dataset.citations import READINGS
from atlas.web.layout.maps_page import choice_name

MAIN_NERVE = {
    "medial_malleolus": "saphenous",
    "medial_leg": "saphenous",
    "anterior_knee": "infrapatellar_saphenous",
    "anterolateral_leg_lower": "superficial_fibular",
    "lateral_leg_upper": "lateral_sural_cutaneous",
    "posterior_leg_lower": "sural",
    "lateral_malleolus": "sural",
    "lateral_border": "lateral_dorsal_cutaneous",
    "heel_lateral": "lateral_calcaneal",
    "heel_plantar": "medial_calcaneal",
    "heel_medial": "medial_calcaneal",
    "first_web_dorsal": "deep_fibular_medial_terminal",
    "dorsum_medial": "medial_dorsal_cutaneous",
    "dorsum_lateral": "intermediate_dorsal_cutaneous",
    "sole_medial": "medial_plantar",
    "sole_lateral": "lateral_plantar",
    "toe1_plantar": "medial_plantar",
    "toe5_plantar": "lateral_plantar",
    "posterior_thigh": "posterior_femoral_cutaneous",
    "popliteal_fossa": "posterior_femoral_cutaneous",
    "lateral_thigh": "lateral_femoral_cutaneous",
    "medial_thigh": "obturator",
    "saddle": "pudendal",
}


@pytest.mark.parametrize(("territory", "nerve"), MAIN_NERVE.items())
def test_skin_is_supplied_by_its_nerve(atlas, territory, nerve):
    assert nerve in atlas.pathway(territory).nerves


MUSCLE_NERVES = [
    # muscle, nerves on its pathway, nerves that are not
    ("biceps_femoris_short", "sciatic_fibular_division", "sciatic_tibial_division tibial common_fibular"),
    ("biceps_femoris_long", "sciatic_tibial_division", "sciatic_fibular_division tibial"),
    ("semitendinosus", "sciatic_tibial_division", "sciatic_fibular_division"),
    ("tibialis_anterior", "sciatic common_fibular deep_fibular", "femoral superficial_fibular tibial"),
    ("fibularis_longus", "common_fibular superficial_fibular", "deep_fibular tibial"),
    ("tibialis_posterior", "sciatic tibial", "common_fibular"),
    ("gastrocnemius", "tibial", "common_fibular medial_plantar"),
    ("quadriceps", "femoral lumbar_plexus", "sciatic obturator saphenous"),
    ("adductor_longus", "obturator", "femoral sciatic"),
    ("gluteus_medius", "superior_gluteal", "sciatic inferior_gluteal"),
    ("gluteus_maximus", "inferior_gluteal", "sciatic superior_gluteal"),
    ("extensor_digitorum_brevis", "deep_fibular deep_fibular_lateral_terminal", "superficial_fibular"),
    ("abductor_hallucis", "medial_plantar", "lateral_plantar"),
    ("abductor_digiti_minimi", "lateral_plantar inferior_calcaneal", "medial_plantar"),
    ("flexor_hallucis_longus", "tibial", "medial_plantar"),
]


@pytest.mark.parametrize(("muscle", "by", "never"), MUSCLE_NERVES)
def test_muscles_are_supplied_by_their_nerves(atlas, muscle, by, never):
    nerves = set(atlas.pathway(muscle).nerves)
    assert set(by.split()) <= nerves
    assert not set(never.split()) & nerves


def test_plain_reachability_does_not_leak(atlas):
    """Reachability in the graph alone would highlight these."""
    assert "first_web_dorsal" not in atlas.pathway("S1", "isncsci").territories
    assert "first_web_dorsal" not in atlas.pathway("S1").territories
    for map_id in atlas.maps:
        assert not {"S2", "S3"} & set(atlas.pathway("first web space", map_id).roots)


def test_l4_reaches_the_ankle_by_two_routes(atlas):
    found = atlas.pathway("L4")
    edges = set(found.edges)
    assert {"medial_malleolus", "tibialis_anterior"} <= set(found.territories + found.muscles)
    assert not {"sciatic", "common_fibular"} & set(atlas.pathway("medial_malleolus").nerves)
    assert ("L4", "lumbar_plexus") in edges and ("L4", "lumbosacral_trunk") in edges
    assert any(chain[-1] == "medial_malleolus" for chain in found.chains)
    assert any("lumbosacral_trunk" in chain and "sciatic" in str(chain) for chain in found.chains)


def test_the_nerve_does_not_depend_on_the_map(atlas):
    for map_id in atlas.dataset["dermatome_maps"]:
        found = atlas.pathway("first_web_dorsal", map_id)
        assert {"deep_fibular", "common_fibular"} <= set(found.nerves), map_id


def test_distal_sites_spare_what_branches_off_proximally(atlas):
    tunnel = atlas.pathway("tarsal_tunnel")
    assert not {"gastrocnemius", "soleus", "tibialis_posterior"} & set(tunnel.muscles)
    assert "achilles" not in tunnel.reflexes
    neck = atlas.pathway("common_fibular_neuropathy")
    assert "tibialis_anterior" in neck.muscles
    assert not {"tibialis_posterior", "biceps_femoris_short", "gluteus_medius"} & set(neck.muscles)


ARTICLE = [
    ("L5", "dorsum_central dorsum_medial toe1_dorsal toe2_dorsal toe3_dorsal"),
    ("S1", "sole_lateral sole_medial lateral_border"),
    ("L4", "medial_malleolus"),
]


@pytest.mark.parametrize(("root", "territories"), ARTICLE)
def test_the_consensus_map_agrees_with_the_article(atlas, root, territories):
    assert set(territories.split()) <= set(atlas.pathway(root).territories)


def test_the_sciatic_nerve_carries_l4_to_s3(atlas):
    assert atlas.pathway("sciatic").roots == ("L4", "L5", "S1", "S2", "S3")


KEY_POINTS = {
    "L3": "medial_knee",
    "L4": "medial_malleolus",
    "L5": "dorsum_central",
    "S1": "heel_lateral",
    "S2": "popliteal_fossa",
    "S3": "infragluteal",
}


@pytest.mark.parametrize(("root", "territory"), KEY_POINTS.items())
def test_isncsci_key_points(atlas, root, territory):
    assert atlas.dataset["dermatomes"][territory, "isncsci"].roots == (root,)
    assert territory in atlas.pathway(root, "isncsci").territories


DISSECTION = "cadaver dissection"
"""The basis of a map whose roots the consensus takes over without a vote."""


def _counted_rows(atlas, territory):
    """Map → its row for a patch, for the maps that the consensus counts: neither itself nor maps of pain."""
    maps = [
        m.id for m in atlas.dataset["dermatome_maps"].values() if m.id != atlas.default_map and m.shows == "feeling"
    ]
    rows = {m: atlas.dataset["dermatomes"].get((territory, m)) for m in maps}
    return {m: row for m, row in rows.items() if row and row.standing == "drawn"}


def _expected_consensus(votes, shown, order):
    """The rule of the consensus map, from the answers of the maps that were read, each a set of roots.

    It gives the roots that more than a third of the answers name, those that dissection shows, and any root between.
    """
    count = Counter(root for roots in votes for root in roots)
    given = {root for root, times in count.items() if 3 * times > len(votes)} | shown
    places = [order.index(root) for root in given]
    return set(order[min(places) : max(places) + 1])


@pytest.mark.parametrize(
    ("votes", "shown", "expected"),
    [
        (["A"], "", "A"),
        (["A", "B"], "", "AB"),  # half of the maps each
        (["A", "A", "B"], "", "A"),  # one of three is not more than a third
        (["AB", "A", "B", "C", "C"], "", "ABC"),  # two of five each
        (["A", "C"], "", "ABC"),  # the skin of a root does not skip its neighbour
        (["A", "A", "A", "A", "B"], "B", "AB"),  # dissection is not outvoted
        (["A", "A", "A", "D"], "", "A"),
    ],
)
def test_the_rule_of_the_consensus_map_in_cases_worked_by_hand(votes, shown, expected):
    assert _expected_consensus(votes, set(shown), "ABCD") == set(expected)


def test_the_consensus_map_follows_from_the_other_maps(atlas):
    """Maps that nobody read never vote; a patch that no map read describes keeps their roots, and is not marked read."""
    maps = atlas.dataset["dermatome_maps"]
    order = [root.id for root in sorted(atlas.dataset["roots"].values(), key=lambda root: root.order)]
    wrong = {}
    for territory in atlas.dataset["territories"]:
        row = atlas.dataset["dermatomes"][territory, atlas.default_map]
        rows = _counted_rows(atlas, territory)
        read = {m: other for m, other in rows.items() if other.checked == "read"}
        voters = read or rows
        shown = {root for m, other in voters.items() if maps[m].basis == DISSECTION for root in other.roots}
        expected = _expected_consensus([other.roots for other in voters.values()], shown, order)
        if set(row.roots) != expected or (row.checked == "read") != bool(read):
            wrong[territory] = (row.roots, row.checked, expected)
    assert wrong == {}


def test_the_consensus_map_skips_no_root(atlas):
    places = {root.id: root.order for root in atlas.dataset["roots"].values()}
    for (territory, map_id), row in atlas.dataset["dermatomes"].items():
        if map_id == atlas.default_map:
            orders = [places[root] for root in row.roots]
            assert sorted(orders) == list(range(min(orders), max(orders) + 1)), territory


def test_the_consensus_map_is_sure_only_where_all_maps_read_agree(atlas):
    for (territory, map_id), row in atlas.dataset["dermatomes"].items():
        if map_id != atlas.default_map:
            continue
        read = [other for other in _counted_rows(atlas, territory).values() if other.checked == "read"]
        agreed = len(read) > 1 and all({*other.roots} == {*row.roots} for other in read)
        assert (row.confidence == "consensus") == agreed, territory


def test_a_map_of_which_nothing_drawn_was_read_says_so_in_its_name(atlas):
    for map_id in atlas.maps:
        drawn = [r for r in atlas.dataset["dermatomes"].values() if r.map == map_id and r.standing == "drawn"]
        unread = not any(row.checked == "read" for row in drawn)
        assert choice_name(atlas, map_id).endswith(atlas.strings["map.unread.all"]) == unread, map_id


def test_the_consensus_map_names_every_dissenter(atlas):
    for (territory, map_id), row in atlas.dataset["dermatomes"].items():
        if map_id != atlas.default_map:
            continue
        dissenting = {
            (m, other.roots) for m, other in _counted_rows(atlas, territory).items() if {*other.roots} != {*row.roots}
        }
        named = {(m, tuple(roots.split("+"))) for m, _, roots in (part.partition(":") for part in row.dissent)}
        assert named == dissenting, territory


def test_most_rows_of_dermatome_maps_were_read(atlas):
    rows = atlas.dataset["dermatomes"].values()
    assert sum(row.checked == "read" for row in rows) > 0.83 * len(rows)


def test_no_citation_claims_more_than_its_source_allows(atlas):
    access = {key: source.access for key, source in atlas.dataset["sources"].items()}
    for table in atlas.dataset:
        for row in atlas.dataset[table].values():
            for cited in getattr(row, "cites", ()):
                assert READINGS.index(cited.reading) >= READINGS.index(access[cited.key]), row


def test_a_map_of_pain_cannot_be_chosen(atlas):
    """The chosen map shows what becomes numb, and pain is not loss of feeling."""
    pain = {m.id for m in atlas.dataset["dermatome_maps"].values() if m.shows == "pain"}
    assert pain and not pain & set(atlas.maps)


def test_the_method_of_a_map_is_at_most_two_sentences(atlas):
    for row in atlas.dataset.dermatome_maps.values():
        assert len(re.findall(r"[.] [A-Z]", row.method)) <= 1 and len(row.method) <= 205, row.id


def test_nothing_of_the_collected_evidence_was_lost(atlas):
    assert len(atlas.dataset["muscles"]) == 45 + 8
    assert len(atlas.dataset["reflexes"]) == 7 + 2
    assert len(atlas.dataset["conditions"]) == 32 + 11 + 10 + 17
    assert len(atlas.dataset["territories"]) >= 36 + 8
    assert {row.id for row in atlas.dataset["roots"].values() if row.scope == "core"} == {
        "L2",
        "L3",
        "L4",
        "L5",
        "S1",
        "S2",
        "S3",
    }


NAMES = [
    ("first web space", "first_web_dorsal"),
    ("short head of biceps femoris", "biceps_femoris_short"),
    ("biceps femoris short head", "biceps_femoris_short"),
    ("medial malleolus", "medial_malleolus"),
    ("common peroneal nerve", "common_fibular"),
    ("peroneus longus", "fibularis_longus"),
    ("posterior tibial nerve", "tibial"),
    ("knee jerk", "patellar"),
    ("ankle jerk", "achilles"),
    ("Baxter's nerve", "inferior_calcaneal"),
    ("l5", "L5"),
]


@pytest.mark.parametrize(("name", "id_"), NAMES)
def test_names_that_people_use(atlas, name, id_):
    assert atlas.resolve(name) == id_


SEARCHES = [
    ("peroneal", "common_fibular"),
    ("sofenous", "saphenous"),
    ("big toe", "toe1_dorsal"),
    ("gastrocnemeus", "gastrocnemius"),
    ("tibialis postirior", "tibialis_posterior"),
    ("inner ankle", "medial_malleolus"),
]


@pytest.mark.parametrize(("text", "first"), SEARCHES)
def test_searches_that_people_make(atlas, text, first):
    assert first in [match.id for match in atlas.search(text, 3)]


def test_fibular_can_be_found_as_peroneal_everywhere(atlas):
    for nerve in atlas.dataset["nerves"].values():
        if "fibular" in nerve.name.casefold() and nerve.kind in ("nerve", "division"):
            assert any("peroneal" in name.casefold() for name in nerve.synonyms), nerve.id


def test_every_pathway_on_every_map_is_complete(atlas):
    for map_id in atlas.dataset["dermatome_maps"]:
        for id_, node in atlas.nodes.items():
            found = atlas.pathway(id_, map_id)
            json.dumps(found.as_dict())
            if node.kind in ("territory", "muscle", "reflex"):
                assert found.edges and found.chains, (id_, map_id)
            assert found.sources or not found.edges


def test_a_consensus_rests_on_two_authors_that_were_read(atlas):
    sources = atlas.dataset["sources"]
    for table in atlas.dataset:
        for row in atlas.dataset[table].values():
            if getattr(row, "confidence", "") == "consensus":
                read = {cited.key for cited in row.cites if cited.reading in ("whole", "excerpt")}
                assert row.checked == "read" and len(read) > 1, row
                assert len({sources[key].authors or key for key in read}) > 1, row


def test_mistakes_in_the_real_data_are_reported(atlas, tmp_path):
    """Six typical mistakes in a copy, each reported in its own line."""
    import shutil

    from atlas.dataset.loader import read_folder
    from atlas.dataset.validation import broken_rules
    from tests.support.limbs import set_cell

    def lines(change):
        folder = tmp_path / "data"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(atlas.folder, folder)
        change(folder)
        dataset, problems = read_folder(folder)
        return [str(problem) for problem in problems + broken_rules(dataset)]

    def append_copy(folder):
        path = Path(folder) / "anatomy/reflexes.csv"
        rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
        with path.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerow(rows[1])

    cases = [
        (
            lambda f: set_cell(f, "sites", "root_L5", "on", "L55"),
            "'L55' is not in segments or roots; did you mean 'L5'?",
        ),
        (lambda f: set_cell(f, "muscles", "soleus", "cites", ""), "cites: no source is cited"),
        (
            lambda f: set_cell(f, "segments", "sacral_plexus", "from", "lumbosacral_trunk;tibial.calf"),
            "form a cycle",
        ),
        (lambda f: (f / "anatomy/levels.csv").write_bytes(b""), "anatomy/levels.csv:1:1: the file is empty"),
        (
            lambda f: (f / "anatomy/levels.csv").write_bytes("id,name,order\nroot,Würzel,1\n".encode("latin-1")),
            "anatomy/levels.csv:2:2: the byte 0xfc is not UTF-8",
        ),
        (append_copy, "is already the key of line 2"),
    ]
    for change, expected in cases:
        assert any(expected in line for line in lines(change)), expected
