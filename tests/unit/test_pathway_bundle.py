"""The pathways bundle agrees with `Atlas.pathway` for every node and every dermatome map."""

import json

from atlas import Atlas
from atlas.figures.pathway_table import HIGHLIGHTED, build_payload
from tests.support.limbs import TINY


def decoded(differences: list[int]) -> list[int]:
    """Sorted numbers from their differences."""
    total, found = 0, []
    for step in differences:
        total += step
        found.append(total)
    return found


def test_every_pathway_is_that_of_the_api(tiny: Atlas) -> None:
    payload = json.loads(json.dumps(build_payload(tiny)))
    ids, lists, keys = payload["ids"], payload["lists"], list(tiny.dataset.sources)
    assert payload["source_count"] == len(keys)
    for map_id in tiny.maps:
        for at, id_ in enumerate(ids):
            found = tiny.pathway(id_, map_id)
            lit, edges, sources, chains = (lists[place] for place in payload["pathways"][payload["by_map"][map_id][at]])
            assert {ids[n] for n in decoded(lit)} == {id_} | {x for part in HIGHLIGHTED for x in getattr(found, part)}
            pairs = {tuple(ids[n] for n in payload["edges"][edge]) for edge in decoded(edges)}
            assert pairs == set(found.edges)
            assert [keys[n] for n in decoded(sources)] == list(found.sources)
            assert [tuple(ids[n] for n in lists[chain]) for chain in chains] == list(found.chains)


def test_the_bundle_has_names_kinds_and_the_default_map(tiny: Atlas) -> None:
    payload = build_payload(tiny)
    assert len(payload["ids"]) == len(payload["names"]) == len(payload["kinds"])
    assert payload["default_map"] == tiny.default_map
    assert list(payload["maps"]) == list(tiny.maps)


def test_the_bundle_is_the_same_each_time(tiny: Atlas) -> None:
    assert json.dumps(build_payload(tiny)) == json.dumps(build_payload(Atlas.load(TINY)))
