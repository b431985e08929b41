"""Sites, weights, clues, wordings and discriminators are complete enough to reason with."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.segment_graph import root_bits
from atlas.dataset.tables import TARGETS
from atlas.dataset.validation import rule
from atlas.dataset.validation.graph import arriving_roots

FINDING_KINDS = {"muscle", "reflex", "territory"}
"""The kinds of finding that a clue can make less certain, and that a cause off the nerves can spare."""
SIGNS = {"weak", "normal", "numb", "intact", "reduced_reflex", "normal_reflex", "pain"}
"""The signs that a combination can ask for."""


@rule
def site_keys_are_unique(dataset: Dataset) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    for site in dataset.sites.values():
        key = site.site_key or site.id
        holder = holders.setdefault(key, site.id)
        if holder != site.id:
            wrong, right = f"'{key}' is also the key of '{holder}'", "give each site its own key"
            yield dataset.records["sites"][site.id].problem("site_key", wrong, right)


@rule
def a_site_names_its_segments(dataset: Dataset) -> Iterator[Problem]:
    for site in dataset.sites.values():
        if (site.standing == "off-graph") == bool(site.on):
            wrong = f"the site is {site.standing}, but names {'segments or roots' if site.on else 'no segment or root'}"
            right = "a site on the nerves names segments or roots; a site off the graph names none"
            yield dataset.records["sites"][site.id].problem("on", wrong, right)


@rule
def a_weight_is_within_its_limits(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.weights.values():
        if not row.low <= row.value <= row.high:
            wrong = f"{row.value:g} is not between {row.low:g} and {row.high:g}"
            right = "low, value and high must be in ascending order"
            yield dataset.records["weights"][row.id].problem("value", wrong, right)


@rule
def rival_roots_can_arrive(dataset: Dataset) -> Iterator[Problem]:
    bits, arriving = root_bits(dataset), arriving_roots(dataset, limited=False)
    if arriving is None:  # the segments form a cycle, which another rule reports
        return
    for key, row in dataset.rival_roots.items():
        record = dataset.records["rival_roots"][key]
        for root in row.roots:
            if root in bits and not arriving.get(row.target, 0) & bits[root]:
                wrong = f"no branch of '{row.target}' carries {root}"
                right = f"correct the roots, or the branches in {table_file('innervation')}"
                yield record.problem("roots", wrong, right)
        for root in set(row.main_roots) - set(row.roots):
            right = "a main root must also be in the column roots"
            yield record.problem("main_roots", f"'{root}' is not among its roots", right)


@rule
def a_clue_has_phrases_and_known_kinds(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.clues.values():
        record = dataset.records["clues"][row.id]
        if not row.phrases:
            yield record.problem("phrases", "there is no phrase", "write at least one, in plain words")
        for kind in sorted(set(row.softens) - FINDING_KINDS):
            right = f"it should be {' or '.join(sorted(FINDING_KINDS))}"
            yield record.problem("softens", f"'{kind}' is not a kind of finding", right)


@rule
def a_combination_has_two_parts_of_known_kinds(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.combinations.values():
        record = dataset.records["combinations"][row.id]
        if not row.clues and not row.signs:
            yield record.problem("clues", "there is neither a clue nor a sign", "name what must be found together")
        for column in ("signs", "without"):
            for sign in sorted(set(getattr(row, column)) - SIGNS):
                yield record.problem(column, f"'{sign}' is not a sign", f"it should be {' or '.join(sorted(SIGNS))}")


@rule
def a_reach_says_something_that_its_site_allows(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.reach.values():
        record = dataset.records["reach"][row.site]
        site = dataset.sites.get(row.site)
        if site is not None and row.spares and site.on:
            right = "only a cause off the nerves spares whole kinds of target"
            yield record.problem("spares", "the site is on the nerves", right)
        if site is not None and row.may_take and not site.on:
            right = "only a site on the nerves takes more of them"
            yield record.problem("may_take", "the site is off the nerves", right)
        for kind in sorted(set(row.spares) - FINDING_KINDS):
            right = f"it should be {' or '.join(sorted(FINDING_KINDS))}"
            yield record.problem("spares", f"'{kind}' is not a kind of target", right)


@rule
def a_wording_means_targets_of_one_kind(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.wordings.values():
        tables = {table for table in TARGETS for target in row.means if target in dataset[table]}
        if len(tables) > 1 or not row.means:
            wrong = f"these are in {' and '.join(sorted(tables))}" if tables else "there is no target"
            right = "name muscles only, skin only or reflexes only"
            yield dataset.records["wordings"][row.said].problem("means", wrong, right)


@rule
def a_discriminator_has_two_sides(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.discriminators.items():
        record = dataset.records["discriminators"][key]
        if row.a == row.b:
            yield record.problem("b", f"'{row.b}' is on both sides", "name two different places or conditions")
        if (row.b, row.a, row.finding) in dataset.discriminators:
            wrong = "there is already a row with the same finding and a and b swapped"
            yield record.problem("finding", wrong, "keep one of the two rows")
        for column in ("a_takes", "b_takes"):
            if getattr(row, column) and not row.targets:
                right = "name the muscles, skin or reflexes in targets, or leave this cell empty"
                yield record.problem(column, "there is no target that could be affected", right)
