"""The handout is one sheet in the colours of the light theme; the whole page is printed as before."""

import unicodedata

import pytest
from pypdf import PdfReader

from atlas.dataset.source_names import short_citation

PAPER = "Letter"
"""Lower than A4."""


def printed(page, path) -> list[str]:
    """The text of each sheet that the page prints, without ligatures."""
    edges = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")
    page.pdf(path=path, format=PAPER, margin=edges)
    sheets = [sheet.extract_text() for sheet in PdfReader(path).pages]
    return [" ".join(unicodedata.normalize("NFKC", text).split()) for text in sheets]


@pytest.mark.parametrize(
    "query",
    [
        "?select=L5",
        *(
            pytest.param(query, marks=pytest.mark.slow)
            for query in (
                "?select=S1&voice=plain&theme=dark",
                "?select=sciatic",
                "?mode=conditions&select=sciatica&voice=plain",
                "?mode=conditions&select=cauda_equina_syndrome",
                "?mode=article&select=L5",
            )
        ),
    ],
)
def test_a_handout_is_one_sheet(reader, atlas, tmp_path, query) -> None:
    page = reader.open(query).page
    page.wait_for_selector("html[data-figures=all]")
    page.evaluate("window.print = () => {}")
    title = page.locator("#panel h2, #panel [data-story-of]:not([hidden]) h4").locator("visible=true").last.inner_text()
    theme = page.locator("html").get_attribute("data-theme")
    page.locator("#panel [data-print]:visible").first.click()
    page.wait_for_selector("html[data-handout][data-theme=light]")
    (sheet,) = printed(page, tmp_path / "handout.pdf")
    assert " ".join(title.split()) in sheet
    assert atlas.strings["page.purpose"] in sheet
    assert atlas.strings["share.qr.title"] in sheet
    page.wait_for_selector("html:not([data-handout])", state="attached")  # the page is as it was before
    assert page.locator("html").get_attribute("data-theme") == theme


def test_the_handout_of_a_story_names_its_sources_and_has_nothing_to_unfold(reader, atlas, tmp_path) -> None:
    page = reader.open("?mode=article&select=L5").page
    page.wait_for_selector("html[data-figures=all]")
    page.evaluate("window.print = () => {}")
    page.locator(".root-story [data-print]:visible").click()
    page.wait_for_selector("html[data-handout][data-theme=light]")
    page.emulate_media(media="print")
    summaries = page.locator(".root-story summary:visible")
    assert summaries.count()
    for sign in summaries.evaluate_all("all => all.map((summary) => getComputedStyle(summary).listStyleType)"):
        assert sign == "none"
    page.emulate_media(media="null")  # printed as a browser prints it
    (sheet,) = printed(page, tmp_path / "story.pdf")
    first = short_citation(atlas.dataset.sources[atlas.dataset.stories["L5"].cites[0].key])
    assert f"{atlas.strings['panel.sources']}: {first}" in sheet
