"""The page *Examine the leg*: the place for its controls, its words, and the marks and notes of its rows."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dash import html

from atlas.api import Atlas
from atlas.dataset.rows import Claim
from atlas.dataset.tables.examination import ExamTest
from atlas.reasoning.exam_accuracy import has_interval, spread, telling_rows, verdict
from atlas.web.bundles.examination import accuracy_in_order, tests_in_order
from atlas.web.layout.cards import note_of
from atlas.web.layout.evidence import dot, public_note

MODE = "examination"
STRING_PREFIXES = ("examination.", "mode.examination")
"""The strings of this page begin with these."""
DIFFERING = 0.3
"""Where the shares of several results lie further apart than this, the results differ."""


def exam_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the controls when a reader first opens the mode; the first load does not include them."""
    label = {"aria-label": atlas.strings["examination.tools"], "data-in-mode": MODE}
    return html.Section("", id="exam-tools", className="tools", hidden=True, **label)


def _remark(atlas: Atlas, row: Claim) -> str:
    note = public_note(atlas, row.note)
    return note[:1].upper() + note[1:]


def accuracy_summary(atlas: Atlas, test: ExamTest) -> str:
    """What the rows of a test show together, in plain words; empty where no study gives a share of people."""
    words = atlas.strings
    rows, is_alone = telling_rows(test.id, atlas.dataset.exam_accuracy.values())
    found, normal = spread(rows, "sensitivity"), spread(rows, "specificity")
    said = []
    if (judged := verdict(rows)) and is_alone:
        said.append(words[f"examination.verdict.{judged}"])
    if not is_alone and rows:
        said.append(words["examination.summary.together"])
    if found:
        said.append(words["examination.summary.found"].format(share=_per_hundred(words, found.low, found.high)))
    if normal:
        alarmed = _per_hundred(words, 1 - normal.high, 1 - normal.low)
        said.append(words["examination.summary.alarmed"].format(share=alarmed))
    if (found and found.high - found.low > DIFFERING) or (normal and normal.high - normal.low > DIFFERING):
        said.append(words["examination.summary.differ"])
    elif rows and not any(one and one.rows > 1 for one in (found, normal)):
        said.append(words["examination.summary.one"])
    if rows and not any(map(has_interval, rows)):
        said.append(words["examination.summary.rough"])
    return " ".join(said)


def _per_hundred(words: Mapping[str, str], low: float, high: float) -> str:
    first, last = (math.floor(100 * share + 0.5) for share in (low, high))
    return words["examination.summary.range"].format(low=first, high=last) if first != last else str(first)


def exam_words(atlas: Atlas) -> dict:
    """Words; the mark and the note of each test and of each row of accuracy, in the order of the bundle."""
    dataset = atlas.dataset
    tests, accuracy = tests_in_order(atlas), accuracy_in_order(atlas)
    return {
        "words": dataset.strings_with(*STRING_PREFIXES),
        "test_marks": [dot(atlas, row) for row in tests],
        "test_notes": [note_of(atlas, row) for row in tests],
        "accuracy_marks": [dot(atlas, row) for row in accuracy],
        "accuracy_summaries": [accuracy_summary(atlas, row) for row in tests],
        "accuracy_notes": [_remark(atlas, row) for row in accuracy],
    }
