"""The short stories: one for each root that reaches the ankle, in short plain sentences that never diagnose."""

import re

import pytest

from atlas.dataset.folders import table_file
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.dataset.readability import grade, longest
from tests.support.limbs import TINY, copy_of, set_cell

ROOTS = ["L4", "L5", "S1"]
SKIN_WORDS = {
    "L4": {"medial_malleolus": "inner ankle"},
    "L5": {"dorsum_medial": "top of the foot", "dorsum_central": "top of the foot"},
    "S1": {"lateral_malleolus": "outer ankle", "heel_lateral": "heel"},
}
"""Root → the skin of its story, and how the third sentence calls it."""
DISC_ABOVE = {"L4": "disc_L3_4_paracentral", "L5": "disc_L4_5_paracentral", "S1": "disc_L5_S1_paracentral"}
DISC_WORDS = {
    "L4": "disc between the third and fourth bones of the low back",
    "L5": "disc between the two lowest bones of the low back",
    "S1": "lowest disc of the back",
}
LONGEST, GRADE = 20, 6
"""Words in a sentence; the reading grade of eleven-year-olds."""
SPOILT = [
    ("root", "K9", "'K9' is not in roots"),
    ("first", "A ring can press. It can hurt.", "it has 2 sentences"),
    ("third", "", "third"),
    ("skin", "", "no skin is named"),
    ("skin", "lower_skin", "the default map does not give 'lower_skin' to K1"),
    ("skin", "nowhere", "'nowhere' is not in territories"),
    ("cites", "", "no source is cited"),
    ("second", "Interdigitating neurofibrillary labyrinths run down the arm.", "is a hard word"),
]


@pytest.fixture(params=ROOTS)
def story(request, atlas):
    return atlas.dataset.stories[request.param]


def test_each_root_of_the_ankle_has_a_story(atlas):
    assert list(atlas.dataset.stories) == ROOTS


def test_sentences_are_short_and_plain(story):
    assert longest(" ".join(story.sentences)) <= LONGEST
    assert grade(" ".join(story.sentences)) <= GRADE


def test_a_story_says_can_and_never_addresses_the_reader(story):
    first, _, third = story.sentences
    assert " can " in first and " can " in third
    assert "healthy" in third
    assert not re.search(r"\b(?:you|your)\b", " ".join(story.sentences), re.IGNORECASE)


def test_the_skin_of_the_story_is_on_the_lit_path(atlas, story):
    found = SKIN_WORDS[story.root]
    assert set(story.skin) == set(found)
    assert set(story.skin) <= set(atlas.pathway(story.root).territories)
    assert all(words in story.third for words in found.values())


def test_the_disc_of_the_story_presses_on_its_root(atlas, story):
    """Close to the midline a disc meets the root that leaves one level lower."""
    condition = atlas.dataset.conditions[DISC_ABOVE[story.root]]
    roots = {root for site in condition.sites for root in atlas.dataset.sites[site].on}
    assert roots == {story.root}
    assert story.first == f"The {DISC_WORDS[story.root]} can slip and press on root {story.root}."


def test_other_rows_cite_the_same_sources(atlas, story):
    """The story repeats facts: each source supports a passage of the article, a site or a patch of skin already."""
    tables = ("article", "sites", "dermatomes")
    cited = {cite.key for table in tables for row in atlas.dataset[table].values() for cite in row.cites}
    keys = {cite.key for cite in story.cites}
    assert keys <= cited & set(atlas.dataset.sources)
    assert story.note


@pytest.mark.parametrize(("column", "value", "said"), SPOILT, ids=lambda value: str(value)[:20])
def test_a_spoilt_story_is_named(tmp_path, column, value, said):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "stories", "K1", column, value)
    with pytest.raises(DataProblems) as refused:
        load_dataset(folder)
    lines = [str(problem) for problem in refused.value.problems]
    assert any("stories" in line and said in line for line in lines), lines


def test_a_limb_can_do_without_stories(tmp_path):
    folder = copy_of(TINY, tmp_path)
    (folder / table_file("stories")).unlink()
    assert load_dataset(folder).counts()["stories"] == 0
