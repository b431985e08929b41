"""The formats in which the questions can be exported, each with its writer."""

from __future__ import annotations

from collections.abc import Callable

from atlas.api import Atlas
from atlas.export.question_bank.gift import gift_file
from atlas.export.question_bank.moodle_xml import moodle_file
from atlas.export.question_bank.qti import qti_file

WRITERS: dict[str, Callable[[Atlas, str], bytes]] = {"moodle": moodle_file, "qti": qti_file, "gift": gift_file}
"""Format → a function of an atlas and a side of the body, which returns the file, the same on every run."""
