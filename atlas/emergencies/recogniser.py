"""Finds the emergencies that words and findings may mean, by the rules of the guidelines."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.plain_text import RedFlag
from atlas.emergencies.clauses import Speech
from atlas.emergencies.signs import SignMatcher


@dataclass(frozen=True)
class Emergency:
    """An emergency that may be there. `shown_by`: the words and targets that show it."""

    row: RedFlag
    shown_by: tuple[str, ...]


class EmergencyRecogniser:
    """Applies the rules. The most urgent emergency comes first."""

    def __init__(self, dataset: Dataset):
        self.dataset = dataset
        self.rows = sorted(dataset.red_flags.values(), key=lambda row: row.order)
        self.rules = list(dataset.emergency_rules.values())
        self.speech = Speech(dataset.speech_words.values())
        self.matcher = SignMatcher(dataset.emergency_signs.values(), dataset.clues, self.speech)

    def recognise(self, texts: Iterable[str] = (), findings: Iterable[tuple[str, str]] = ()) -> tuple[Emergency, ...]:
        """The emergencies whose signs are all there. `findings`: (sign, target)."""
        shown = self.signs(texts, findings)
        met: dict[str, dict[str, None]] = {}
        for rule in self.rules:
            if shown.keys() >= {*rule.needs} and not shown.keys() & {*rule.unless}:
                met.setdefault(rule.emergency, {}).update(dict.fromkeys(shown[sign] for sign in rule.needs))
        return tuple(Emergency(row, tuple(met[row.id])) for row in self.rows if row.id in met)

    def signs(self, texts: Iterable[str], findings: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Every sign that is there: id → the words or the target that shows it."""
        shown = self.matcher.in_findings(findings)
        for text in texts:
            shown = {**self.matcher.in_text(text), **shown}
        return shown

    def at_place(self, deficits: Collection[str], place: Collection[str]) -> list[str]:
        """Emergencies, by urgency, that one of these deficits shows by itself, or a clue that leads to the place."""
        clues = self.dataset.clues
        telling = set()
        for row in self.matcher.rows:
            targets = {wanted.partition(":")[2] for wanted in row.found_in}
            leads_to = {where for clue in row.clues if clue in clues for where in clues[clue].toward}
            if targets.intersection(deficits) or leads_to.intersection(place):
                telling.add(row.id)
        found = {rule.emergency for rule in self.rules if len(rule.needs) == 1 and telling.issuperset(rule.needs)}
        return [row.id for row in self.rows if row.id in found]

    def named_in(self, query: str) -> tuple[RedFlag, ...]:
        """The emergencies that a search for these words should bring: those that they mean, then those they hint at."""
        signs = self.matcher.in_text(query)
        means = [emergency.row.id for emergency in self.recognise([query])]
        hints = {id_ for row in self.matcher.rows if row.id in signs for id_ in row.search}
        return (
            *(row for row in self.rows if row.id in means),
            *(row for row in self.rows if row.id in hints and row.id not in means),
        )
