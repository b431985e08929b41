"""What languages share: computed once, equal to what each would compute by itself, and never that of another person."""

import os
import subprocess
import sys

import pytest

from atlas import Atlas
from atlas.dataset.translation.locales import in_language
from atlas.graph.nerve_graph import NerveGraph
from atlas.web.bundles.registry import bundle_json

SHARING = ("pathways", "lesions", "comparisons", "labels", "cases", "studies")


def test_languages_share_what_does_not_depend_on_words(atlas: Atlas) -> None:
    german, latin = atlas.in_language("de"), atlas.in_latin()
    for other in (german, latin, german.in_latin()):
        assert other.nerve_graph.conduction is atlas.nerve_graph.conduction
        assert other.nerve_graph.dataset is other.dataset
    assert german.skin_cloud is atlas.skin_cloud


def test_a_person_with_a_variant_shares_nothing_with_the_usual_one(atlas: Atlas) -> None:
    varied = atlas.with_variants(["accessory_deep_fibular"])
    assert varied.nerve_graph.conduction is not atlas.nerve_graph.conduction
    assert varied.in_latin().nerve_graph.conduction is varied.nerve_graph.conduction
    site, muscle = "nerve_deep_fibular_leg", "extensor_digitorum_brevis"
    assert muscle in atlas.lesion(site).lost and muscle not in varied.lesion(site).lost


def test_a_value_is_computed_once(tiny: Atlas) -> None:
    graph, calls = NerveGraph(tiny.dataset), []
    other = NerveGraph(tiny.dataset, same_anatomy=graph)
    for one in (graph, other, graph):
        assert one.once("answer", lambda: calls.append(1) or 42) == 42
    assert len(calls) == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", SHARING)
def test_a_bundle_is_the_same_as_without_sharing(atlas: Atlas, name: str) -> None:
    bundle_json(name, atlas)
    alone = Atlas(in_language(atlas.dataset, "de"))
    assert bundle_json(name, atlas.in_language("de")) == bundle_json(name, alone)


@pytest.mark.slow
def test_shares_of_skin_have_the_same_order_in_every_run() -> None:
    script = "from atlas import Atlas; a = Atlas.load(); print([list(a.skin_cloud.of(n)) for n in a.dataset.nerves])"
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
