"""Laws of the drill that builds a plexus, on random limbs and on the real one."""

import networkx as nx
from hypothesis import given, settings

from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.drills.build_steps import PLEXUS, Builds
from atlas.reasoning.drills.nerve_tree import NerveTree
from tests.support.random_limbs import random_limbs


def _segment_routes(limb: NerveGraph) -> nx.DiGraph:
    """Roots and nerves as a second way finds them: the segments of each nerve drawn together."""
    owners = {segment: row.nerve for segment, row in limb.dataset.segments.items()}
    graph = nx.DiGraph()
    for segment, row in limb.dataset.segments.items():
        graph.add_node(owners[segment])
        graph.add_edges_from((owners.get(one, one), owners[segment]) for one in row.upstream)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph


def _check(limb: NerveGraph) -> int:
    tree, builds, routes = NerveTree(limb), Builds(limb), _segment_routes(limb)
    assert nx.is_directed_acyclic_graph(tree.graph)
    assert all(tree.origins(nerve) for nerve in tree.nerves), "every nerve comes from somewhere"
    for drill in builds.ids:
        steps = builds.steps(drill)
        built = [step.nerve for step in steps]
        assert len(built) == len(set(built)), "each nerve once"
        parts = builds.plexuses if drill == PLEXUS else tree.parts(drill)
        branches = {branch for part in parts for branch in routes.successors(part)}
        assert {*parts, *branches} <= set(built), "each nerve of the drill"
        for at, step in enumerate(steps):
            above = {one for one in tree.origins(step.nerve) if not tree.is_root(one)}
            assert above <= set(built[:at]), "after its origins"
            assert step.right not in step.wrong and len(step.wrong) == len(set(step.wrong))
            assert set(step.origins) <= set(routes.predecessors(step.nerve))
            for wrong in step.wrong:
                if step.kind == "join":
                    assert set(wrong) != set(routes.predecessors(step.nerve))
                else:
                    assert step.right == (step.nerve,) and step.origins[0] in routes.predecessors(step.nerve)
                    assert wrong[0] not in nx.descendants(routes, step.origins[0])
    return len(builds.ids)


@settings(max_examples=100)
@given(limb=random_limbs())
def test_steps_reach_each_nerve_once_and_no_wrong_choice_is_right(limb: NerveGraph) -> None:
    _check(limb)


def test_the_laws_hold_for_the_real_limb_and_generated_ones(limbs) -> None:
    found = [_check(atlas.nerve_graph) for atlas in limbs]
    assert found[-1] > 4 and sum(found) > found[-1], "there were drills to check"


def test_every_real_step_has_three_wrong_choices(atlas) -> None:
    builds = Builds(atlas.nerve_graph)
    few = [(drill, step.nerve) for drill in builds.ids for step in builds.steps(drill) if len(step.wrong) < 3]
    assert few == []
