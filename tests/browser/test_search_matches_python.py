"""The search box finds what `nerve-atlas search` finds, in the same order: names, parts of them, slips and plain words."""

import json
import random
import string

import pytest
from playwright.sync_api import Page

from atlas.search.similarity import normalise
from atlas.web.bundles.search import MOST, build_finding

PLAIN = [
    *(
        "big toe",
        "pins and needles",
        "foot drop",
        "numb toe",
        "ankle jerk",
        "peroneal",
        "hamstrings",
        "sole",
        "L5",
        "s1",
    ),
    *("heal", "tibial anterior", "Näme, (old)", "", " ", "/", "⠀", "qqqqzzzz", "a", "the", "L4/5", "toe 1", "x" * 300),
    *("tarsil tunel", "fybular", "psoaz", "kwadriceps", "akilles", "sciatic nerv", "inner ankel", "web space first"),
]
ASK = """async ([module, address, texts]) => {
  const { fetchIndex } = await import(module);
  const index = await fetchIndex(address);
  const told = ({ at, matched, score }) => [at, matched, score];
  return texts.map((text) => [index.search(text).map(told), index.nearest(text).map(({ at }) => at)]);
}"""


def slipped(text: str, chance: random.Random) -> str:
    """A text as it is typed in haste: a letter lost, doubled, swapped or wrong, or a word left out."""
    for _ in range(chance.choice([1, 1, 2, 3])):
        if len(text) < 2:
            break
        at = chance.randrange(len(text) - 1)
        way = chance.randrange(5)
        if way == 0:
            text = text[:at] + text[at + 1 :]
        elif way == 1:
            text = text[:at] + text[at] + text[at:]
        elif way == 2:
            text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        elif way == 3:
            text = text[:at] + chance.choice(string.ascii_lowercase + "éß- ") + text[at + 1 :]
        else:
            words = text.split()
            words.pop(chance.randrange(len(words)))
            text = " ".join(words) or text
    return text


@pytest.fixture
def asked(page: Page, served: str):
    """Asks the page's search for what goes by each text."""
    page.goto(served)
    addresses = json.loads(page.locator("#main").get_attribute("data-answers"))
    return lambda texts: page.evaluate(ASK, ["/assets/finding/index.mjs", addresses["finding"], texts])


def test_the_page_finds_what_the_command_finds(atlas, asked) -> None:
    chance = random.Random(6)
    names = [name for _, _, name in (*atlas.names.spellings, *atlas.site_search.spellings)]
    texts = PLAIN + chance.sample(names, 20) + [slipped(name, chance) for name in chance.sample(names, 40)]
    ids = [*atlas.nodes, *(one.id for one in atlas.site_search.entries)]
    found = 0
    for text, (search, nearest) in zip(texts, asked(texts), strict=True):
        expected = [(match.id, match.matched, match.score) for match in atlas.find(text, MOST)]
        assert [(ids[at], matched, score) for at, matched, score in search] == expected, text
        assert [atlas.node(ids[at]).name for at in nearest] == list(atlas.names.nearest(text)), text
        found += bool(expected)
    assert len(texts) * 3 / 4 < found < len(texts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("big toe", "territory"), ("pins and needles", "condition"), ("foot drop", "muscle"), ("numb toe", "territory")],
)
def test_plain_words_find_something_of_the_right_kind(atlas, text, kind) -> None:
    assert kind in {match.kind for match in atlas.search(text)[:4]}


def test_everyday_words_are_found_but_are_no_names(atlas) -> None:
    for row in atlas.dataset["everyday"].values():
        found = {match.id for match in atlas.search(row.said, 20) if match.score == 100}
        assert set(row.means) <= found, row.said
        assert atlas.names.id_by_name.get(normalise(row.said)) not in set(row.means) - {
            id_ for id_, names in atlas.names.names_of.items() if row.said in names
        }


def test_every_finding_says_where_it_lies(atlas) -> None:
    answers = build_finding(atlas)
    silent = [node.id for node, said in zip(atlas.nodes.values(), answers["where"], strict=True) if not said]
    assert {atlas.node(id_).kind for id_ in silent} <= {"site", "nerve"}
