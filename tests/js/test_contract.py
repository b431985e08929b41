"""The page's JavaScript gives the same answers as Python: localisation and search, on the real and the invented limb."""

import json
import random
import string
from itertools import pairwise

import pytest

from atlas import Atlas
from atlas.reasoning.localisation.findings import Findings
from atlas.search.similarity import normalise
from atlas.web.bundles.search import MOST, build_search
from tests.cases import CASES_FOLDER
from tests.fixtures.emergency_wordings import HARMLESS, HARMLESS_NOTES, NOTES, URGENT
from tests.fixtures.random_findings import random_findings, with_random_studies
from tests.fixtures.reasoning_contract import edge_cases
from tests.fixtures.searches import HITS, NOTHING
from tests.js.contract import localised_in_node, searched_in_node

RANDOM = 600
SEARCHES = [
    *("big toe", "pins and needles", "foot drop", "numb toe", "ankle jerk", "peroneal", "hamstrings", "sole"),
    *("L5", "s1", "heal", "tibial anterior", "Näme, (old)", "", " ", "/", "⠀", "qqqqzzzz", "a", "the", "L4/5", "toe 1"),
    *("tarsil tunel", "fybular", "psoaz", "kwadriceps", "akilles", "sciatic nerv", "inner ankel", "web space first"),
    "x" * 300,
]


@pytest.fixture(params=["real", "tiny"])
def any_atlas(request: pytest.FixtureRequest, atlas: Atlas, tiny: Atlas) -> Atlas:
    return atlas if request.param == "real" else tiny


def assert_same_answers(atlas: Atlas, findings: list[Findings]) -> list[dict]:
    """Compares both answers to each of the findings, part by part; returns those of the page."""
    answers = localised_in_node(atlas, findings)
    for one, answer in zip(findings, answers, strict=True):
        expected = json.loads(json.dumps(atlas.localise(one).as_dict()))
        for part in expected:
            assert answer[part] == expected[part], f"{part} of {one}"
    return answers


@pytest.mark.slow
def test_teaching_cases_are_localised_alike(atlas: Atlas) -> None:
    cases = [case for path in sorted(CASES_FOLDER.glob("*.json")) for case in json.loads(path.read_text("utf-8"))]
    assert len(cases) > 80
    found = [atlas.findings_parser.parse_case(case) for case in cases]
    assert not [one.unrecognised for one in found if one.unrecognised], "a finding that is not read is not compared"
    assert_same_answers(atlas, found)


def test_random_findings_are_localised_alike(any_atlas: Atlas) -> None:
    assert_same_answers(any_atlas, [random_findings(any_atlas, seed) for seed in range(RANDOM)])


def test_random_results_of_studies_are_localised_alike(atlas: Atlas) -> None:
    found = [with_random_studies(atlas, random_findings(atlas, seed), seed) for seed in range(RANDOM // 2)]
    found += [with_random_studies(atlas, Findings(), seed) for seed in range(RANDOM // 6)]
    answers = assert_same_answers(atlas, found)
    rows = [row for answer in answers for one in answer["candidates"] for row in one["studies"]]
    assert {row["fits"] for row in rows} == {True, False, None}
    assert any(one["injury"] == "demyelination" for answer in answers for one in answer["candidates"])
    assert sum(bool(answer["next_study"]) for answer in answers) > len(answers) // 4


def test_random_findings_reach_pairs_and_red_flags(atlas: Atlas) -> None:
    answers = [atlas.localise(random_findings(atlas, seed)).as_dict() for seed in range(100)]
    assert any(" + " in one["site_key"] for answer in answers for one in answer["candidates"])
    assert any(answer["red_flags"] for answer in answers)


def test_edge_cases_are_localised_alike(any_atlas: Atlas) -> None:
    assert_same_answers(any_atlas, edge_cases(any_atlas))


def misspelt(text: str, chance: random.Random) -> str:
    """A text typed in haste: a letter missing, doubled, swapped or wrong, or a word missing."""
    for _ in range(chance.choice([1, 1, 2, 3])):
        if len(text) < 2:
            break
        at, kind = chance.randrange(len(text) - 1), chance.randrange(5)
        if kind == 0:
            text = text[:at] + text[at + 1 :]
        elif kind == 1:
            text = text[:at] + text[at] + text[at:]
        elif kind == 2:
            text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        elif kind == 3:
            text = text[:at] + chance.choice(string.ascii_lowercase + "éß- ") + text[at + 1 :]
        else:
            words = text.split()
            words.pop(chance.randrange(len(words)))
            text = " ".join(words) or text
    return text


@pytest.mark.slow
def test_emergencies_are_recognised_alike(atlas: Atlas) -> None:
    urgent = [said for wordings in URGENT.values() for said in wordings]
    notes = [*HARMLESS_NOTES, *(note for notes in NOTES.values() for note in notes)]
    texts = [
        *urgent,
        *HARMLESS,
        *notes,
        *(f"no {said}" for said in urgent),
        *(f"{a}, {b}" for a, b in pairwise(urgent)),
    ]
    assert_same_answers(atlas, [Findings(clues=[text]) for text in texts])
    assert_same_answers(atlas, [Findings(said=[text], clues=["cold"]) for text in urgent[::10]])


def test_emergencies_are_searched_alike(atlas: Atlas) -> None:
    texts = [said for wordings in URGENT.values() for said in wordings[:3]] + HARMLESS[:20] + ["warfarin", "fainted"]
    ids = [*atlas.nodes, *(page.id for page in atlas.site_search.entries)]
    for text, answer in zip(texts, searched_in_node(atlas, texts), strict=True):
        expected = [(match.id, match.matched, match.score) for match in atlas.find(text, MOST)]
        assert [(ids[at], matched, score) for at, matched, score in answer["found"]] == expected, text


def test_texts_are_searched_alike(any_atlas: Atlas) -> None:
    chance = random.Random(6)
    names = [one.text for one in (*any_atlas.names.spellings, *any_atlas.site_search.spellings)]
    count = min(len(names), 40)
    slips = [misspelt(name, chance) for name in chance.sample(names, count)]
    texts = [*SEARCHES, *HITS, *NOTHING, *chance.sample(names, count), *slips]
    ids = [*any_atlas.nodes, *(page.id for page in any_atlas.site_search.entries)]
    answers = searched_in_node(any_atlas, texts)
    assert sum(bool(answer["found"]) for answer in answers) >= count, "a name finds itself at least"
    for text, answer in zip(texts, answers, strict=True):
        for part, matches in (("found", any_atlas.find(text, MOST)), ("near", any_atlas.near(text))):
            expected = [(match.id, match.matched, match.score) for match in matches]
            assert [(ids[at], matched, score) for at, matched, score in answer[part]] == expected, (part, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("big toe", "territory"), ("pins and needles", "condition"), ("foot drop", "muscle"), ("numb toe", "territory")],
)
def test_everyday_words_find_the_right_kind(atlas: Atlas, text: str, kind: str) -> None:
    assert kind in {match.kind for match in atlas.search(text)[:4]}


def test_everyday_words_are_found_but_are_not_names(atlas: Atlas) -> None:
    for row in atlas.dataset["everyday"].values():
        found = {match.id for match in atlas.search(row.said, 20) if match.score == 100}
        assert set(row.means) <= found, row.said
        others = set(row.means) - {id_ for id_, names in atlas.names.names_of.items() if row.said in names}
        assert atlas.names.id_by_name.get(normalise(row.said)) not in others


def test_every_match_says_where_it_lies(atlas: Atlas) -> None:
    where = build_search(atlas)["where"]
    without = [node for node, text in zip(atlas.nodes.values(), where, strict=True) if not text]
    assert {node.kind for node in without} <= {"site", "nerve"}
