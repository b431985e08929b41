"""The pages of conditions: the contents of their rows, section by section, which the script joins in either voice."""

from __future__ import annotations

import re

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.clinical import Condition
from atlas.reasoning.referred_pain import origins_of
from atlas.web.bundles.conditions import neighbours, roots_and_nerves
from atlas.web.layout.cards import fact_list, note_of
from atlas.web.layout.evidence import dot, doubt, footing
from atlas.web.layout.links import links
from atlas.web.layout.referred_pain import referred_list

STRING_PREFIX = "conditions."
"""The strings of these pages begin with this."""
SECTIONS = {
    "does": ("sensory", "motor", "reflex"),
    "worse": ("aggravating",),
    "better": ("easing",),
    "apart": ("discriminators",),
    "tests": ("tests",),
    "imaging": ("imaging",),
    "electrodiagnosis": ("electrodiagnosis",),
    "care": ("treatment",),
}
"""The sections that follow the one about the site, in order, with their columns."""
FOLDS = (
    ("does", ("does",)),
    ("changes", ("worse", "better")),
    ("apart", ("apart",)),
    ("examined", ("tests", "imaging", "electrodiagnosis")),
    ("care", ("care",)),
)
"""The folds of a page, each with its sections; their titles are the strings `conditions.<fold>`."""
FEW = 4
"""Comparisons that are listed without a fold."""
_SENTENCE = re.compile(r"(?<=[.;])\s")


def _said(atlas: Atlas, row: Condition, column: str) -> list:
    return [getattr(row, column), *doubt(atlas.strings, row, column)]


def _section(atlas: Atlas, row: Condition, columns: tuple[str, ...]):
    """The texts of one section; None when all its columns are empty."""
    full = [column for column in columns if getattr(row, column)]
    if not full:
        return None
    if len(columns) > 1:
        return fact_list(atlas.strings, [(column, _said(atlas, row, column)) for column in full])
    return html.P(_said(atlas, row, full[0]))


def _structures(atlas: Atlas, row: Condition) -> html.Dl:
    roots, nerves = roots_and_nerves(atlas, row)
    words = atlas.strings
    named = [
        (words["conditions.nerves"], links(atlas, nerves)),
        (words["conditions.roots"], links(atlas, roots)),
        (words["conditions.felt"], links(atlas, row.lights) if row.unplaced else None),
    ]
    shown = [html.Div([html.Dt(label), html.Dd(value)]) for label, value in named if value]
    return html.Dl(shown, className="facts")


def _pairs(atlas: Atlas, row: Condition) -> html.Details | None:
    def button(a: str, b: str) -> html.Button:
        named = " · ".join(atlas.node(id_).name for id_ in (a, b))
        return html.Button(named, className="link", **{"data-pair": f"{a},{b}"})

    found = [html.Li(button(a, b)) for a, b in neighbours(atlas, row)]
    head = f"{atlas.strings['conditions.pairs']} ({len(found)})"
    few = {"open": True} if len(found) <= FEW else {}
    return html.Details([html.Summary(head), html.Ul(found)], className="pairs", **few) if found else None


def _codes(atlas: Atlas, id_: str) -> html.P | None:
    """The codes of a condition, each with its mark; None if it has none."""
    words = atlas.strings
    rows = [row for row in atlas.dataset.condition_codes.values() if row.condition == id_]
    shown: list = []
    for row in rows:
        shown += [words[f"conditions.codes.{row.match}"].format(code=f"{row.system} {row.code}"), dot(atlas, row), " "]
    return html.P([html.Strong(words["conditions.codes"]), " ", *shown], className="codes") if shown else None


def _line(row: Condition) -> str:
    """One line for the index: the first discriminator, or else the first symptom."""
    text = row.discriminators or row.sensory or row.motor
    return _SENTENCE.split(text, maxsplit=1)[0].rstrip(";")


def condition_page(atlas: Atlas, id_: str) -> dict:
    """The parts of the page of one condition, as component trees, without empty ones.

    `sections` follow the order of SECTIONS.
    """
    row = atlas.dataset.conditions[id_]
    sections = {name: _section(atlas, row, columns) for name, columns in SECTIONS.items()}
    return {
        "line": _line(row),
        "synonyms": ", ".join(row.synonyms),
        "unplaced": row.unplaced,
        "way": _structures(atlas, row),
        "pairs": _pairs(atlas, row),
        "origins": [[origin, atlas.dataset.pain_origins[origin].name] for origin in origins_of(atlas.dataset, id_)],
        "referred": referred_list(atlas, id_),
        "sections": {name: tree for name, tree in sections.items() if tree is not None},
        "foot": html.Div([part for part in [_codes(atlas, id_), *note_of(atlas, row), footing(atlas, row)] if part]),
        "sources": sorted({atlas.nerve_graph.source_place[cited.key] for cited in row.cites}),
    }


def condition_words(atlas: Atlas) -> dict:
    """Words, and the page of every condition."""
    return {
        "words": atlas.dataset.strings_with(STRING_PREFIX),
        "folds": FOLDS,
        "pages": {id_: condition_page(atlas, id_) for id_ in atlas.dataset.conditions},
    }
