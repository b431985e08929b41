"""A story is three sentences, and the skin that it names belongs to its root."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.readability import sentences
from atlas.dataset.tables.stories import SENTENCES
from atlas.dataset.validation import rule


@rule
def each_part_of_a_story_is_one_sentence(dataset: Dataset) -> Iterator[Problem]:
    for root, story in dataset.stories.items():
        for column, text in zip(SENTENCES, story.sentences, strict=True):
            if (found := len(sentences(text))) != 1:
                wrong = f"it has {found} sentences"
                yield dataset.records["stories"][root].problem(column, wrong, "write one short sentence")


@rule
def a_story_names_skin_of_its_root(dataset: Dataset) -> Iterator[Problem]:
    """By the default map, which the page lights with the story."""
    default = next((row.id for row in dataset.dermatome_maps.values() if row.default == "yes"), "")
    for root, story in dataset.stories.items():
        record = dataset.records["stories"][root]
        if not story.skin:
            yield record.problem("skin", "no skin is named", "name the skin of the third sentence")
        for territory in story.skin:
            row = dataset.dermatomes.get((territory, default))
            if row is None or root not in row.roots:
                wrong = f"the default map does not give '{territory}' to {root}"
                yield record.problem("skin", wrong, "name skin of the root")
