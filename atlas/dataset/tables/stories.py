"""The short stories that tell a patient how a problem of one root in the back can be felt further down."""

from __future__ import annotations

from atlas.dataset.cells import Id, Text, TextList
from atlas.dataset.rows import Claim

SENTENCES = ("first", "second", "third")
"""The columns of the sentences, in their order."""


class Story(Claim):
    """The story of one root in three plain sentences: what can press on it, where it runs, and where it is felt.

    `skin` is the skin that the third sentence names.
    """

    KEY = ("root",)
    REFERS = {"root": ("roots",), "skin": ("territories",)}
    root: Id
    title: Text
    first: Text
    second: Text
    third: Text
    skin: TextList

    @property
    def sentences(self) -> tuple[str, str, str]:
        """The three sentences in order."""
        return self.first, self.second, self.third
