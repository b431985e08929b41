"""Handouts: one tagged page each, with red flags, sources, room for notes and a QR code that opens the same thing."""

import io
import re
from base64 import b64decode
from pathlib import Path

import numpy
import pytest
import zxingcpp
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.tables.plain_text import PARTS
from atlas.export import extras
from atlas.export.handout import pdf as printing
from atlas.export.handout.content import VOICES, handout_of, lesion_handout
from atlas.export.handout.page import PAPERS, html_of
from atlas.export.handout.pdf import (
    FEWEST_LINES,
    LAYOUTS,
    MORE_LINES,
    NoPrinter,
    first_that_fits,
    pdf_of,
    weasyprint_module,
)
from tests.support.limbs import TINY

HOME = "https://example.org/atlas/"
PAGES = [
    ("sciatica", "clinical", "letter"),
    ("cauda equina syndrome", "plain", "a4"),
    ("S1", "plain", "letter"),
    ("common fibular nerve", "plain", "letter"),
    ("sural", "clinical", "a4"),
    ("first web space", "plain", "a4"),
]


def text_of(pdf: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "voice", "paper"), PAGES, ids=lambda value: value.replace(" ", "_"))
def test_a_handout_is_one_tagged_page(atlas: Atlas, name: str, voice: str, paper: str) -> None:
    handout = handout_of(atlas, name, voice, HOME)
    read = PdfReader(io.BytesIO(pdf_of(atlas, handout, voice, paper)))
    assert len(read.pages) == 1
    width, height = (float(side) for side in read.pages[0].mediabox[2:])
    assert (round(width), round(height)) == ((595, 842) if paper == "a4" else (612, 792))
    catalog = read.trailer["/Root"]
    assert "/StructTreeRoot" in catalog and catalog["/Lang"] == "en"
    assert read.metadata.title == handout.title
    assert b"pdfuaid" in catalog["/Metadata"].get_data()


def test_a_handout_contains_its_required_parts(atlas: Atlas) -> None:
    handout = handout_of(atlas, "tarsal tunnel syndrome", "plain", HOME)
    text = text_of(pdf_of(atlas, handout, "plain", "a4"))
    words = atlas.strings
    for part in (handout.title, words["handout.notes"], words["page.purpose"], words["handout.licence"], handout.flags):
        assert part in text
    unspaced = text.replace(" ", "")  # some readers take the gap in a kerned pair for a space
    for source in handout.sources:
        assert source.replace(" ", "") in unspaced
    assert text.index(words["flags.now"]) < text.index(
        atlas.dataset["plain_text"][atlas.resolve("tarsal tunnel syndrome"), PARTS[0]].text[:30]
    )


@pytest.mark.slow
@pytest.mark.parametrize("voice", VOICES)
def test_everything_has_a_handout(atlas: Atlas, voice: str) -> None:
    for id_ in atlas.nodes:
        handout = handout_of(atlas, id_, voice, HOME)
        off_graph = getattr(atlas.node(id_).row, "standing", "") == "off-graph"
        assert handout.sections and handout.sources and bool(handout.pictures) != off_graph, id_
        if voice == "plain":
            assert handout.sections[0][0] == "", id_
        page = html_of(atlas, handout, voice, "a4", 9, 3, "en")
        assert 'lang="en"' in page and page.count('<img alt="') == len(handout.pictures) + 1, id_


def test_a_lesion_handout_lists_the_deficits_of_the_lesion(atlas: Atlas) -> None:
    handout = lesion_handout(atlas, "common fibular nerve at the fibular neck", "clinical", HOME)
    lesion = atlas.lesion("common fibular nerve at the fibular neck")
    sections = dict(handout.sections)
    for ids, heading in (
        (lesion.lost, "handout.numb"),
        (lesion.lost, "handout.weak"),
        (lesion.reduced, "handout.dulled"),
    ):
        table = "muscles" if heading == "handout.weak" else "territories"
        names = [atlas.node(id_).name for id_ in ids if id_ in atlas.dataset[table]]
        assert sections[atlas.strings[heading]].startswith(", ".join(names[:6]))
    assert handout.address == f"{HOME}?mode=lesion&lesion={lesion.site}"


def test_a_plain_handout_of_a_condition_has_its_plain_title(atlas: Atlas) -> None:
    row = atlas.dataset["conditions"]["disc_L5_S1_paracentral"]
    plain, clinical = (handout_of(atlas, row.id, voice, HOME) for voice in ("plain", "clinical"))
    assert (plain.title, plain.also[0]) == (row.plain, row.name)
    assert (clinical.title, clinical.also[0]) == (row.name, row.synonyms[0])


DOCTOR_TESTS = {
    "femoral": ("reflex_knee", "femoral_motor_vm"),
    "L3": ("knee_extension", "femoral_motor_vm"),
    "saphenous": ("saphenous_sensory",),
    "S3": ("touch_S3",),
    "common_plantar_digital": ("mulder_click",),
    "obturator": (),
    "soleus": (),
    "tarsal_tunnel": (),
}
"""Thing → the tests on its plain handout: the first that names it, and the first study that its loss changes."""


@pytest.mark.parametrize("id_", DOCTOR_TESTS)
def test_a_plain_handout_says_in_at_most_two_lines_what_a_doctor_may_test(atlas: Atlas, id_: str) -> None:
    rows = {**atlas.dataset["exam_tests"], **atlas.dataset["studies"]}
    handout, clinical = (handout_of(atlas, id_, voice, HOME) for voice in ("plain", "clinical"))
    lines = dict(handout.sections).get(atlas.strings["handout.doctor"], [])
    assert len(lines) == len(DOCTOR_TESTS[id_]) <= 2
    for test, line in zip(DOCTOR_TESTS[id_], lines, strict=True):
        assert rows[test].plain.startswith(line) and line.endswith(".") and line.count(". ") == 0
    assert atlas.strings["handout.doctor"] not in dict(clinical.sections)


def test_every_condition_tells_in_its_own_plain_words_how_it_is_tested(atlas: Atlas) -> None:
    for id_ in atlas.dataset["conditions"]:
        assert atlas.strings["handout.tests"] in dict(handout_of(atlas, id_, "plain", HOME).sections), id_


def test_the_qr_code_opens_the_same_thing(atlas: Atlas) -> None:
    handout = handout_of(atlas, "sciatica", "plain", HOME)
    assert handout.address == f"{HOME}?mode=conditions&select=sciatica&voice=plain"
    page = html_of(atlas, handout, "plain", "a4", 9, 3, "en")
    source = re.search(r'class="?code"?><img alt="[^"]*" src="data:image/svg[+]xml;base64,([^"]+)"', page)[1]
    modules = {(int(x), int(y), int(n)) for x, y, n in _runs(b64decode(source).decode())}
    side = max(x + n for x, _, n in modules) + 2
    seen = numpy.full((side, side), 255, dtype=numpy.uint8)
    for x, y, n in modules:
        seen[y, x : x + n] = 0
    [read] = zxingcpp.read_barcodes(numpy.kron(seen, numpy.ones((6, 6), dtype=numpy.uint8)))
    assert read.text == handout.address


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


def test_no_name_can_break_the_page(tiny) -> None:
    handout = handout_of(tiny, "tip_skin", "clinical", 'https://x/"><script>')
    page = html_of(tiny, handout, "clinical", "a4", 9, 3, "en")
    assert "<script" not in page


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["no such thing", "-o", "{out}"], 2, "no such thing"),
        (["L5", "-o", "{out}", "--paper", "a3"], 2, "a3"),
        (["L5", "-o", "{missing}"], 2, "cannot write"),
        (["foot", "--lesion", "-o", "{out}"], 2, "foot"),
    ],
)
def test_a_handout_that_cannot_be_printed_is_refused_in_one_line(
    tmp_path: Path, arguments: list[str], code: int, reason: str
) -> None:
    places = {"out": tmp_path / "x.pdf", "missing": tmp_path / "none" / "x.pdf"}
    done = CliRunner().invoke(main, ["handout", *(part.format(**places) for part in arguments)])
    assert done.exit_code == code and reason in done.output and "Traceback" not in done.output
    assert not places["out"].exists()


def import_failing(error: Exception):
    """A replacement of `import_module` where WeasyPrint cannot be imported."""
    real = extras.import_module

    def imported(name: str):
        if name == "weasyprint":
            raise error
        return real(name)

    return imported


def test_without_pango_the_error_says_what_to_install(atlas: Atlas, monkeypatch) -> None:
    monkeypatch.setattr(extras, "import_module", import_failing(OSError("cannot load library 'libpango'")))
    with pytest.raises(NoPrinter, match="apt-get install libpango"):
        pdf_of(atlas, handout_of(atlas, "L5", "plain", HOME), "plain", next(iter(PAPERS)))


@pytest.mark.parametrize("words", [["handout", "tip_skin", "-o"], ["export"]], ids=["handout", "export"])
def test_without_pango_a_command_prints_one_line_and_nothing_else(tmp_path: Path, monkeypatch, words) -> None:
    def imported(_: str) -> None:
        print("\n-----\n\nWeasyPrint could not import some external libraries.")
        raise OSError("cannot load library 'libpango-1.0-0': no such file.  Additionally,\nctypes found none")

    monkeypatch.setattr(extras, "import_module", imported)
    monkeypatch.setattr(Atlas, "load", lambda *_: pytest.fail("the work was begun"))
    done = CliRunner().invoke(main, [*words, str(tmp_path / "x"), "--data", str(TINY)])
    assert done.exit_code == 3 and done.stdout == "" and done.stderr.count("\n") == 1
    assert "needs the library Pango (cannot load library 'libpango-1.0-0'); Debian: apt-get install" in done.stderr
    assert not list(tmp_path.iterdir())


def test_without_its_extra_the_command_says_what_to_install(tmp_path: Path, monkeypatch) -> None:
    missing = ModuleNotFoundError("No module named 'weasyprint'", name="weasyprint")
    monkeypatch.setattr(extras, "import_module", import_failing(missing))
    done = CliRunner().invoke(main, ["handout", "tip_skin", "--data", str(TINY), "-o", str(tmp_path / "x.pdf")])
    assert done.exit_code == 2
    assert done.output == "nerve-atlas: A handout needs the package weasyprint: pip install 'nerve-atlas[handout]'\n"


def test_an_error_inside_an_optional_library_is_not_taken_for_its_absence(monkeypatch) -> None:
    broken = ModuleNotFoundError("No module named 'cffi'", name="cffi")
    monkeypatch.setattr(extras, "import_module", import_failing(broken))
    with pytest.raises(ModuleNotFoundError, match="cffi"):
        extras.import_optional("weasyprint", "A handout", "handout")


@pytest.mark.parametrize("name", ["L5", "S1", "disc_L5_S1_paracentral", "meralgia paraesthetica"])
def test_figures_take_half_of_a_page_with_its_text(atlas: Atlas, name: str) -> None:
    """Their column takes half of the width between the margins; the body is taller than half of the page."""
    page = html_of(atlas, handout_of(atlas, name, "plain", HOME), "plain", "a4", 10, 3, "en")
    sizes = [tuple(map(float, size)) for size in re.findall(r"style=.width: ([\d.]+)mm; height: ([\d.]+)mm", page)]
    width = 210 - 2 * 14
    assert 0.45 < sum(across for across, _ in sizes) / width < 0.7
    assert max(tall for _, tall in sizes) > 297 / 2


@pytest.mark.slow
def test_the_pictures_of_the_body_reach_the_print(atlas: Atlas) -> None:
    pdf = pdf_of(atlas, handout_of(atlas, "S1", "plain", HOME), "plain", "a4")
    shapes = [image.image.size for image in PdfReader(io.BytesIO(pdf)).pages[0].images if image.image]
    assert any(tall > 3 * across for across, tall in shapes)


def test_pictures_in_the_print_are_small(atlas: Atlas) -> None:
    pdf = pdf_of(atlas, handout_of(atlas, "S1", "plain", HOME), "plain", "a4")
    images = PdfReader(io.BytesIO(pdf)).pages[0].images
    assert len(images) == 2 and all(
        image.indirect_reference.get_object()["/Filter"] == "/DCTDecode" for image in images
    )
    assert len(pdf) < 500_000


ROOMS = st.lists(st.floats(-300, 100), min_size=1, max_size=20).map(sorted)


@given(ROOMS, st.integers(0, 19), st.floats(0.5, 100))
def test_the_search_for_a_layout_finds_the_first_that_fits(rooms: list[float], likely: int, step: float) -> None:
    tried = []
    found = first_that_fits(lambda at: tried.append(at) or rooms[at], len(rooms), likely, step)
    assert found == next((at for at, room in enumerate(rooms) if room >= 0), len(rooms))
    assert len(tried) == len(set(tried))


LAYOUTS_TRIED = (("S1", "plain"), ("tarsal_tunnel", "plain"), ("sciatica", "clinical"))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "voice"), LAYOUTS_TRIED, ids=lambda value: value)
def test_the_printed_layout_is_the_largest_that_fits(atlas: Atlas, monkeypatch, name: str, voice: str) -> None:
    """Every layout and number of lines, one after the other, until a page fits."""
    handout, asked = handout_of(atlas, name, voice, HOME), []
    monkeypatch.setattr(printing, "html_of", lambda *page: asked.append((*page[4:6], page[7])) or html_of(*page))
    pdf_of(atlas, handout, voice, "a4")
    render = weasyprint_module().HTML

    def fits(size: float, tall: float, lines: int) -> bool:
        return len(render(string=html_of(atlas, handout, voice, "a4", size, lines, "en", tall)).render().pages) == 1

    size, tall = next(layout for layout in LAYOUTS if fits(*layout, FEWEST_LINES))
    lines = next((lines for lines in MORE_LINES if fits(size, tall, lines)), FEWEST_LINES)
    assert (size, lines, tall) in asked and not any(
        (one, high) == (size, tall) and count > lines for one, count, high in asked
    )
