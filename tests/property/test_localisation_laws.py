"""Laws of localisation that hold for any findings, and for the deficits of any site."""

import dataclasses
import json

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from atlas.reasoning.localisation.findings import ABNORMAL, SIGNS, Findings
from atlas.reasoning.localisation.ranking import COST_DIGITS
from atlas.reasoning.localisation.scoring import DEFAULT_PARAMETERS, PREDICTED_SHARE, finding_cost
from atlas.reasoning.nerve_studies.course import INJURIES
from tests.fixtures.random_findings import random_findings, with_random_studies

shares = st.floats(0, 1)


@given(sign=st.sampled_from(list(SIGNS)), lower=shares, higher=shares, required=st.sampled_from([0.3, 0.4, 0.9]))
def test_losing_more_explains_deficits_better_and_normal_findings_worse(sign, lower, higher, required) -> None:
    lower, higher = sorted((lower, higher))
    cost_of_lower = finding_cost(sign, lower, required, DEFAULT_PARAMETERS)
    cost_of_higher = finding_cost(sign, higher, required, DEFAULT_PARAMETERS)
    assert min(cost_of_lower, cost_of_higher) >= -1e-12
    if sign in ABNORMAL:
        assert cost_of_higher <= cost_of_lower + 1e-12
    else:
        assert cost_of_higher >= cost_of_lower - 1e-12


@pytest.mark.parametrize("sign", SIGNS)
def test_a_deficit_costs_nothing_at_complete_loss_and_a_normal_finding_nothing_at_none(sign) -> None:
    complete, none = (finding_cost(sign, share, 0.4, DEFAULT_PARAMETERS) for share in (1.0, 0.0))
    assert (complete if sign in ABNORMAL else none) == pytest.approx(0)
    assert 0 < max(complete, none) < float("inf")


targets = st.lists(st.integers(0, 10_000), max_size=6)


@settings(max_examples=40)
@given(weak=targets, normal=targets, numb=targets)
def test_any_findings_get_a_complete_answer_in_an_order_that_does_not_depend_on_theirs(
    atlas, weak, normal, numb
) -> None:
    muscles, skin = list(atlas.dataset["muscles"]), list(atlas.dataset["territories"])
    signs = {
        "weak": [muscles[n % len(muscles)] for n in weak],
        "normal": [muscles[n % len(muscles)] for n in normal],
        "numb": [skin[n % len(skin)] for n in numb],
    }
    answer = atlas.localise(**signs)
    reversed_answer = atlas.localise(**{sign: names[::-1] for sign, names in signs.items()})
    abnormal = {*signs["weak"], *signs["numb"]}
    for candidate in answer.candidates:
        assert set(candidate["explained"]) | set(candidate["unexplained"]) == abnormal
        assert set(candidate["contradicted"]) <= set(signs["normal"])
    assert [c["site_key"] for c in reversed_answer.candidates] == [c["site_key"] for c in answer.candidates]
    assert "probab" not in json.dumps(answer.as_dict()).lower()


@settings(max_examples=60)
@given(seed=st.integers(0, 100_000))
def test_indistinguishable_candidates_are_listed_symmetrically(atlas, seed) -> None:
    candidates = atlas.localiser.localise(random_findings(atlas, seed), limit=1000).candidates
    alike = {candidate["site_key"]: set(candidate["alike"]) for candidate in candidates}
    for key, others in alike.items():
        assert key not in others
        assert all(key in alike[other] for other in others)


@settings(max_examples=150)
@given(data=st.data())
def test_a_few_of_the_likely_losses_keep_the_site_in_the_answer(atlas, data) -> None:
    """A smaller site can explain a few losses better, but the site explains them all and stays in the answer."""
    expected = atlas.localiser.expected
    likely = {
        site: [t for t, share in expected.of(site).items() if share >= PREDICTED_SHARE] for site in expected.by_site
    }
    focal = [site for site, losses in likely.items() if losses and atlas.dataset["sites"][site].standing == "focal"]
    site = data.draw(st.sampled_from(focal))
    losses = data.draw(st.lists(st.sampled_from(likely[site]), min_size=1, max_size=6, unique=True))
    sign_of_kind = {"muscle": "weak", "territory": "numb", "reflex": "reduced_reflex"}
    findings = Findings(signs=[(sign_of_kind[atlas.nerve_graph.kinds[target]], target) for target in losses])
    candidates = {candidate["site_key"]: candidate for candidate in atlas.localise(findings).candidates}
    key, best = atlas.lesion_places.site_key(site), next(iter(candidates.values()))
    assert key in candidates or key in best["alike"]
    assert key not in candidates or candidates[key]["unexplained"] == []


RESULT_OF = {"abnormal": "fibrillations"}


@settings(max_examples=80, deadline=None)
@given(data=st.data(), seed=st.integers(0, 100_000))
def test_a_study_that_a_site_predicts_never_lowers_it_beside_one_that_predicts_the_opposite(atlas, data, seed) -> None:
    """Of one injury: with the result added, the site that predicts it does not fall behind the other."""
    findings = with_random_studies(atlas, random_findings(atlas, seed), seed)
    findings.injury = findings.injury or data.draw(st.sampled_from(INJURIES))
    day = 21 if findings.days is None else findings.days
    predictions, ranking = atlas.localiser.predictions, atlas.localiser.ranking
    sites = list(atlas.localiser.expected.by_site)
    study = data.draw(st.sampled_from(list(predictions.kind)))
    expected = {site: predictions.stage(study, site, findings.injury, day).expected for site in sites}
    known = {site: one for site, one in expected.items() if one != "uncertain"}
    site = data.draw(st.sampled_from(list(known)))
    opposites = [other for other, one in known.items() if (one == "normal") != (known[site] == "normal")]
    assume(opposites and all(done != study for done, _ in findings.studies))
    other = data.draw(st.sampled_from(opposites))

    def cost(given, place):
        evidence = ranking.scorer.evidence(given, [])
        return ranking.scorer.score((place,), atlas.localiser.expected.of(place), evidence).total

    before = cost(findings, site) - cost(findings, other)
    result = RESULT_OF.get(known[site], known[site])
    more = dataclasses.replace(findings, studies=[*findings.studies, (study, result)])
    after = cost(more, site) - cost(more, other)
    assert round(after - before, COST_DIGITS) <= 0
