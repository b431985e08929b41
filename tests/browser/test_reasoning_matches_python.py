"""The browser reasons back as Python does: the same candidates, lists, groups and next examination, case by case."""

import json
import random

import pytest
from playwright.sync_api import Page

from atlas.reasoning.localisation.findings import SIGNS, Findings
from tests.cases import CASES_FOLDER
from tests.cases.browser import answers

RANDOM = 600


def drawn(atlas, seed: int) -> Findings:
    """Findings drawn at random: a lesion's own signs with some noise, or nothing but noise."""
    chance, found = random.Random(seed), Findings()
    targets = {"muscle": "muscles", "territory": "territories", "reflex": "reflexes"}
    some = {kind: list(atlas.dataset[table]) for kind, table in targets.items()}
    if chance.random() < 0.7:
        taken = atlas.localiser.expected.by_site
        shares = taken[chance.choice(list(taken))]
        wrong = {"muscle": "weak", "territory": chance.choice(["numb", "pain"]), "reflex": "reduced_reflex"}
        for target in chance.sample(list(shares), min(len(shares), chance.randint(1, 9))):
            if shares[target] > chance.random():
                found.add(wrong[atlas.nerve_graph.kinds[target]], target)
    for _ in range(chance.randint(0, 6)):
        sign = chance.choice(list(SIGNS))
        found.add(sign, chance.choice(some[SIGNS[sign]]))
    for sign, target in found.signs:
        if sign == "weak" and chance.random() < 0.5:
            found.grades[target] = chance.choice([0.0, 1.0, 2.0, 3.0, 4.0, 3.5])
    rows = list(atlas.dataset["clues"].values())
    for _ in range(chance.choice([0, 0, 1, 2, 4])):
        row = chance.choice(rows)
        said = chance.choice([row.id, row.name, *row.phrases])
        found.clues.append(chance.choice(["", "", "no "]) + said)
    return found


@pytest.fixture
def asked_in_browser(page: Page, served: str):
    """Asks the page's modules for the answers to findings."""
    page.goto(served)
    return lambda all_: answers(page, all_)


def differing(atlas, answered, all_) -> list[str]:
    """The findings to which the two answers differ, with what differs."""
    wrong = []
    for findings, answer in zip(all_, answered, strict=True):
        expected = json.loads(json.dumps(atlas.localise(findings).as_dict()))
        wrong += [
            f"{findings}: {part}: {answer[part]} is not {expected[part]}"
            for part in expected
            if expected[part] != answer[part]
        ]
    return wrong


def test_teaching_cases_are_answered_alike(atlas, asked_in_browser) -> None:
    cases = [case for path in sorted(CASES_FOLDER.glob("*.json")) for case in json.loads(path.read_text("utf-8"))]
    all_ = [atlas.findings_parser.parse_case(case) for case in cases]
    assert len(all_) > 80
    assert differing(atlas, asked_in_browser(all_), all_) == []


def test_random_findings_are_answered_alike(atlas, asked_in_browser) -> None:
    all_ = [drawn(atlas, seed) for seed in range(RANDOM)]
    answered = asked_in_browser(all_)
    assert differing(atlas, answered, all_) == []
    keys = [one["site_key"] for answer in answered for one in answer["candidates"]]
    assert any(" + " in key for key in keys) and any(answer["red_flags"] for answer in answered)
    assert not any(answer["unrecognised"] for answer in answered)


def test_findings_are_weighed_in_any_order_and_odd_ones_too(atlas, asked_in_browser) -> None:
    muscle, skin = next(iter(atlas.dataset["muscles"])), next(iter(atlas.dataset["territories"]))
    odd = [
        Findings(),
        Findings(clues=["nothing known", "", "nothing known"], unrecognised=["moon"]),
        Findings(signs=[("weak", muscle), ("normal", muscle), ("numb", skin), ("pain", skin), ("intact", skin)]),
        Findings(signs=[("pain", skin)], grades={muscle: 3.0}),
    ]
    assert differing(atlas, asked_in_browser(odd), odd) == []
