"""Candidate sites for findings, in order of explanation: single sites first, then pairs where one is not enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log2

from atlas.dataset.tables.clinical import Clue, Site
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.localisation.clues import ClueMatch
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.findings import FOUND, Findings
from atlas.reasoning.localisation.scoring import EXPLAINS, PREDICTS, ScoringParameters, Weighed, cost, weighed

PAIRED = 6
"""Pairs are sought for so many of the best single sites, each with so many that explain what it leaves over."""
PLACES = 6
"""Costs are compared to so many decimals, so that no order hangs on how a machine sums."""
OFF = 0.5
"""What a site off the nerves is held to take of anything: it neither explains a pattern nor speaks against it."""


@dataclass(frozen=True)
class Candidate:
    """One or two sites held against the findings. `costs`: one number for each finding, then for each clue."""

    sites: tuple[str, ...]
    total: float
    costs: tuple[float, ...]
    explained: tuple[str, ...]
    unexplained: tuple[str, ...]
    contradicted: tuple[str, ...]
    taken: Mapping[str, float]


class Candidates:
    """Holds findings against every site of an anatomy. `patchy`: sites whose lesions are seldom whole."""

    def __init__(self, nerve_graph: NerveGraph, expected: ExpectedDeficits, parameters: ScoringParameters):
        self.nerve_graph, self.expected, self.parameters = nerve_graph, expected, parameters
        self.rows = nerve_graph.dataset["sites"]
        self.mass = {s: sum(x * expected.alike[e] for e, x in t.items()) for s, t in expected.taken.items()}
        self._clues: dict[str, dict[str, float]] = {}
        self.off = {site for site, row in self.rows.items() if not row.on}
        known = nerve_graph.dataset["occurrences"]
        self.fixed = {s: self._fixed(row, known[s].often if s in known else "") for s, row in self.rows.items()}
        self.patchy = {s for s, row in self.rows.items() if row.standing == "several" and len(row.on) > 2}
        self.named = {frozenset(row.on) for row in self.rows.values() if row.standing == "several"}

    def ranked(self, findings: Findings, heard: list[ClueMatch]) -> list[Candidate]:
        """Every single site, and pairs where the best single one leaves something over, best first."""
        softened = {kind for clue in heard for kind in clue.row.softens if not clue.denied}
        signs = weighed(findings, self.expected.profile, softened, self.nerve_graph.kinds, self.parameters)
        examined = findings.examined()
        clues = [(clue, self._fitting(clue)) for clue in heard]
        pointed = {s for s in self.off if any(fits.get(s, 0.0) > 0 for _, fits in clues)}
        singles = [self._held((s,), self._taken(s), signs, examined, clues) for s in (*self.expected.taken, *pointed)]
        found = sorted(singles, key=self._order)
        if found and found[0].unexplained and found[0].sites[0] not in self.off:
            found = sorted([*found, *self._pairs(found, signs, examined, clues)], key=self._order)
        return found

    def _order(self, one: Candidate) -> tuple:
        return (round(one.total, PLACES), len(one.sites), [self.nerve_graph.order[s] for s in one.sites])

    def _taken(self, site: str) -> Mapping[str, float]:
        return self.expected.taken.get(site, {})

    def _fixed(self, row: Site, often: str) -> float:
        """What a site costs whatever is found: for being rare, and for the places that must be ill at once."""
        places = log2(len(row.on)) if row.standing == "several" else 0.0
        return self.parameters.often[often] + self.parameters.place * places

    def fits(self, row: Clue) -> dict[str, float]:
        """How far a clue speaks for each site (above 0) or against it, from -1 to 1; it is silent on all others."""
        if row.id not in self._clues:
            toward, away = self._fits(row.toward), self._fits(row.away)
            both = {s: toward.get(s, 0.0) - away.get(s, 0.0) for s in {**toward, **away}}
            self._clues[row.id] = {s: fit for s, fit in both.items() if fit}
        return self._clues[row.id]

    def _fitting(self, clue: ClueMatch) -> dict[str, float]:
        fits = self.fits(clue.row)
        return {s: -fit * self.parameters.denied for s, fit in fits.items()} if clue.denied else fits

    def _fits(self, places: tuple[str, ...]) -> dict[str, float]:
        found: dict[str, float] = {}
        for site, row in self.rows.items():
            taken = self._taken(site)
            fit = max((1.0 if p == site or p in row.on else taken.get(p, 0.0) for p in places), default=0.0)
            if fit:
                found[site] = fit
        return found

    def _held(self, sites, taken, signs: list[Weighed], examined: set[str], clues) -> Candidate:
        off, c = sites[0] in self.off, self.parameters
        patchy = not self.patchy.isdisjoint(sites)
        explained, unexplained, contradicted, costs = [], [], [], []
        for sign in signs:
            share = OFF if off else taken.get(sign.target, 0.0)
            if patchy and sign.sign not in FOUND:
                share *= c.patchy
            costs.append(sign.counts * cost(sign.sign, share, 1.0 if off else sign.need, c))
            if sign.sign in FOUND:
                (explained if share >= EXPLAINS and not off else unexplained).append(sign.target)
            elif share >= PREDICTS and not off:
                contradicted.append(sign.target)
        for clue, fits in clues:
            fit = max((fits.get(s, 0.0) for s in sites), key=abs)
            costs.append(-fit * c.clue[clue.row.strength])
            if fit >= EXPLAINS:
                explained.append(clue.said)
            elif fit <= -EXPLAINS and not clue.denied:
                contradicted.append(clue.said)
        beyond = self._mass(sites) - sum(taken.get(e, 0.0) * self.expected.alike[e] for e in examined)
        extra = c.beyond * max(0.0, beyond) * (c.patchy if patchy else 1.0)
        extra += sum(self.fixed[s] for s in sites) + c.pair * (len(sites) - 1)
        return Candidate(
            sites=sites,
            total=sum(costs) + extra,
            costs=tuple(costs),
            explained=tuple(dict.fromkeys(explained)),
            unexplained=tuple(e for e in dict.fromkeys(unexplained)),
            contradicted=tuple(dict.fromkeys(contradicted)),
            taken=taken,
        )

    def _mass(self, sites) -> float:
        return sum(self.mass.get(s, 0.0) for s in sites)

    def _pairs(self, found: list[Candidate], signs, examined, clues) -> list[Candidate]:
        focal = [one for one in found if self.rows[one.sites[0]].standing == "focal" and one.explained]
        pairs = {}
        for a, b in self._likely(focal):
            one, other = sorted((a.sites[0], b.sites[0]), key=self.nerve_graph.order.__getitem__)
            if (one, other) in pairs or not set(b.unexplained) & set(a.explained):
                continue
            if not self.may_pair(one, other):
                continue
            taken = dict(a.taken)
            for target, share in b.taken.items():
                taken[target] = min(1.0, taken.get(target, 0.0) + share)
            pairs[one, other] = self._held((one, other), taken, signs, examined, clues)
        return list(pairs.values())

    @staticmethod
    def _likely(focal: list[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
        """Each of the best single sites with those that best explain what it leaves over, of equals the better."""
        for a in focal[:PAIRED]:
            over = set(a.unexplained)
            partners = [b for b in focal if over & set(b.explained)]
            partners.sort(key=lambda b: -len(over & set(b.explained)))
            yield from ((a, b) for b in partners[:PAIRED])

    def may_pair(self, one: str, other: str) -> bool:
        """Whether two lesions can add up: neither lies on the way of the other, and no named site joins them."""
        below = self.expected.below
        a, b = self.rows[one].on, self.rows[other].on
        return frozenset((*a, *b)) not in self.named and not any(x in below[y] or y in below[x] for x in a for y in b)
