"""What is expected of each site: pooled sources add up to one whole target, and patchy sites count less."""

from __future__ import annotations

import pytest

from atlas import Atlas
from atlas.graph.severity import share_of_fibres, usual_severity
from atlas.reasoning.localisation import expected_deficits
from atlas.reasoning.localisation.site_costs import SiteCosts


@pytest.mark.parametrize("pool", ["_pooled_muscles", "_pooled_maps", "_pooled_fields"])
def test_the_pooled_fibres_of_a_target_are_one_whole(limb: Atlas, pool: str) -> None:
    """However many sources name it: cut through everything, and it is lost once."""
    whole: dict[str, float] = {}
    for fibres in getattr(expected_deficits, pool)(limb.nerve_graph).values():
        for fibre in fibres:
            whole[fibre.target] = whole.get(fibre.target, 0.0) + fibre.share
    assert whole
    assert whole == pytest.approx(dict.fromkeys(whole, 1.0))


@pytest.fixture(scope="module")
def costs(atlas: Atlas) -> SiteCosts:
    parameters = atlas.localiser.ranking.scorer.parameters
    return SiteCosts(atlas.nerve_graph, atlas.localiser.expected, parameters)


def test_less_is_expected_of_a_site_of_three_places_or_more(atlas: Atlas, costs: SiteCosts) -> None:
    sites = atlas.dataset.sites.values()
    patchy = {site.id for site in sites if site.standing == "several" and len(site.on) >= 3}
    assert patchy
    for site in sites:
        usual = share_of_fibres(atlas.nerve_graph, usual_severity(atlas.nerve_graph, site.id))
        factor = costs.parameters.patchy_factor if site.id in patchy else 1.0
        assert costs.expected_factor[site.id] == pytest.approx(usual * factor), site.id
    assert costs.parameters.patchy_factor < 1
