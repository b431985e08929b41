"""What lesions take in people who differ from the usual one: only where that differs, and what each variant costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.variants import VariantField, VariantInnervation, VariantSegment
from atlas.dataset.variants import rows_of_variant, with_added_alone, with_variants
from atlas.graph.conduction import Conduction
from atlas.graph.nerve_graph import NerveGraph
from atlas.lazy_property import cached_property
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.people import variant_shares


@dataclass(frozen=True, eq=False)
class VariantDeficits:
    """A variant of the anatomy as an explanation of findings.

    person: the data set of somebody with the variant. usual: what lesions take in the usual person. cost: of
    assuming the variant: the logarithm of how much rarer it is than the usual form. touches: the targets whose
    supply differs; without a finding in one of them, the variant explains nothing.
    """

    id: str
    person: Dataset
    usual: ExpectedDeficits
    cost: float
    touches: frozenset[str]

    @cached_property
    def by_site(self) -> Mapping[str, Mapping[str, float]]:
        """Site → target → the share that a lesion there removes; only sites at which the usual person differs."""
        nerve_graph = NerveGraph(self.person)
        varied = ExpectedDeficits(nerve_graph, Conduction(nerve_graph)).by_site
        return {site: shares for site, shares in varied.items() if shares != self.usual.by_site[site]}


def variant_deficits(
    nerve_graph: NerveGraph, usual: ExpectedDeficits, known: Iterable[str] = ()
) -> tuple[VariantDeficits, ...]:
    """The variants with a rate that change the supply of a muscle, reflex or patch of skin.

    An added branch may share a muscle with the usual one or supply it alone; both forms are listed, with the same id.
    `known`: the variants that this person is known to have; no other form of the same pattern is assumed.
    """
    dataset = nerve_graph.dataset
    settled = {dataset.variants[id_].pattern for id_ in known}
    found = []
    for pattern, shares in variant_shares(dataset).items():
        if pattern in settled:
            continue
        usual_share = sum(share for id_, share in shares.items() if dataset.variants[id_].usual)
        usual_share = usual_share or 1 - sum(shares.values())
        for id_, share in shares.items():
            touches = _touched(nerve_graph, usual.conduction, id_)
            if share and touches and not dataset.variants[id_].usual:
                cost = max(0.0, log(usual_share / share))
                forms = (with_variants(dataset, (id_,)), with_added_alone(dataset, id_))
                found += [VariantDeficits(id_, form, usual, cost, touches) for form in forms if form]
    return tuple(found)


def _touched(nerve_graph: NerveGraph, conduction: Conduction, variant: str) -> frozenset[str]:
    """The targets whose supply a variant changes: those of its own rows, and all below a segment that it changes."""
    touched, segments = set[str](), set[str]()
    for row in rows_of_variant(nerve_graph.dataset, variant):
        if isinstance(row, VariantInnervation) and row.role == "main":
            touched.add(row.target)
        elif isinstance(row, VariantField):
            touched.add(row.territory)
        elif isinstance(row, VariantSegment) and row.action != "add":
            segments.add(row.id)
    for segment in conduction.distal_to(segments & nerve_graph.parents.keys()):
        touched |= {edge.target for edge in nerve_graph.innervation_by_branch.get(segment, ())}
    return frozenset(touched)
