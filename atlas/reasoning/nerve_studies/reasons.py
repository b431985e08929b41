"""The reason for what a study is expected to show, as a sentence in the language of the data set."""

from __future__ import annotations

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.nerve_studies import GanglionException
from atlas.reasoning.nerve_studies.course import Stage

PREFIX, PLAIN_PREFIX = "studies.why.", "studies.plain_why."


class Reasons:
    """Sentences of one data set."""

    def __init__(self, dataset: Dataset) -> None:
        self._texts = dataset.strings

    def sentence(self, stage: Stage) -> str:
        """Why this is expected."""
        return self._filled(PREFIX, stage)

    def plain(self, stage: Stage) -> str:
        """The same in plain words."""
        return self._filled(PLAIN_PREFIX, stage)

    def _filled(self, prefix: str, stage: Stage) -> str:
        values = {name: ", ".join(value) if isinstance(value, tuple) else value for name, value in stage.values.items()}
        return self._texts[f"{prefix}{stage.why}"].format(**values)

    def exception(self, claim: GanglionException) -> str:
        """What a published series counted, as a sentence."""
        rate, measured = f"{claim.rate:g} %", claim.measured[:1].upper() + claim.measured[1:]
        return self._texts["studies.exception"].format(rate=rate, people=claim.people, measured=measured)
