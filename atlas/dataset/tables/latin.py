"""What things are called in Latin."""

from __future__ import annotations

from atlas.dataset.cells import Id, Words
from atlas.dataset.rows import Claim


class Latin(Claim):
    """The Latin name of a thing, as the Terminologia Anatomica has it unless the note says otherwise."""

    REFERS = {"id": ("nerves", "muscles", "reflexes", "territories")}
    id: Id
    latin: Words
