"""Which facts are well enough sourced for the quiz, and which answers any source would call right."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from atlas.graph.nerve_graph import NerveGraph


class EligibleFacts:
    """The facts of one anatomy, as far as questions need them.

    core_roots: in their order. key_muscles, key_points: the targets by which roots are graded.
    """

    def __init__(self, nerve_graph: NerveGraph):
        self.nerve_graph, self.tables = nerve_graph, nerve_graph.dataset
        roots = sorted(self.tables.roots.values(), key=lambda root: root.order)
        self.core_roots = [root.id for root in roots if root.scope == "core"]
        self.key_muscles = {muscle for root in roots for muscle in root.key_muscles}
        self.key_points = {root.key_point for root in roots}

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids once each, in anatomical order."""
        return tuple(sorted(set(ids), key=self.nerve_graph.order.__getitem__))

    def roots_on_maps(self, territory: str, read_only: bool) -> set[str]:
        """The roots that dermatome maps give a patch of skin: only maps whose row was read, or all."""
        rows = (self.tables.dermatomes.get((territory, map_id)) for map_id in self.tables.dermatome_maps)
        return {root for row in rows if row and (row.checked == "read" or not read_only) for root in row.roots}

    def nerves_of(self, target: str, main_only: bool) -> set[str]:
        """The nerves that innervate a target: only its main ones, or all."""
        edges = self.nerve_graph.innervation_by_target.get(target, ())
        return {self.tables.segments[edge.branch].nerve for edge in edges if edge.main or not main_only}

    def nerves_on_path(self, target: str) -> set[str]:
        """Every nerve that the innervation of a target passes through; none of these is a wrong answer."""
        branches = {edge.branch for edge in self.nerve_graph.innervation_by_target.get(target, ())}
        nodes = branches | {
            node for branch in branches for node in nx.ancestors(self.nerve_graph.segment_graph, branch)
        }
        return {
            nerve for node in nodes if node not in self.nerve_graph.bits for nerve in self.nerve_graph.nerves_of(node)
        }

    def innervation_was_read(self, target: str) -> bool:
        """Whether every row about the innervation of a target was read at its source."""
        edges = self.nerve_graph.innervation_by_target.get(target, ())
        return all(edge.row.checked == "read" for edge in edges)
