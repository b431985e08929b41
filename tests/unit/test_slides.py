"""Slides: every step is a slide with title, text, notes, pictures with alternative text, sources, link and QR code."""

import io
import re
import zipfile
from pathlib import Path

import numpy
import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from atlas import Atlas, replace_file
from atlas.cli import main
from atlas.dataset.source_names import short_citation
from atlas.dataset.tour_order import steps_of
from atlas.export import extras
from atlas.export.slides.choose_deck import UnknownTopic, deck_named
from atlas.export.slides.deck_file import pptx_of
from atlas.export.slides.pictures import LETTERS, SlidePicture, pictures_of_state
from atlas.export.slides.slide_layout import PICTURES, place_pictures
from atlas.export.slides.text_fit import Block, fitted, height_of, lines_of
from atlas.figures.plate_views import views_that_show
from tests.support.limbs import TINY

HOME = "https://example.org/atlas/"
SVG = "image/svg+xml"


@pytest.fixture(scope="module")
def tiny_file() -> bytes:
    return pptx_of(deck_named(Atlas.load(TINY), "arm"), HOME)


def pictures_in(slide) -> list:
    """The figures of a slide, without its QR code."""
    found = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    return [shape for shape in found if shape.name != "QR"]


def alt(shape) -> str:
    return shape._element.nvPicPr.cNvPr.get("descr")


def links(slide) -> set[str]:
    runs = (
        run for shape in slide.shapes if shape.has_text_frame for p in shape.text_frame.paragraphs for run in p.runs
    )
    return {run.hyperlink.address for run in runs if run.hyperlink.address}


def test_every_step_is_a_slide_with_all_its_parts(tiny_file: bytes) -> None:
    atlas = Atlas.load(TINY)
    read = Presentation(io.BytesIO(tiny_file))
    assert read.slide_width * 9 == read.slide_height * 16
    steps = steps_of(atlas.dataset, "arm")
    assert len(read.slides) == len(steps)
    for slide, step in zip(read.slides, steps, strict=True):
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert slide.shapes.title.text_frame.text == step.title
        assert slide.placeholders[1].text_frame.text == step.text
        notes = slide.notes_slide.notes_text_frame.text
        assert step.ask in notes and step.notes in notes
        source = atlas.dataset.sources[step.cites[0].key]
        assert source.title in notes and "plate 2" in notes
        assert any(short_citation(source) in text for text in texts)
        assert any(atlas.strings["handout.licence"] in text for text in texts)
        assert links(slide) == {f"{HOME}?mode=tours&tour=arm&step={step.step}"}
        figures = pictures_in(slide)
        assert figures and all(len(alt(figure)) > 20 for figure in figures)


def test_a_picture_is_an_svg_with_a_png_for_programs_without_it(tiny_file: bytes) -> None:
    for slide in Presentation(io.BytesIO(tiny_file)).slides:
        for figure in pictures_in(slide):
            blip = figure._element.find(".//{*}svgBlip")
            rid = next(value for name, value in blip.attrib.items() if name.endswith("embed"))
            part = slide.part.related_part(rid)
            assert part.content_type == SVG and part.blob.startswith(b"<svg")
            assert figure.image.content_type == "image/png"
            wide, tall = figure.image.size
            assert figure.width / figure.height == pytest.approx(wide / tall, rel=0.01)


def test_the_code_of_a_slide_opens_what_it_shows(tiny_file: bytes) -> None:
    for number, slide in enumerate(Presentation(io.BytesIO(tiny_file)).slides, start=1):
        [code] = [shape for shape in slide.shapes if shape.name == "QR"]
        assert alt(code)
        seen = numpy.asarray(Image.open(io.BytesIO(code.image.blob)).convert("L"))
        [read] = zxingcpp.read_barcodes(seen)
        assert read.text == code.click_action.hyperlink.address == f"{HOME}?mode=tours&tour=arm&step={number}"


def test_the_same_deck_has_the_same_bytes(tiny_file: bytes) -> None:
    assert pptx_of(deck_named(Atlas.load(TINY), "Down the arm"), HOME) == tiny_file
    with zipfile.ZipFile(io.BytesIO(tiny_file)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_lies_outside_the_slide_or_over_another_thing(tiny_file: bytes) -> None:
    read = Presentation(io.BytesIO(tiny_file))
    for slide in read.slides:
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
        assert all(
            x >= 0 and y >= 0 and right <= read.slide_width and low <= read.slide_height for x, y, right, low in boxes
        )
        over = [
            (a, b)
            for n, a in enumerate(boxes)
            for b in boxes[n + 1 :]
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]
        assert not over


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("K1", ["path", "targets", "lesion", "sources"]),
        ("ring", ["path", "targets", "lesion", "sources"]),
        ("tip_skin", ["path", "sources"]),
    ],
)
def test_a_thing_has_slides_for_its_path_targets_lesion_and_sources(tiny, name: str, kinds: list[str]) -> None:
    deck = deck_named(tiny, name)
    named = tiny.node(tiny.resolve(name)).name
    assert [slide.title for slide in deck.slides] == [
        tiny.strings[f"slides.{kind}"].format(name=named) for kind in kinds
    ]
    assert all(slide.pictures and slide.blocks and slide.full for slide in deck.slides)


@pytest.mark.parametrize(
    ("name", "suggested"), [("foot-drip", "foot-drop"), ("tarsal tunel", "tarsal-tunnel"), ("sciatic nerv", "sciatic")]
)
def test_an_unknown_name_gets_suggestions(atlas: Atlas, name: str, suggested: str) -> None:
    with pytest.raises(UnknownTopic, match=re.escape(name)) as error:
        deck_named(atlas, name)
    assert suggested in str(error.value).lower()


def test_a_name_that_is_like_nothing_gets_the_list_of_tours(atlas: Atlas) -> None:
    with pytest.raises(UnknownTopic, match="the tours are disc-to-ankle"):
        deck_named(atlas, "qqqqqqq")


def test_the_side_and_the_voice_are_in_the_address(tiny) -> None:
    for slide in deck_named(tiny, "arm", "plain", "left").slides:
        assert "side=left" in slide.address and "voice=plain" in slide.address
    assert deck_named(tiny, "arm", "plain").slides[0].blocks[0].text == "The first root goes through the first gate."


def test_only_a_lesion_is_red(atlas: Atlas) -> None:
    steps, red = atlas.dataset.tour_steps, atlas.dataset.themes["alarm"].colour("projector")
    shown = {step.key: pictures_of_state(atlas, step) for step in list(steps.values())[:5]}
    for key, pictures in shown.items():
        assert any(f'fill="{red}"' in one.svg for one in pictures) == bool(steps[key].lesion), key


def test_two_things_are_shown_by_the_same_views_under_their_names(atlas: Atlas) -> None:
    step = next(step for step in atlas.dataset.tour_steps.values() if step.pair)
    pictures = pictures_of_state(atlas, step)
    captions = [one.caption for one in pictures]
    half = len(pictures) // 2
    assert [one.shape for one in pictures[:half]] == [one.shape for one in pictures[half:]]
    for letter, id_, caption in zip(LETTERS, step.pair, (captions[0], captions[-1]), strict=True):
        assert caption == f"{letter}: {atlas.node(id_).name}"


def test_no_picture_needs_what_office_programs_cannot_draw(atlas: Atlas) -> None:
    step = next(step for step in atlas.dataset.tour_steps.values() if step.plate == "way" and step.select)
    for one in pictures_of_state(atlas, step):
        assert not re.search(r"image/avif|<mask|mask=|mix-blend-mode|<use|<style", one.svg)
        assert "image/jpeg;base64," in one.svg


@pytest.mark.parametrize(
    ("views", "ids", "most", "chosen"),
    [
        (("front", "back"), (), 1, ["front"]),
        (("front", "back"), ("nowhere",), 2, ["front", "back"]),
    ],
)
def test_where_nothing_is_lit_the_first_views_are_shown(tiny, views, ids, most, chosen) -> None:
    assert views_that_show(tiny, views, ids, most) == chosen


def drawn(shape: float, caption: str) -> SlidePicture:
    return SlidePicture("", caption, "", shape)


def test_pictures_keep_their_shape_and_stay_in_their_room() -> None:
    sets = [[0.3], [1.6], [0.3, 0.3, 0.4], [0.3, 0.9], [0.4, 0.6, 1.5], [1.5, 1.5], [0.3, 0.3, 0.3, 0.3]]
    for shapes in sets:
        pictures = [drawn(shape, str(n)) for n, shape in enumerate(shapes)]
        placed = place_pictures(pictures)
        for box, shape in zip(placed.pictures, shapes, strict=True):
            assert box.width / box.height == pytest.approx(shape)
            assert PICTURES.x - 0.01 <= box.x and box.x + box.width <= PICTURES.x + PICTURES.width + 0.01
            assert box.y + box.height <= PICTURES.y + PICTURES.height + 0.01
        assert len(placed.captions) == len(shapes)


def test_neighbours_with_the_same_caption_share_one() -> None:
    pictures = [drawn(0.3, "A"), drawn(0.3, "A"), drawn(0.3, "B"), drawn(0.3, "B")]
    assert [caption for caption, _ in place_pictures(pictures).captions] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "width", "lines"), [("", 50, 1), ("one", 50, 1), ("one two", 30, 2), ("a" * 20, 58, 3)]
)
def test_lines_of_a_text(text: str, width: float, lines: int) -> None:
    assert lines_of(text, 10, width) == lines


def test_text_that_does_not_fit_loses_sentences_from_its_end_and_lists_lose_names() -> None:
    long = Block(text="First sentence here. " * 3 + "Last one.")
    shown, size, is_cut = fitted([long], (30, 24), 200, 100)
    assert is_cut and size == 24 and shown[0].text.endswith("First sentence here.")
    assert height_of(shown, 24, 200) <= 100
    names = tuple(f"name {n}" for n in range(9))
    shown, _, is_cut = fitted([Block("List:", names=names, more="and {n} more")], (24,), 200, 100)
    assert is_cut and shown[0].text.startswith("name 0; ") and re.search(r"and \d more$", shown[0].text)
    shown, size, is_cut = fitted([Block(text="Short.")], (30, 24), 200, 100)
    assert (shown[0].text, size, is_cut) == ("Short.", 30, False)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["no such thing", "-o", "{out}"], "no such thing"),
        (["arm", "-o", "{missing}"], "cannot write"),
        (["arm", "-o", "{out}", "--lang", "xx"], "xx"),
    ],
)
def test_slides_that_cannot_be_made_are_refused_in_one_line(tmp_path: Path, arguments: list[str], reason: str) -> None:
    places = {"out": tmp_path / "x.pptx", "missing": tmp_path / "none" / "x.pptx"}
    command = ["slides", *(part.format(**places) for part in arguments), "--data", str(TINY)]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 2 and reason in done.output and "Traceback" not in done.output
    assert done.output.count("\n") == 1 and not places["out"].exists()


def test_a_full_disk_leaves_the_earlier_file(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "x.pptx"
    path.write_bytes(b"good")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replace_file.os, "fsync", full)
    done = CliRunner().invoke(main, ["slides", "arm", "-o", str(path), "--data", str(TINY)])
    assert done.exit_code == 2 and "No space left" in done.output
    assert path.read_bytes() == b"good" and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("package", ["pptx", "resvg_py", "segno"])
def test_without_its_extra_the_command_says_what_to_install(tmp_path: Path, monkeypatch, package: str) -> None:
    real = extras.import_module

    def imported(name: str):
        if name == package:
            raise ModuleNotFoundError(f"No module named '{package}'", name=package)
        return real(name)

    monkeypatch.setattr(extras, "import_module", imported)
    done = CliRunner().invoke(main, ["slides", "arm", "--data", str(TINY), "-o", str(tmp_path / "x.pptx")])
    assert done.exit_code == 2
    assert done.output == f"nerve-atlas: A slide deck needs the package {package}: pip install 'nerve-atlas[slides]'\n"
