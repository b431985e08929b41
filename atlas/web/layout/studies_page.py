"""The page of nerve studies: the place for its controls, and its words."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.reasoning.nerve_studies.reasons import PLAIN_PREFIX, PREFIX
from atlas.web.layout.evidence import dot

MODE = "studies"
STRING_PREFIXES = ("studies.", "mode.studies")
"""The strings of this page begin with these."""


def study_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the controls when a reader first opens the mode; the first load does not include them."""
    label = {"aria-label": atlas.strings["studies.tools"], "data-in-mode": MODE}
    return html.Section("", id="study-tools", className="tools", hidden=True, **label)


def study_words(atlas: Atlas) -> dict:
    """Words, the marks of all studies and of their limits, and the pitfalls."""
    dataset = atlas.dataset
    words = dataset.strings_with(*STRING_PREFIXES)
    return {
        "words": {key: text for key, text in words.items() if not key.startswith((PREFIX, PLAIN_PREFIX))},
        "marks": {row.id: dot(atlas, row) for row in dataset.studies.values()},
        "needle_marks": {row.id: dot(atlas, row) for row in dataset.needle_muscles.values()},
        "limits": {
            study: [
                [row.quantity, _numbers(row), row.unit, _people(atlas, row), dot(atlas, row)]
                for row in dataset.study_limits.values()
                if row.study == study and _numbers(row)
            ]
            for study in dataset.studies
        },
        "pitfalls": [
            [row.name, row.text, row.plain, list(row.studies), dot(atlas, row)]
            for row in dataset.study_pitfalls.values()
        ],
    }


def _numbers(row) -> str:
    """The mean with its spread, or else the limits; empty if there is no number."""
    if row.mean is not None:
        return f"{row.mean:g}" + ("" if row.sd is None else f" ± {row.sd:g}")
    parts = [
        f"{sign}\N{NO-BREAK SPACE}{value:g}" for sign, value in (("≥", row.low), ("≤", row.high)) if value is not None
    ]
    return ", ".join(parts)


def _people(atlas: Atlas, row) -> str:
    words = atlas.strings
    sex = words[f"studies.sex.{row.sex}"] if row.sex else ""
    count = words["studies.count"].format(n=row.n) if row.n else ""
    age = words["studies.age"].format(age=row.age) if row.age else ""
    return ", ".join(part for part in (row.population, sex, age, count) if part)
