"""Tours for a lecture: what is said step by step, what is asked of the room, and what the page shows with it."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Listed, Place, Words
from atlas.dataset.rows import Row
from atlas.dataset.tables.display_state import Shown


class Tour(Row):
    """A row of steps under one name; `describe` says in plain words what it leads to."""

    id: Id
    name: Words
    order: Place
    describe: Words


class TourStep(Shown):
    """One step. `text` is the clinical voice, `plain` the plain one, `notes` is for the speaker alone.

    `ask`: a question to the room; it stands alone, with nothing lit, until the speaker goes on. `mode`: where it is
    shown: in the tour itself (empty), there as text that lights nothing (`text`), or in one of the page's other modes.
    `maps`: for the mode of that name, two dermatome maps or `all`.
    """

    KEY = ("tour", "step")
    REFERS = {**Shown.REFERS, "tour": ("tours",)}
    tour: Id
    step: Place
    title: Words
    text: Words
    plain: Words
    ask: str = ""
    notes: str = ""
    mode: Literal["", "text", "maps", "myotomes", "lesion", "apart", "conditions"] = ""
    maps: Listed = ()
