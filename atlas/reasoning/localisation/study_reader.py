"""Reads results of nerve studies: `sural_sensory:absent`, `emg tibialis_anterior:fibrillations`."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.nerve_studies import NEEDLE, NEEDLE_RESULTS, STUDY_RESULTS
from atlas.search.similarity import normalise

NEAREST = 3
"""The number of names suggested for an unknown one."""
LIKENESS = 0.5
"""How alike (0 to 1) a name must be to be suggested."""


class StudyReader:
    """Resolves the names of studies and needle muscles. `muscles`: the muscles that a name means."""

    def __init__(self, dataset: Dataset, muscles: Callable[[str], tuple[str, ...]]):
        self.muscles = muscles
        self.needle_of = {row.muscle: f"{NEEDLE}{id_}" for id_, row in dataset.needle_muscles.items() if not row.root}
        named = [(id_, row.name) for id_, row in dataset.studies.items()]
        self.studies = {normalise(text): id_ for id_, name in named for text in (id_, name)}
        needled = [(id_, row.name) for id_, row in dataset.needle_muscles.items()]
        self.needles = {normalise(text): f"{NEEDLE}{id_}" for id_, name in needled for text in (id_, name)}

    def read(self, item: str) -> tuple[str, str]:
        """The study (its id, or `emg ` and a needle muscle) and its result.

        Raises ValueError, which says what is wrong and what would be right.
        """
        name, result = _split(item)
        is_needle = name.startswith(NEEDLE)
        key = self._needle(name.removeprefix(NEEDLE)) if is_needle else self.studies.get(normalise(name))
        if not key:
            raise ValueError(f"study '{item}': {self._unknown(name, is_needle)}")
        allowed = NEEDLE_RESULTS if is_needle else STUDY_RESULTS
        if result not in allowed:
            test = "needle EMG" if is_needle else "a nerve study"
            known = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
            wrong = f"'{result}' is not a result of {test}" if result else "the result is missing"
            raise ValueError(f"study '{item}': {wrong}; write {known}, as in '{key}:{allowed[-1]}'")
        return key, result

    def _needle(self, name: str) -> str | None:
        if found := self.needles.get(normalise(name)):
            return found
        muscles = self.muscles(name) if name else ()
        return self.needle_of.get(muscles[0]) if len(muscles) == 1 else None

    def _unknown(self, name: str, is_needle: bool) -> str:
        what, keys = ("needle muscle", self.needles) if is_needle else ("nerve study", self.studies)
        called = name.removeprefix(NEEDLE)
        if not is_needle and (needle := self._needle(name)):
            return f"there is no nerve study '{name}'; needle EMG begins with emg: '{needle}:{NEEDLE_RESULTS[-1]}'"
        near = get_close_matches(normalise(called), keys, n=NEAREST, cutoff=LIKENESS)
        names = " or ".join(dict.fromkeys(f"'{keys[one]}'" for one in near or list(keys)[:1]))
        hint = f"the nearest is {names}" if near else f"write one such as {names}" if names else "this atlas has none"
        return f"there is no {what} '{called}'; {hint}"


def _split(item: str) -> tuple[str, str]:
    """The name and the result. Without a colon the last word is the result, if it is one."""
    text = " ".join(item.split())
    if ":" in text:
        name, _, result = text.rpartition(":")
    else:
        name, _, result = text.rpartition(" ")
        if not name or result not in (*STUDY_RESULTS, *NEEDLE_RESULTS):
            name, result = text, ""
    head, _, rest = name.strip().partition(" ")
    return (f"{NEEDLE}{rest}" if head.casefold() == NEEDLE.strip() else name.strip()), result.strip().casefold()
