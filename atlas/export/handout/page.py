"""A handout as an HTML page with its own style, laid out in millimetres for one sheet of paper."""

from __future__ import annotations

import io
from base64 import b64encode
from html import escape
from itertools import accumulate
from math import ceil

from atlas.api import Atlas
from atlas.export.extras import import_optional
from atlas.export.handout.content import Handout, Section
from atlas.export.handout.pictures import Picture

PAPERS = {"a4": "210mm 297mm", "letter": "8.5in 11in"}
"""Name → size for the style sheet."""
SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Name → width and height in millimetres."""
BOTTOM = 24.0
"""Millimetres of the lower margin, which holds the footer."""
NOTES, NOTES_LINE = "notes", 7.5 + 0.5 * 25.4 / 72
"""The id of the place for handwritten notes, and the height of each of its lines with its rule in millimetres."""
_SANS = '"DejaVu Sans", "Liberation Sans", Arial, sans-serif'
_SERIF = '"DejaVu Serif", "Liberation Serif", Georgia, serif'
_STYLE = """
@page {{ size: {size}; margin: 12mm 14mm {bottom}mm; @bottom-left {{ content: element(foot); width: 100%; }} }}
html {{ font-family: {sans}; font-size: {type}pt; line-height: 1.38; color: #000; }}
body {{ margin: 0; }}
h1, h2, p, ul, figure {{ margin: 0; padding: 0; }}
header {{ display: flex; justify-content: space-between; gap: 6mm; border-bottom: 1.5pt solid #000; }}
header {{ padding-bottom: 2.5mm; }}
h1 {{ font: 600 2.1em/1.12 {serif}; }}
.kind {{ font-size: .82em; letter-spacing: .08em; text-transform: uppercase; }}
.also {{ font-size: .88em; color: #333; }}
.code {{ flex: none; width: 24mm; text-align: center; font-size: .68em; line-height: 1.2; }}
.code img {{ width: 24mm; height: 24mm; display: block; }}
.flags {{ margin: 3mm 0; padding: 2mm 3mm; border: 1.5pt solid #000; border-left-width: 5pt; }}
.flags h2 {{ font-size: 1.08em; }}
.body {{ display: flex; gap: 6mm; }}
.figures {{ flex: none; display: flex; gap: {gap}mm; align-items: flex-end; }}
figure {{ text-align: center; }}
figure img {{ display: block; margin: 0 auto; }}
figcaption {{ font: italic .85em {serif}; }}
.text {{ flex: 1; min-width: 0; }}
h2 {{ font-size: .95em; letter-spacing: .02em; }}
.text h2 {{ margin-top: 2mm; }}
.text h2:first-child {{ margin-top: 0; }}
.text ul {{ padding-left: 4mm; }}
.below {{ display: flex; gap: {column_gap}mm; margin-top: 3mm; }}
.below > div {{ flex: 1; min-width: 0; }}
.below section {{ margin-bottom: 1.6mm; }}
.notes {{ margin-top: 3mm; border-top: .7pt solid #000; }}
.notes i {{ display: block; height: 7.5mm; border-bottom: .5pt solid #888; }}
footer {{ position: running(foot); font-size: 7pt; line-height: 1.3; color: #222; }}
footer {{ border-top: .5pt solid #000; padding-top: 1.2mm; }}
"""
TALLEST = 185.0
"""Height in millimetres of a figure of the whole body on a page with little text."""
_MARGINS = 28.0
_GAP, _TEXT_GAP, _COLUMN_GAP = 3.0, 6.0, 7.0
_NARROWEST_TEXT = 58.0
_WIDEST_DETAIL = 50.0
"""Millimetres: the left and right margin of a page, between figures, between them and the text, between the two
columns below them, and limits."""
_SHAPE_OF_DETAIL = 0.4
"""A picture whose width is more than this share of its height is a detail and not the whole body."""
_LETTER_WIDTH, _LINE_HEIGHT = 0.53, 1.38
"""The mean width of a letter and the height of a line, in ems."""
_MILLIMETRES = 25.4 / 72
"""Of a point."""


def data_url(kind: str, content: bytes) -> str:
    """Content of a media type as an address that needs no file."""
    return f"data:{kind};base64,{b64encode(content).decode()}"


def qr_code(address: str) -> str:
    """The QR code of an address as a `data:` URL of an SVG. Raises MissingExtra without segno."""
    segno = import_optional("segno", "A handout", "handout")
    svg = io.BytesIO()
    segno.make(address, error="m", micro=False).save(svg, kind="svg", border=2, xmldecl=False)
    return data_url("image/svg+xml", svg.getvalue())


def _sizes(pictures: list[Picture], tall: float, room: float) -> list[tuple[float, float]]:
    """Width and height of each picture in millimetres; all are smaller if they do not fit in the room side by side."""
    sizes = []
    for picture in pictures:
        width, height = tall * picture.shape, tall
        if picture.shape > _SHAPE_OF_DETAIL and width > _WIDEST_DETAIL:
            width, height = _WIDEST_DETAIL, _WIDEST_DETAIL / picture.shape
        sizes.append((width, height))
    needed = sum(width for width, _ in sizes)
    less = min(1.0, (room - _GAP * (len(sizes) - 1)) / needed) if sizes else 1.0
    return [(width * less, height * less) for width, height in sizes]


def _figure(title: str, picture: Picture, size: tuple[float, float]) -> str:
    alt, source = escape(f"{title}: {picture.caption}"), data_url("image/svg+xml", picture.svg.encode())
    style = f"width: {size[0]:.1f}mm; height: {size[1]:.1f}mm"
    image = f'<img alt="{alt}" src="{source}" style="{style}">'
    return f"<figure>{image}<figcaption>{escape(picture.caption)}</figcaption></figure>"


def _heights(sections: list[Section], width: float, type_size: float) -> list[float]:
    """About how tall each section is in a column of this width; all in millimetres, type in points."""
    letters = width / (type_size * _MILLIMETRES * _LETTER_WIDTH)
    line = type_size * _MILLIMETRES * _LINE_HEIGHT
    found = []
    for heading, text in sections:
        paragraphs = text if isinstance(text, list) else [text]
        lines = bool(heading) + sum(ceil(len(paragraph) / letters) for paragraph in paragraphs)
        found.append(lines * line + 2)
    return found


def _next_to_figures(sections: list[Section], width: float, height: float, type_size: float) -> int:
    """How many sections fit next to the figures in a column of this size in millimetres; at least one."""
    tops = accumulate(_heights(sections, width, type_size))
    return next((count for count, used in enumerate(tops) if used > height and count), len(sections))


def _below(sections: list[Section], width: float, type_size: float) -> str:
    """The sections below the figures, in two columns that are about equally tall. `width`: of both, in millimetres.

    WeasyPrint can balance columns by itself, but only by trying one height after the other, for seconds.
    """
    if not sections:
        return ""
    heights = _heights(sections, (width - _COLUMN_GAP) / 2, type_size)
    counts = range(1, len(sections) + 1)
    count = min(counts, key=lambda count: max(sum(heights[:count]), sum(heights[count:])))
    written = [f"<section>{_section(section)}</section>" for section in sections]
    columns = ("".join(column) for column in (written[:count], written[count:]))
    return f"<div class=below>{''.join(f'<div>{column}</div>' for column in columns)}</div>"


def _section(section: Section) -> str:
    heading, text = section
    if isinstance(text, list):
        body = f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in text)}</ul>"
    else:
        body = f"<p>{escape(text)}</p>"
    return (f"<h2>{escape(heading)}</h2>" if heading else "") + body


def _red_flags(atlas: Atlas, handout: Handout, plain: bool) -> str:
    words = atlas.strings
    flags = sorted(atlas.dataset.red_flags.values(), key=lambda flag: flag.order)
    if not flags:
        return ""
    general = " ".join(flag.plain if plain else flag.text for flag in flags if flag.on_every_sheet == "yes")
    own = f"<p>{escape(handout.flags)}</p>" if handout.flags else ""
    call = f"{words['flags.now']} {words['flags.call']} {words['flags.number']}."
    return f'<section class="flags"><h2>{escape(call)}</h2>{own}<p>{escape(general)}</p></section>'


def _footer(atlas: Atlas, handout: Handout) -> str:
    words = atlas.strings
    version = words["page.edition"].format(version=atlas.edition["version"]) if "version" in atlas.edition else ""
    sources = f"{words['deck.sources']}: {'; '.join(handout.sources)}."
    unreviewed = "" if atlas.dataset.reviewed else f"<p><b>{escape(words['languages.unreviewed'])}</b></p>"
    purpose = f"{escape(words['page.purpose'])} {escape(words['handout.licence'])} {escape(version)}"
    return f"<footer>{unreviewed}<p>{escape(sources)}</p><p>{purpose}</p></footer>"


def html_of(
    atlas: Atlas,
    handout: Handout,
    voice: str,
    paper: str,
    type_size: float,
    lines: int,
    language: str,
    tall: float = TALLEST,
) -> str:
    """The page. `type_size`: in points. `lines`: for handwritten notes. `tall`: height of the figures in millimetres.

    Raises ValueError for an unknown paper, MissingExtra without segno, which draws the QR code.
    """
    if paper not in PAPERS:
        raise ValueError(f"there is no paper '{paper}'; the papers are {', '.join(PAPERS)}")
    words = atlas.strings
    page_width = SIZES[paper][0] - _MARGINS
    sizes = _sizes(handout.pictures, tall, page_width - _TEXT_GAP - _NARROWEST_TEXT)
    lengths = {"gap": _GAP, "column_gap": _COLUMN_GAP, "bottom": BOTTOM}
    style = _STYLE.format(size=PAPERS[paper], type=type_size, sans=_SANS, serif=_SERIF, **lengths)
    pictures = "".join(
        _figure(handout.title, picture, size) for picture, size in zip(handout.pictures, sizes, strict=True)
    )
    figures_width = sum(width + _GAP for width, _ in sizes)
    text_width, text_height = page_width - _TEXT_GAP - figures_width, max((height for _, height in sizes), default=0)
    count = _next_to_figures(handout.sections, text_width, text_height, type_size)
    next_to_figures = "".join(map(_section, handout.sections[:count]))
    below = _below(handout.sections[count:], page_width, type_size)
    also = (
        f'<p class="also">{escape(words["panel.also"])} {escape(", ".join(handout.also))}</p>' if handout.also else ""
    )
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(handout.title)}</title>'
        f"<style>{style}</style></head><body>{_footer(atlas, handout)}"
        f"<header><div><p class=kind>{escape(handout.kind)}</p><h1>{escape(handout.title)}</h1>{also}</div>"
        f'<div class=code><img alt="{escape(words["handout.code"])}" src="{qr_code(handout.address)}">'
        f"{escape(words['handout.scan'])}</div></header>{_red_flags(atlas, handout, voice == 'plain')}"
        f"<div class=body><div class=figures>{pictures}</div><div class=text>{next_to_figures}</div></div>"
        f"{below}"
        f"<section class=notes id={NOTES}><h2>{escape(words['handout.notes'])}</h2>{'<i></i>' * lines}</section>"
        "</body></html>"
    )
