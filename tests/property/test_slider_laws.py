"""The lines of the lesion slider on random limbs and on the real one."""

from functools import cache
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings

from atlas.graph.lesion_slider import slider_lines
from tests.support.oracles import Oracle
from tests.support.random_limbs import random_limbs


def _is_allowed_stop(graph, node: str, stop: str) -> bool:
    """A stop for a node of a path is the node, a site on it alone, or a focal site on it and others of one nerve."""
    if stop == node:
        return True
    site = graph.dataset["sites"].get(stop)
    if site is None or node not in site.on:
        return False
    nerves = [set(graph.nerves_of(other)) for other in site.on]
    return len(site.on) == 1 or (site.standing == "focal" and bool(set.intersection(*nerves)))


def _follows(graph, path: list[str], line: tuple[str, ...]) -> bool:
    """Whether a line has a stop for each node of a path, no other stops, and the order of the path."""
    nodes = [[at for at, node in enumerate(path) if _is_allowed_stop(graph, node, stop)] for stop in line]
    firsts = [at[0] for at in nodes if at]
    covered = {at for stop in nodes for at in stop}
    return len(firsts) == len(line) and firsts == sorted(firsts) and covered == set(range(len(path)))


def _paths_to_tips(graph) -> list[list[str]]:
    """Every path along which fibres of a root can run to a segment that no other one continues."""
    segments, fibres = graph.segment_graph, Oracle(graph, graph.default_map).fibres
    tips = [node for node in segments if not segments.out_degree(node) and node not in graph.bits]
    pairs = [(root, tip) for root in graph.bits for tip in tips if tip in fibres[root]]
    return [path for root, tip in pairs for path in nx.all_simple_paths(fibres[root], root, tip)]


@settings(max_examples=100)
@given(limb=random_limbs())
def test_each_line_follows_a_path_from_a_root_to_a_tip(limb):
    lines, paths = slider_lines(limb), _paths_to_tips(limb)
    assert len(lines) == len(set(lines))
    for line in lines:
        assert line[0] in limb.bits
        assert any(path[0] == line[0] and _follows(limb, path, line) for path in paths), line


@settings(max_examples=100)
@given(limb=random_limbs())
def test_every_tip_is_the_end_of_a_line(limb):
    sites = limb.dataset["sites"]
    ends = {node for *_, last in slider_lines(limb) for node in (sites[last].on if last in sites else (last,))}
    assert {path[-1] for path in _paths_to_tips(limb)} <= ends


@pytest.mark.parametrize("limb", ["tiny", "atlas"])
def test_a_more_distal_stop_never_takes_more(limb, request):
    """Unless another root or nerve joins between the two stops. The skin of a root is that of a map."""
    atlas = request.getfixturevalue(limb)
    segments = atlas.nerve_graph.segment_graph

    @cache
    def lost(stop: str) -> dict[str, float]:
        found = atlas.lesion(stop)
        return dict.fromkeys((*found.lost, *found.reflexes_lost), 1.0) | found.reduced | found.reflexes_reduced

    @cache
    def removed(stop: str) -> frozenset[str]:
        return frozenset(atlas.lesion(stop).on)

    for line in slider_lines(atlas.nerve_graph):
        for before, after in pairwise(line):
            if any({*segments.predecessors(node)} - removed(before) - removed(after) for node in removed(after)):
                continue
            more = lost(before)
            skin = set(atlas.dataset["territories"]) if removed(before) & set(atlas.dataset["roots"]) else set()
            gained = [target for target, share in lost(after).items() if share > more.get(target, 0.0) + 1e-6]
            assert not set(gained) - skin
