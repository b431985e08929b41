"""How severe a lesion is: how much of what it affects is lost, in numbers for drawing and in words for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from atlas.graph.fibres import READINGS, weight

if TYPE_CHECKING:
    from atlas.graph.nerve_graph import NerveGraph

Severity = Literal["complete", "partial", "intermittent"]
COMPLETE: Severity = "complete"
INTERMITTENT: Severity = "intermittent"
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
_WEIGHTS = {"partial": ("partial_lesion", 0.5), "intermittent": ("intermittent_lesion", 0.1)}
"""The weight of each severity, and its value in a data set that does not state it."""

MOSTLY_FROM = 0.5
"""A share above this is lost mostly, any other share partly."""


def severity_of(text: str) -> Severity:
    """A severity by its name. Raises ValueError for an unknown one.

    >>> severity_of("partial")
    'partial'
    """
    for severity in SEVERITIES:
        if text.casefold() == severity:
            return severity
    raise ValueError(f"there is no severity '{text}'; it is {', '.join(SEVERITIES[:-1])} or {SEVERITIES[-1]}")


def usual_severity(nerve_graph: NerveGraph, site: str) -> Severity:
    """The severity of the usual lesion at a site; complete for a nerve, a root or a site that does not state one."""
    row = nerve_graph.dataset.sites.get(site)
    return (row.severity or COMPLETE) if row is not None else COMPLETE


def share_of_fibres(nerve_graph: NerveGraph, severity: Severity, reading: str = READINGS[0]) -> float:
    """The share (0 to 1) of the fibres at a lesion that do not conduct."""
    if severity == COMPLETE:
        return 1.0
    name, otherwise = _WEIGHTS[severity]
    return weight(nerve_graph, name, reading, otherwise)


def in_words(share: float, severity: Severity) -> str:
    """A share of lost fibres in words.

    >>> in_words(0.75, "complete"), in_words(0.5, "partial"), in_words(0.1, "intermittent")
    ('mostly', 'partly', 'slightly')
    """
    if severity == "intermittent":
        return "slightly"
    return "mostly" if share > MOSTLY_FROM else "partly"
