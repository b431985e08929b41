"""The value of a fact in a panel: some things by name or a text, with one mark for its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html

from atlas.api import Atlas, Node
from atlas.dataset.rows import Claim
from atlas.web.layout.evidence import dot
from atlas.web.layout.links import link

MOST_NAMES, MOST_PLACES = 3, 2
MANY = 12
"""Of so many things only two are named, since the number says more."""
Fact = tuple[str, list, html.Button] | None
"""Label (the strings `answer.<label>`), value and mark; None if there is nothing to say."""


def _few(atlas: Atlas, ids: Iterable[str], most: int = MOST_NAMES) -> list:
    """The first of some things as links with commas between, and how many more there are; never just one more."""
    all_ = list(ids)
    most -= most > 1 and (len(all_) == most + 1 or len(all_) > MANY)
    shown = _one_by_one([link(atlas, id_) for id_ in all_[:most]])
    rest = len(all_) - most
    more = html.Small(atlas.strings["answer.more"].format(n=rest), className="more")
    return [*shown, " ", more] if rest > 0 else shown


def _one_by_one(buttons: list[html.Button]) -> list:
    """Buttons, of which each but the last keeps the comma after it on its line."""
    comma = html.Span(",", className="comma")
    return [part for button in buttons[:-1] for part in (html.Span([button, comma], className="one"), " ")] + buttons[
        -1:
    ]


def of_things(atlas: Atlas, label: str, ids: Iterable[str], row: Claim, *columns: str, most: int = MOST_NAMES) -> Fact:
    all_ = list(ids)
    return (label, _few(atlas, all_, most), dot(atlas, row, *columns)) if all_ else None


def of_rows(atlas: Atlas, label: str, found: dict[str, Claim]) -> Fact:
    """A fact about things of which each has a row; the mark is that of the first."""
    return of_things(atlas, label, found, next(iter(found.values()))) if found else None


def of_own_rows(atlas: Atlas, label: str, ids: Iterable[str], most: int = MOST_NAMES) -> Fact:
    """A fact about things whose own rows state it; the mark is that of the first."""
    all_ = list(ids)
    row: Any = atlas.node(all_[0]).row if all_ else None
    return of_things(atlas, label, all_, row, most=most) if all_ else None


def of_roots(atlas: Atlas, roots: Iterable[str], row: Claim) -> Fact:
    """Roots by their ids, which are short."""
    shown = _one_by_one([link(atlas, root, root) for root in roots])
    return ("roots", shown, dot(atlas, row, "roots")) if shown else None


def of_text(atlas: Atlas, node: Node, label: str, column: str) -> Fact:
    row: Any = node.row
    text = getattr(row, column)
    return (label, [text], dot(atlas, row, column)) if text else None
