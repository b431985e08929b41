"""The browser reasons back as Python does: the same candidates, lists, groups and next examination, case by case."""

import json

import pytest
from playwright.sync_api import Page

from tests.cases import CASES_FOLDER
from tests.cases.browser import answers
from tests.fixtures.random_findings import random_findings
from tests.fixtures.reasoning_contract import edge_cases

RANDOM = 600


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
    all_ = [random_findings(atlas, seed) for seed in range(RANDOM)]
    answered = asked_in_browser(all_)
    assert differing(atlas, answered, all_) == []
    keys = [one["site_key"] for answer in answered for one in answer["candidates"]]
    assert any(" + " in key for key in keys) and any(answer["red_flags"] for answer in answered)
    assert not any(answer["unrecognised"] for answer in answered)


def test_edge_cases_are_answered_alike(atlas, asked_in_browser) -> None:
    all_ = edge_cases(atlas)
    assert differing(atlas, asked_in_browser(all_), all_) == []
