"""Handouts: one page each, tagged, with red flags, sources, room for notes and a code that opens the same thing."""

import io
import re
from base64 import b64decode
from pathlib import Path

import numpy
import pytest
import zxingcpp
from click.testing import CliRunner
from pypdf import PdfReader

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.tables.plain_text import PARTS
from atlas.export.handout.content import VOICES, handout_of, lesion_handout
from atlas.export.handout.page import PAPERS, html_of
from atlas.export.handout.pdf import NoPrinter, pdf_of
from tests.support.limbs import TINY

HOME = "https://example.org/atlas/"
PAGES = [
    ("sciatica", "clinical", "letter"),
    ("cauda equina syndrome", "plain", "a4"),
    ("S1", "plain", "letter"),
    ("sural", "clinical", "a4"),
    ("first web space", "plain", "a4"),
]


def text_of(pdf: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "voice", "paper"), PAGES, ids=lambda value: value.replace(" ", "_"))
def test_a_handout_is_one_tagged_page(atlas: Atlas, name: str, voice: str, paper: str) -> None:
    made = handout_of(atlas, name, voice, HOME)
    read = PdfReader(io.BytesIO(pdf_of(atlas, made, voice, paper)))
    assert len(read.pages) == 1
    width, height = (float(side) for side in read.pages[0].mediabox[2:])
    assert (round(width), round(height)) == ((595, 842) if paper == "a4" else (612, 792))
    catalog = read.trailer["/Root"]
    assert "/StructTreeRoot" in catalog and catalog["/Lang"] == "en"
    assert read.metadata.title == made.title
    assert b"pdfuaid" in catalog["/Metadata"].get_data()


def test_the_sheet_says_what_must_stand_on_it(atlas: Atlas) -> None:
    made = handout_of(atlas, "tarsal tunnel syndrome", "plain", HOME)
    text = text_of(pdf_of(atlas, made, "plain", "a4"))
    words = atlas.strings
    for part in (made.title, words["handout.notes"], words["page.purpose"], words["handout.licence"], made.flags):
        assert part in text
    unspaced = text.replace(" ", "")  # some readers take the gap of a kerned pair for a space
    for source in made.sources:
        assert source.replace(" ", "") in unspaced
    assert text.index(words["flags.now"]) < text.index(
        atlas.dataset["plain_text"][atlas.resolve("tarsal tunnel syndrome"), PARTS[0]].text[:30]
    )


@pytest.mark.parametrize("voice", VOICES)
def test_everything_can_be_given_away(atlas: Atlas, voice: str) -> None:
    for id_ in atlas.nodes:
        made = handout_of(atlas, id_, voice, HOME)
        off_graph = getattr(atlas.node(id_).row, "standing", "") == "off-graph"
        assert made.sections and made.sources and bool(made.pictures) != off_graph, id_
        if voice == "plain":
            assert made.sections[0][0] == "", id_
        page = html_of(atlas, made, voice, "a4", 9, 3, "en")
        assert 'lang="en"' in page and page.count('<img alt="') == len(made.pictures) + 1, id_


def test_a_lesion_tells_what_the_query_tells(atlas: Atlas) -> None:
    made = lesion_handout(atlas, "common fibular nerve at the fibular neck", "clinical", HOME)
    lesion = atlas.lesion("common fibular nerve at the fibular neck")
    told = dict(made.sections)
    for ids, heading in (
        (lesion.lost, "handout.numb"),
        (lesion.lost, "handout.weak"),
        (lesion.reduced, "handout.dulled"),
    ):
        table = "muscles" if heading == "handout.weak" else "territories"
        names = [atlas.node(id_).name for id_ in ids if id_ in atlas.dataset[table]]
        assert told[atlas.strings[heading]].startswith(", ".join(names[:6]))
    assert made.address == f"{HOME}?mode=lesion&lesion={lesion.site}"


def test_the_code_opens_the_same_thing(atlas: Atlas) -> None:
    made = handout_of(atlas, "sciatica", "plain", HOME)
    assert made.address == f"{HOME}?mode=conditions&select=sciatica&voice=plain"
    page = html_of(atlas, made, "plain", "a4", 9, 3, "en")
    source = re.search(r'class="?code"?><img alt="[^"]*" src="data:image/svg[+]xml;base64,([^"]+)"', page)[1]
    modules = {(int(x), int(y), int(n)) for x, y, n in _runs(b64decode(source).decode())}
    side = max(x + n for x, _, n in modules) + 2
    seen = numpy.full((side, side), 255, dtype=numpy.uint8)
    for x, y, n in modules:
        seen[y, x : x + n] = 0
    [read] = zxingcpp.read_barcodes(numpy.kron(seen, numpy.ones((6, 6), dtype=numpy.uint8)))
    assert read.text == made.address


def _runs(svg: str):
    """The dark runs (x, y, length) of a code drawn as one path of relative moves: `m dx dy h n`."""
    x = y = 0.0
    for kind, numbers in re.findall(r"([Mmh])([-0-9. ]+)", re.search(r' d="([^"]+)"', svg)[1]):
        found = [float(number) for number in re.findall(r"-?[0-9.]+", numbers)]
        if kind == "h":
            yield x, y - 0.5, found[0]
            x += found[0]
        else:
            x, y = (found[0], found[1]) if kind == "M" else (x + found[0], y + found[1])


def test_no_name_can_break_the_page(atlas: Atlas) -> None:
    tiny = Atlas.load(TINY)
    made = handout_of(tiny, "tip_skin", "clinical", 'https://x/"><script>')
    page = html_of(tiny, made, "clinical", "a4", 9, 3, "en")
    assert "<script" not in page


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (["no such thing", "-o", "{out}"], 2, "no such thing"),
        (["L5", "-o", "{out}", "--paper", "a3"], 2, "a3"),
        (["L5", "-o", "{missing}"], 2, "cannot write"),
        (["foot", "--lesion", "-o", "{out}"], 2, "foot"),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_line(tmp_path: Path, asked: list[str], code: int, said: str) -> None:
    places = {"out": tmp_path / "x.pdf", "missing": tmp_path / "none" / "x.pdf"}
    done = CliRunner().invoke(main, ["handout", *(part.format(**places) for part in asked)])
    assert done.exit_code == code and said in done.output and "Traceback" not in done.output
    assert not places["out"].exists()


def test_without_pango_it_says_what_to_install(atlas: Atlas, monkeypatch) -> None:
    import builtins

    real = builtins.__import__

    def without(name: str, *args, **kwargs):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NoPrinter, match="apt-get install libpango"):
        pdf_of(atlas, handout_of(atlas, "L5", "plain", HOME), "plain", next(iter(PAPERS)))
