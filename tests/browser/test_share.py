"""Handing on what is shown: the link, the code and the frame lead to the same thing."""

import io
import re
from html import unescape

import numpy
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.browser.access import breaches
from tests.support.page_menus import MENU, SHARE, unfold

pytestmark = pytest.mark.slow

STATE = "?select=L5&plate=foot&layer=nerves"


def asked(reader, way: str):
    unfold(reader.page, MENU, SHARE)
    reader.page.locator(f'[data-share="{way}"]').click()
    dialog = reader.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def test_the_link_opens_exactly_what_is_shown(reader) -> None:
    reader.open(STATE)
    link = asked(reader, "link").locator("textarea").input_value()
    reader.page.keyboard.press("Escape")
    reader.page.wait_for_selector("html[data-figures=all]")
    before = reader.highlighted("#figures")
    assert before, "closing the dialog must not clear what is selected"
    reader.page.goto(link)
    reader.page.wait_for_selector("html[data-figures=all]")
    assert link.endswith(STATE) and reader.highlighted("#figures") == before


def test_the_code_holds_the_address_for_a_reader_that_sees_it(reader) -> None:
    reader.open(STATE)
    dialog = asked(reader, "qr")
    seen = Image.open(io.BytesIO(dialog.locator(".qr").screenshot())).convert("L")
    [read] = zxingcpp.read_barcodes(numpy.asarray(seen))
    assert read.text == dialog.locator("textarea").input_value() and read.text.endswith(STATE)


def test_the_frame_shows_the_figures_alone_and_a_way_to_the_whole(reader) -> None:
    reader.open(STATE)
    text = asked(reader, "embed").locator("textarea").input_value()
    source = unescape(re.search(r'src="([^"]+)"', text)[1])
    reader.page.goto(source)
    reader.page.wait_for_selector("html[data-ready]")
    assert reader.highlighted("#figures")
    for hidden in (".modes", ".side", "main > section.nerves", ".options"):
        expect(reader.page.locator(hidden).first).to_be_hidden()
    whole = reader.page.locator("#whole")
    expect(whole).to_be_visible()
    with reader.page.expect_popup() as opened:
        whole.click()
    assert opened.value.url.endswith(STATE)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["link", "qr", "embed"])
def test_escape_closes_it_and_axe_finds_nothing(reader, way: str) -> None:
    reader.open(STATE)
    dialog = asked(reader, way)
    assert breaches(reader.page) == []
    reader.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(reader.page.locator("#menu > summary")).to_be_focused()
