"""Tours for a lecture: the text of each step, a question for the audience with its choices, and what the page shows."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Count, Id, Order, Text, TextList, YesNo
from atlas.dataset.rows import Row
from atlas.dataset.tables.display_state import DisplayState


class Tour(Row):
    """A named sequence of steps; `describe` summarises it in plain words."""

    id: Id
    name: Text
    order: Order
    describe: Text


class TourStep(DisplayState):
    """One step. `text` is written for clinicians, `plain` for everybody; `notes` are shown to the speaker only.

    `ask`: a question for the audience, shown first and without highlights, except for `ask_shows`: what the question
    itself names. `mode`: where the step is shown, in the
    tour (empty), in the tour as text without highlights (`text`), or in another mode of the page.
    `maps`: for the mode of the same name, two dermatome maps or `all`. `study` and `days`: for the mode of nerve
    studies, the study that is open and the days since the onset; empty for what the mode shows by itself.
    """

    KEY = ("tour", "step")
    REFERS = {
        **DisplayState.REFERS,
        "tour": ("tours",),
        "ask_shows": DisplayState.REFERS["select"],
        "study": ("studies",),
    }
    tour: Id
    step: Order
    title: Text
    text: Text
    plain: Text
    ask: str = ""
    ask_shows: TextList = ()
    notes: str = ""
    mode: Literal["", "text", "maps", "myotomes", "lesion", "apart", "conditions", "studies"] = ""
    maps: TextList = ()
    study: str = ""
    days: Count = None


class TourChoice(Row):
    """One answer that a class may choose to the question of a step; the step says, with its sources, which is right.

    The rows are in the order in which the choices are shown. A question with a single row is answered by a tap on the
    body: `shows` then holds every patch of skin that is right. Otherwise a choice is a `text`, or the one thing in
    `shows` by its name.
    """

    KEY = ("tour", "step", "choice")
    REFERS = {"tour": ("tours",), "shows": DisplayState.REFERS["select"]}
    tour: Id
    step: Order
    choice: Id
    shows: TextList = ()
    text: str = ""
    right: YesNo
