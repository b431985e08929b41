"""Wrong choices of a step: plausible neighbours that are not right in the usual person nor in a known variant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from atlas.dataset.variants import differences
from atlas.reasoning.drills.nerve_tree import NerveTree

COLLECTING = ("plexus", "trunk")
"""The kinds of nerves that roots join."""
MOST = 8
"""How many wrong choices a step has at most; the page draws some of them."""


def _origins_in_variants(tree: NerveTree, nerve: str) -> Iterator[frozenset[str]]:
    """What the segments of a nerve come from in people who differ from the usual one."""
    segments = tree.dataset.segments
    for _, row in differences(tree.dataset, "variant_segments"):
        segment = row.model_dump(by_alias=False)
        if segment["nerve"] == nerve and segment["action"] != "remove":
            yield frozenset(segments[one].nerve if one in segments else one for one in segment["upstream"])


def other_nerves(tree: NerveTree, nerve: str, origin: str) -> tuple[str, ...]:
    """Nerves that do not come from `origin`, directly or not, and that are not proximal to it; the most similar first.

    Similar nerves lie at the same level, share roots, and are of the same kind.
    """
    rows, order = tree.dataset.nerves, tree.nerve_graph.order
    own = rows[nerve]

    def likeness(other: str) -> float:
        row = rows[other]
        roots, all_roots = set(own.roots) & set(row.roots), set(own.roots) | set(row.roots)
        shared = len(roots) / len(all_roots) if all_roots else 0.0
        distance = abs(_level(tree, other) - _level(tree, nerve))
        return shared - 0.25 * distance + 0.2 * (row.kind == own.kind) + 0.1 * (row.modality == own.modality)

    excluded = {origin, nerve, *tree.distal(origin), *tree.proximal(origin)}
    found = [
        other
        for other in tree.nerves
        if other not in excluded
        and rows[other].name != own.name
        and not any(origin in origins for origins in _origins_in_variants(tree, other))
    ]
    return tuple(sorted(found, key=lambda other: (-likeness(other), order[other]))[:MOST])


def _level(tree: NerveTree, nerve: str) -> int:
    """The level at which a nerve begins, from proximal to distal."""
    first = tree.nerve_graph.segments_of[nerve][0]
    return tree.dataset.levels[tree.dataset.segments[first].level].order


def other_origins(tree: NerveTree, nerve: str) -> tuple[tuple[str, ...], ...]:
    """Sets of roots and nerves that a nerve is not made of: its roots moved up or down, or another nerve among them.

    Whether the first or the last root of a plexus belongs to it, authors disagree: so a choice with other roots brings
    or lacks at least two of them.
    """
    origins = tree.origins(nerve)
    roots = [one for one in origins if tree.is_root(one)]
    nerves = [one for one in origins if not tree.is_root(one)]
    spans = _other_spans(list(tree.nerve_graph.bits), roots)
    choices = [*((*nerves, *span) for span in spans), tuple(roots)]
    neighbours = [other_nerves(tree, replaced, nerve) for replaced in nerves]
    swaps = [pair for nearest in zip_longest(*neighbours) for pair in zip(nerves, nearest, strict=True)]
    for replaced, other in swaps:
        # only a plexus or a trunk takes in roots
        if other and (not roots or tree.dataset.nerves[other].kind in COLLECTING):
            choices.append((*(other if one == replaced else one for one in nerves), *roots))
    known, right = {frozenset(origins), *_origins_in_variants(tree, nerve)}, _carried(tree, origins)
    found = dict.fromkeys(tree.sorted(choice) for choice in choices if choice)
    return tuple(
        choice
        for choice in found
        if frozenset(choice) not in known
        and not _repeats(tree, choice)
        and (not roots or len(right ^ _carried(tree, choice)) > 1)
    )[:MOST]


def _carried(tree: NerveTree, choice: Iterable[str]) -> set[str]:
    """The roots of a choice, and those of its nerves."""
    return {
        root for one in choice for root in ({one} if tree.is_root(one) else tree.proximal(one)) if tree.is_root(root)
    }


def _repeats(tree: NerveTree, choice: Iterable[str]) -> bool:
    """Whether a root or nerve of a choice is there twice, since another one carries it already."""
    return any(other in tree.proximal(one) for one in choice if not tree.is_root(one) for other in choice)


def _other_spans(every: list[str], roots: list[str]) -> Iterator[list[str]]:
    """Roots next to some roots: moved down or up, or more or fewer at both ends."""
    if not roots:
        return
    first, last = every.index(roots[0]), every.index(roots[-1])
    for up, down in ((1, 1), (-1, -1), (1, -1), (0, -2), (2, 2), (-1, 1), (-2, -2), (0, 2), (3, 3)):
        start, end = first + up, last + down
        if 0 <= start <= end < len(every):
            yield every[start : end + 1]
