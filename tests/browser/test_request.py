"""A figure on request: hidden in a lecture until asked for, in the address and the history, and no other figure moves."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from atlas.figures.plate_layout import plates
from tests.support.page_menus import VIEW, unfold

BOXES = """() => Object.fromEntries([...document.querySelectorAll("#figures figure:not([hidden], [data-appears-with]) svg")]
  .map((svg) => [svg.dataset.view, (({ x, y, width, height }) => [x, y, width, height])(svg.getBoundingClientRect())]))"""
COVERED = """(view) => {
  const own = document.querySelector(`#figure-${view} svg`).getBoundingClientRect();
  return [...document.querySelectorAll("#figures figure:not([hidden], [data-appears-with])")].filter((figure) => {
    const box = figure.getBoundingClientRect();
    return box.left < own.right && own.left < box.right && box.top < own.bottom && own.top < box.bottom;
  }).map((figure) => figure.id);
}"""


@pytest.fixture
def view(atlas):
    """The view on the first plate that is shown on request."""
    return next(atlas.dataset.views[id_] for id_ in plates(atlas)[0].views if atlas.dataset.views[id_].appears_with)


def opened(reader, query: str):
    reader.open(query)
    reader.page.wait_for_selector("html[data-figures=all]")
    return reader.page


def test_a_lecture_shows_it_only_when_asked_and_nothing_moves(reader, view) -> None:
    reader.page.set_viewport_size({"width": 1920, "height": 1080})
    page = opened(reader, f"?theme=projector&select={view.appears_with[0]}")
    figure, button = page.locator(f"#figure-{view.id}"), page.locator(f"button[data-inset={view.id}]")
    page.wait_for_timeout(300)
    expect(figure).to_be_hidden()
    unfold(page, VIEW)
    before = page.evaluate(BOXES)
    button.click()
    expect(figure).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.wait_for_url(re.compile(rf"inset={view.id}\b"))
    assert page.evaluate(BOXES) == before
    page.go_back()
    expect(figure).to_be_hidden()


def test_it_comes_and_goes_with_its_skin(reader, view) -> None:
    page = opened(reader, f"?select={view.appears_with[0]}")
    figure = page.locator(f"#figure-{view.id}")
    for size in ((1440, 900), (1920, 1080)):
        reader.resize(*size)
        expect(figure).to_be_visible()
        assert page.evaluate(COVERED, view.id) == [], size
    page.keyboard.press("Escape")
    expect(figure).to_be_hidden()


def test_the_reader_can_keep_it_closed(reader, view) -> None:
    page = opened(reader, f"?select={view.appears_with[0]}")
    figure = page.locator(f"#figure-{view.id}")
    expect(figure).to_be_visible()
    unfold(page, VIEW)
    page.locator(f"button[data-inset={view.id}]").click()
    expect(figure).to_be_hidden()
    page.wait_for_url("**inset=-*")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(figure).to_be_hidden()
