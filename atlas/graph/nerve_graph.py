"""The anatomy as a graph: roots and segments as nodes, with targets attached to the segments that innervate them.

Sets of roots are integers, because the algorithms intersect and unite them millions of times. Each root has one bit
(`NerveGraph.bits`): `a & b` is the intersection of two sets, `a | b` their union, and 0 the empty set.
`NerveGraph.root_mask` turns ids into such an integer and `NerveGraph.roots_in` turns it back.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from atlas.dataset.loader import Dataset
from atlas.dataset.rows import Claim
from atlas.dataset.segment_graph import (
    nerve_roots,
    proximal_to_distal,
    reaching_roots,
    root_bits,
    segment_graph,
    segment_parents,
)
from atlas.graph.root_flow import RootFlow, root_flow
from atlas.lazy_property import cached_property

if TYPE_CHECKING:
    import networkx as nx

    from atlas.graph.conduction import Conduction

KIND_OF_TABLE = {
    "roots": "root",
    "nerves": "nerve",
    "segments": "segment",
    "muscles": "muscle",
    "reflexes": "reflex",
    "territories": "territory",
    "sites": "site",
    "conditions": "condition",
}

Shared = TypeVar("Shared")
ALL_ROOTS = -1
"""The set of all roots: every bit is on."""
SOMETIMES = "sometimes"
"""The share of skin that a branch supplies only in some people."""


@dataclass(frozen=True)
class InnervationEdge:
    """The segment `branch` innervates `target`. Only the roots in `admitted` (bits) may take this route.

    main: not an overlapping branch of a muscle, and not skin that the branch supplies only in some people.
    share: for skin, how much of it in words (see `atlas.dataset.tables.targets.Field`); empty for other targets.
    row: the row of innervation or of the nerve's field that states this.
    """

    target: str
    branch: str
    main: bool
    share: str
    admitted: int
    row: Claim

    @property
    def key(self) -> tuple[str, str]:
        """Target and branch."""
        return self.target, self.branch


class NerveGraph:
    """The graph of a valid data set.

    parents, children: root or segment → the roots and segments directly proximal and distal to it.
    proximal_to_distal: all roots and segments, each after its parents.
    bits: root → its bit, in anatomical order.
    reaching_roots: root or segment → the set of roots with fibres that can reach it, limited by the roots of its nerve.
    connected_roots: the same without that limit, for sources that name roots which the nerve's own row does not.
    innervation: every edge from a segment to a target.

    `same_anatomy`: the graph of the same data set in another language. What does not depend on words is shared with it.
    """

    def __init__(self, dataset: Dataset, same_anatomy: NerveGraph | None = None) -> None:
        self.dataset = dataset
        self._shared: dict[Hashable, Any] = same_anatomy._shared if same_anatomy else {}
        self.parents = segment_parents(dataset)
        self.children: dict[str, list[str]] = {node: [] for node in self.parents}
        for node, parents in self.parents.items():
            for parent in parents:
                self.children[parent].append(node)
        self.proximal_to_distal = proximal_to_distal(self.parents) or []
        self.bits = root_bits(dataset)
        self.connected_roots = reaching_roots(self.parents, self.bits)
        self.reaching_roots = reaching_roots(self.parents, self.bits, nerve_roots(dataset))
        self.innervation_by_branch: dict[str, list[InnervationEdge]] = {}
        self.innervation_by_target: dict[str, list[InnervationEdge]] = {}
        self.innervation = [*self._innervation(), *self._fields()]
        for edge in self.innervation:
            self.innervation_by_branch.setdefault(edge.branch, []).append(edge)
            self.innervation_by_target.setdefault(edge.target, []).append(edge)
        self.default_map = next(m.id for m in dataset.dermatome_maps.values() if m.default == "yes")

    def once(self, key: Hashable, compute: Callable[[], Shared]) -> Shared:
        """What `compute` returns, computed once for all languages; it must hold ids and numbers only, and no words.

        Two threads that ask at the same moment may both compute it.
        """
        if key not in self._shared:
            self._shared[key] = compute()
        return cast(Shared, self._shared[key])

    def _innervation(self) -> Iterator[InnervationEdge]:
        for row in self.dataset.innervation.values():
            admitted = self.root_mask(row.roots) if row.roots else ALL_ROOTS
            yield InnervationEdge(row.target, row.branch, row.role == "main", "", admitted, row)

    def _fields(self) -> Iterator[InnervationEdge]:
        for row in self.dataset.fields.values():
            nerve = self.dataset.nerves[self.dataset.segments[row.segment].nerve]
            admitted = self.root_mask(row.roots or nerve.roots)
            yield InnervationEdge(row.territory, row.segment, row.share != SOMETIMES, row.share, admitted, row)

    def root_mask(self, roots: Iterable[str]) -> int:
        """A set of roots as bits."""
        return sum(self.bits[root] for root in set(roots))

    def roots_in(self, mask: int) -> list[str]:
        """The roots of a mask, proximal first."""
        return [root for root, bit in self.bits.items() if bit & mask]

    def root_flow(self, map_id: str) -> RootFlow:
        """Where each root's fibres go, with the skin assigned to roots by this dermatome map."""
        return self.once(("root_flow", map_id), lambda: root_flow(self, map_id))

    @cached_property
    def segment_graph(self) -> nx.DiGraph[str]:
        """Roots and segments as a networkx graph, with edges from proximal to distal."""
        return segment_graph(self.dataset)

    @property
    def conduction(self) -> Conduction:
        """Which fibres still conduct after a lesion."""
        from atlas.graph.conduction import Conduction

        return self.once("conduction", lambda: Conduction(self))

    @cached_property
    def public(self) -> nx.DiGraph[str]:
        """The graph as users see it: see `atlas.graph.public_graph`."""
        from atlas.graph.public_graph import public_graph

        return public_graph(self)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Every id → its kind. A nerve with a single segment shares its id with the segment and counts as a nerve."""
        found: dict[str, str] = {}
        for table, kind in KIND_OF_TABLE.items():
            for id_ in self.ids(table):
                found.setdefault(id_, kind)
        return found

    @cached_property
    def order(self) -> dict[str, int]:
        """Every id → its position in anatomical order: roots by their order, everything else as in the files."""
        ordered = [*self.bits, *(id_ for table in KIND_OF_TABLE if table != "roots" for id_ in self.ids(table))]
        return {id_: at for at, id_ in enumerate(dict.fromkeys(ordered))}

    def ids(self, table: str) -> Iterable[str]:
        """The ids in a table whose key is a single id, in the order of the file."""
        return cast("Iterable[str]", self.dataset[table])

    @cached_property
    def source_place(self) -> dict[str, int]:
        """The key of each source → its position in the table of sources."""
        return {key: at for at, key in enumerate(self.ids("sources"))}

    @cached_property
    def segments_of(self) -> dict[str, tuple[str, ...]]:
        """Each nerve → its segments and those of the nerves that are part of it, proximal first."""
        segments: dict[str, list[str]] = {nerve: [] for nerve in self.dataset.nerves}
        for segment in sorted(self.dataset.segments.values(), key=lambda s: s.order):
            for nerve in self.nerves_of(segment.id):
                segments[nerve].append(segment.id)
        return {nerve: tuple(own) for nerve, own in segments.items()}

    def nerves_of(self, segment: str) -> list[str]:
        """The nerve a segment belongs to and the nerves that one is part of."""
        nerve = self.dataset.segments[segment].nerve
        found: list[str] = []
        while nerve and nerve not in found:
            found.append(nerve)
            nerve = self.dataset.nerves[nerve].part_of
        return found

    @cached_property
    def sites_on(self) -> dict[str, list[str]]:
        """Each root or segment → the sites on it."""
        found: dict[str, list[str]] = {}
        for site in self.dataset.sites.values():
            for node in site.on:
                found.setdefault(node, []).append(site.id)
        return found

    @cached_property
    def conditions_at(self) -> dict[str, list[str]]:
        """Each site → the conditions that occur there."""
        found: dict[str, list[str]] = {}
        for condition in self.dataset.conditions.values():
            for site in condition.sites:
                found.setdefault(site, []).append(condition.id)
        return found
