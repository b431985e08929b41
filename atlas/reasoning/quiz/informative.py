"""Which findings tell most: those that together rule out most of the other places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

MAX_FINDINGS = 3
"""The most findings of one sign that a question gives."""


def most_informative(
    targets: Iterable[str],
    others: Iterable[str],
    removed: Mapping[str, set[str]],
    order: Mapping[str, int],
    *,
    lost: bool,
) -> tuple[str, ...]:
    """At most MAX_FINDINGS targets that together rule out most of the other sites.

    `removed`: site → what it removes. A lost target rules out the sites that spare it, a spared one the sites that
    remove it. `order`: decides between targets that tell equally much.
    """
    return tuple(islice(_by_information(list(targets), list(others), removed, order, lost), MAX_FINDINGS))


def _by_information(
    left: list[str], open_sites: list[str], removed: Mapping[str, set[str]], order: Mapping[str, int], lost: bool
) -> Iterator[str]:
    """Greedily: each time the target that rules out most of the sites that are left, while it rules out any.

    The first lost target is given even if it rules out none, since a question needs an abnormal finding.
    """
    is_first_loss = lost
    while left:
        ruled_out = {target: sum((target in removed[o]) != lost for o in open_sites) for target in left}
        best = max(left, key=lambda target: (ruled_out[target], -order[target]))
        if not ruled_out[best] and not is_first_loss:
            return
        yield best
        is_first_loss = False
        left.remove(best)
        open_sites = [other for other in open_sites if (best in removed[other]) == lost]
