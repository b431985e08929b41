"""The page *Examine the leg*: the place for its controls, its words, and the marks and notes of its rows."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.rows import Claim
from atlas.web.bundles.examination import accuracy_in_order, tests_in_order
from atlas.web.layout.cards import note_of
from atlas.web.layout.evidence import dot, public_note

MODE = "examination"
STRING_PREFIXES = ("examination.", "mode.examination")
"""The strings of this page begin with these."""


def exam_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the controls when a reader first opens the mode; the first load does not include them."""
    label = {"aria-label": atlas.strings["examination.tools"], "data-in-mode": MODE}
    return html.Section("", id="exam-tools", className="tools", hidden=True, **label)


def _remark(atlas: Atlas, row: Claim) -> str:
    note = public_note(atlas.strings, row.note)
    return note[:1].upper() + note[1:]


def exam_words(atlas: Atlas) -> dict:
    """Words; the mark and the note of each test and of each row of accuracy, in the order of the bundle."""
    dataset = atlas.dataset
    tests, accuracy = tests_in_order(atlas), accuracy_in_order(atlas)
    return {
        "words": dataset.strings_with(*STRING_PREFIXES),
        "test_marks": [dot(atlas, row) for row in tests],
        "test_notes": [note_of(atlas, row) for row in tests],
        "accuracy_marks": [dot(atlas, row) for row in accuracy],
        "accuracy_notes": [_remark(atlas, row) for row in accuracy],
    }
