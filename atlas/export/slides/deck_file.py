"""A deck as a PowerPoint file: the same bytes each time, as it holds no time and its parts are in order."""

from __future__ import annotations

import io
from datetime import datetime
from hashlib import sha256
from typing import Any

from atlas.export.extras import import_optional
from atlas.export.fixed_zip import timeless
from atlas.export.slides.master import EXTRA, PRODUCT, new_presentation, place, tight
from atlas.export.slides.pictures import SlidePicture
from atlas.export.slides.slide import Slide, SlideDeck
from atlas.export.slides.slide_layout import (
    CAPTION_SIZE,
    CODE,
    FOOT,
    FOOT_SIZE,
    LINK_SIZE,
    TEXT,
    TEXT_SIZES,
    TITLE,
    TITLE_SIZES,
    Box,
    place_pictures,
)
from atlas.export.slides.text_fit import LINE_HEIGHT, Block, fitted, largest_size, lines_of

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_SVG_BLIP = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext '
    'uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{rid}"/></a:ext></a:extLst>'
)
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_TITLE_LINES = 2
_FOOT_LINES = 9
_LONG_AGO = datetime(2000, 1, 1)  # the file format has no zone


class _Writer:
    """Writes slides into one presentation. `home`: the address of the atlas, for links and QR codes."""

    def __init__(self, deck: SlideDeck, home: str):
        self.deck, self.home = deck, home
        self.presentation = new_presentation(deck.colours)
        self._opc = import_optional("pptx.opc.package", PRODUCT, EXTRA)
        self._uri = import_optional("pptx.opc.packuri", PRODUCT, EXTRA).PackURI
        self._parse = import_optional("pptx.oxml", PRODUCT, EXTRA).parse_xml
        self._points = import_optional("pptx.util", PRODUCT, EXTRA).Pt
        self._centre = import_optional("pptx.enum.text", PRODUCT, EXTRA).PP_ALIGN.CENTER
        self._svg_parts: dict[str, Any] = {}

    def _run(self, paragraph: Any, text: str, size: float, bold: bool | None = None, link: str = "") -> None:
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = self._points(size), bold
        run._r.get_or_add_rPr().set("lang", self.deck.language)
        if link:
            run.hyperlink.address = link

    def _box(self, slide: Any, box: Box, name: str) -> Any:
        shape = slide.shapes.add_textbox(0, 0, 0, 0)
        place(shape, box)
        shape.name = name
        tight(shape.text_frame)
        return shape.text_frame

    def _title(self, slide: Any, text: str) -> None:
        def fits(lines: int, size: float) -> bool:
            return lines <= _TITLE_LINES and lines * size * LINE_HEIGHT <= TITLE.height

        size = largest_size(text, TITLE_SIZES, TITLE.width, fits)
        self._run(slide.shapes.title.text_frame.paragraphs[0], text, size, bold=True)

    def _text(self, slide: Any, blocks: tuple[Block, ...]) -> bool:
        """Returns whether something was left out."""
        shown, size, is_cut = fitted(blocks, TEXT_SIZES, TEXT.width, TEXT.height)
        frame = slide.placeholders[1].text_frame
        for n, block in enumerate(shown):
            paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            paragraph.space_before = self._points(0 if n == 0 else size * 0.35)
            if block.heading:
                self._run(paragraph, f"{block.heading} ", size, bold=True)
            self._run(paragraph, block.body, size)
        return is_cut

    def _svg(self, svg: str) -> Any:
        content = svg.encode()
        key = sha256(content).hexdigest()
        if key not in self._svg_parts:
            uri = self._uri(f"/ppt/media/figure{len(self._svg_parts) + 1}.svg")
            self._svg_parts[key] = self._opc.Part(uri, "image/svg+xml", self.presentation.part.package, content)
        return self._svg_parts[key]

    def _picture(self, slide: Any, picture: SlidePicture, box: Box) -> None:
        """A picture as PNG for every program, with the SVG for those that can draw it."""
        shape = slide.shapes.add_picture(io.BytesIO(picture.png), 0, 0)
        place(shape, box)
        self._describe(shape, picture.caption, picture.alt)
        rid = slide.part.relate_to(self._svg(picture.svg), _IMAGE)
        shape._element.blipFill.find(".//{*}blip").append(self._parse(_SVG_BLIP.format(rid=rid)))

    @staticmethod
    def _describe(shape: Any, name: str, alt: str) -> None:
        shape.name = name
        shape._element.nvPicPr.cNvPr.set("descr", alt)

    def _pictures(self, slide: Any, pictures: tuple[SlidePicture, ...]) -> None:
        placed = place_pictures(pictures)
        for picture, box in zip(pictures, placed.pictures, strict=True):
            self._picture(slide, picture, box)
        for caption, box in placed.captions:
            paragraph = self._box(slide, box, caption).paragraphs[0]
            paragraph.alignment = self._centre
            self._run(paragraph, caption, CAPTION_SIZE)

    def _code(self, slide: Any, address: str) -> None:
        segno = import_optional("segno", PRODUCT, EXTRA)
        png = io.BytesIO()
        segno.make(address, error="m", micro=False).save(png, kind="png", scale=8, border=2)
        shape = slide.shapes.add_picture(png, 0, 0)
        place(shape, CODE)
        self._describe(shape, "QR", self.deck.words["code"])
        shape.click_action.hyperlink.address = address

    def _sources_line(self, slide: Slide) -> str:
        """The names of the sources, as many as there is room for."""
        words, names = self.deck.words, slide.short
        others = lines_of(self.deck.foot, FOOT_SIZE, FOOT.width) + 3
        for most in range(len(names), 0, -1):
            more = f" {words['more'].format(n=len(names) - most)}" if most < len(names) else ""
            line = f"{words['sources']}: {'; '.join(names[:most])}{more}."
            if lines_of(line, FOOT_SIZE, FOOT.width) + others <= _FOOT_LINES:
                break
        return line if names else ""

    def _foot(self, slide: Any, content: Slide, address: str) -> None:
        frame = self._box(slide, FOOT, self.deck.words["open"])
        self._run(frame.paragraphs[0], self.deck.words["open"], LINK_SIZE, bold=True, link=address)
        for line in (content.place, self._sources_line(content), self.deck.foot):
            if line:
                self._run(frame.add_paragraph(), line, FOOT_SIZE)

    def _notes(self, slide: Any, content: Slide, address: str, is_cut: bool) -> None:
        whole = [f"{block.heading} {block.body}".strip() for block in content.blocks] if is_cut else []
        left_out = [line for line in whole if line not in content.notes]
        sources = [f"{self.deck.words['sources']}:", *content.full] if content.full else []
        slide.notes_slide.notes_text_frame.text = "\n".join([*content.notes, *left_out, "", *sources, "", address])

    def add(self, content: Slide) -> None:
        """Add a slide."""
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[0])
        address = self.home + content.address
        self._title(slide, content.title)
        is_cut = self._text(slide, content.blocks)
        self._pictures(slide, content.pictures)
        self._code(slide, address)
        self._foot(slide, content, address)
        self._notes(slide, content, address, is_cut)

    def content(self) -> bytes:
        """The file."""
        about = self.presentation.core_properties
        about.title, about.language, about.author = self.deck.title, self.deck.language, "Nerve Atlas contributors"
        about.comments, about.last_modified_by = self.deck.foot, about.author
        about.created = about.modified = _LONG_AGO
        written = io.BytesIO()
        self.presentation.save(written)
        return timeless(written.getvalue())


def pptx_of(deck: SlideDeck, home: str) -> bytes:
    """The deck as a PowerPoint file. `home`: the address of the atlas, to which its links and QR codes lead.

    Raises MissingExtra without the libraries of the extra.
    """
    writer = _Writer(deck, home)
    for slide in deck.slides:
        writer.add(slide)
    return writer.content()
