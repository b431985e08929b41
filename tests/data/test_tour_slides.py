"""The slides of every tour of the real data: no text is cut, type is large, and an office program draws what is there."""

import io
import subprocess
from pathlib import Path

import numpy
import pytest
from PIL import ImageFont
from pptx import Presentation
from pypdf import PdfReader

from atlas.dataset.tour_order import steps_of, tours
from atlas.export.handout.content import VOICES
from atlas.export.slides.choose_deck import deck_named
from atlas.export.slides.deck_file import pptx_of
from atlas.export.slides.slide_layout import TEXT, TEXT_SIZES, TITLE, TITLE_SIZES
from atlas.export.slides.text_fit import Block, fitted, lines_of, width_of
from tests.support.office import office_command

LEGIBLE = 24
"""Points: the smallest type of a text that a hall reads."""
FACES = {False: "LiberationSans-Regular.ttf", True: "LiberationSans-Bold.ttf"}
"""Fonts whose letters are as wide as those of Arial."""


@pytest.fixture(scope="module", params=["en", "de", "es"])
def spoken(request, atlas):
    return atlas if request.param == "en" else atlas.in_language(request.param)


def texts_of(atlas):
    return [
        (step.key, text)
        for tour in tours(atlas.dataset)
        for step in steps_of(atlas.dataset, tour.id)
        for text in (step.text, step.plain)
    ]


def test_the_whole_text_of_every_step_fits_in_large_type(spoken) -> None:
    assert min(TEXT_SIZES) >= LEGIBLE and min(TITLE_SIZES) >= LEGIBLE
    cut = [key for key, text in texts_of(spoken) if fitted([Block(text=text)], TEXT_SIZES, TEXT.width, TEXT.height)[2]]
    assert not cut


def test_every_title_fits_in_two_lines(spoken) -> None:
    titles = [step.title for step in spoken.dataset.tour_steps.values()]
    assert all(lines_of(title, min(TITLE_SIZES), TITLE.width, bold=True) <= 2 for title in titles)


@pytest.mark.parametrize("bold", FACES)
def test_no_word_is_wider_than_was_reckoned(spoken, bold: bool) -> None:
    try:
        face = ImageFont.truetype(FACES[bold], 100)
    except OSError:
        pytest.skip(f"no text was measured: {FACES[bold]} is not installed (apt-get install fonts-liberation)")
    titles = [step.title for step in spoken.dataset.tour_steps.values()]
    words = {word for text in (titles if bold else [text for _, text in texts_of(spoken)]) for word in text.split()}
    assert not [word for word in words if face.getlength(word) > width_of(word, 100, bold) * 1.03]


def test_every_step_has_pictures_that_are_described(atlas) -> None:
    for tour in tours(atlas.dataset):
        slides = deck_named(atlas, tour.id).slides
        assert len(slides) == len(steps_of(atlas.dataset, tour.id))
        for slide in slides:
            assert slide.pictures and all(len(one.alt) > 40 for one in slide.pictures), slide.title
            assert slide.short and slide.full and slide.notes, slide.title
            assert f"tour={tour.id}" in slide.address


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sole", "charts", "L5"])
def test_libreoffice_opens_the_slides_and_draws_them(atlas, tmp_path: Path, name: str) -> None:
    office = office_command()
    deck = deck_named(atlas, name, VOICES[1])
    path = tmp_path / "deck.pptx"
    path.write_bytes(pptx_of(deck, "https://example.org/"))
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=300)
    pages = PdfReader(tmp_path / "deck.pdf").pages
    assert len(pages) == len(deck.slides) == len(Presentation(io.BytesIO(path.read_bytes())).slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        assert float(page.mediabox.width) / float(page.mediabox.height) == pytest.approx(16 / 9, rel=0.01)
        text = "".join(page.extract_text().split())
        assert "".join(slide.title.split()) in text
        assert all("".join(one.caption.split()) in text for one in slide.pictures)
        assert "annots" in str(page).lower()
        drawn = [numpy.asarray(image.image.convert("L")) for image in page.images if image.image]
        assert any(image.std() > 10 for image in drawn), "the figures are blank"
