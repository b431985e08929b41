"""The left side: mirrored figures with readable text, texts with a form for each side, and what passes the side on."""

import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.sides import LEFT, RIGHT, SIDES, names_side, on_side
from atlas.dataset.translation.locales import read_translation
from atlas.export.handout.content import handout_of, lesion_handout
from atlas.figures.mirror import mirror
from atlas.figures.standalone import standalone
from atlas.figures.unlabelled import unlabelled_svg
from tests.support.limbs import TINY, copy_of, set_cell

HOME = "https://example.org/atlas/"
FIGURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 120 50">
<defs><path id="kept" d="M0 0"/></defs>
<g class="skin"><path id="low" d="M5 5h10"/></g>
<g class="inset"><path id="inset" d="M50 5h9"/><text id="letter" x="30" y="9">A</text></g>
<g class="marks" text-anchor="middle"><text id="mark" x="10" y="20"><tspan x="10">L5</tspan></text></g>
<g class="names"><text id="name" x="70" y="30" text-anchor="start">Sole</text></g>
<circle id="ring" cx="40" cy="4" r="2"/>
</svg>"""
Matrix = tuple[float, float]


def placed(svg: ElementTree.Element) -> dict[str, tuple[ElementTree.Element, Matrix]]:
    """Every element that has an id, with the scale and the shift along x by which it is drawn."""
    found: dict[str, tuple[ElementTree.Element, Matrix]] = {}

    def walk(element: ElementTree.Element, scale: float, shift: float) -> None:
        for name, numbers in re.findall(r"(\w+)\(([^)]*)\)", element.get("transform", "")):
            x = float(numbers.split()[0])
            if name == "translate":
                shift += scale * x
            else:
                assert name == "scale"
                scale *= x
        if element.get("id"):
            found[element.get("id", "")] = element, (scale, shift)
        for child in element:
            walk(child, scale, shift)

    walk(svg, 1, 0)
    return found


def x_of(element: ElementTree.Element, drawn: Matrix, name: str = "x") -> float:
    return drawn[0] * float(element.get(name, "0")) + drawn[1]


@pytest.mark.parametrize(
    ("text", "right", "left"),
    [
        ("The {right|left} foot", "The right foot", "The left foot"),
        ("{Rechtes|Linkes} Bein von {rechts|links}", "Rechtes Bein von rechts", "Linkes Bein von links"),
        ("{n} roots on the right", "{n} roots on the right", "{n} roots on the right"),
        ("{|other }leg", "leg", "other leg"),
    ],
)
def test_a_text_reads_differently_on_each_side(text: str, right: str, left: str) -> None:
    assert [on_side(text, side) for side in SIDES] == [right, left]
    assert on_side(text) == right
    assert names_side(text) is (right != left)


def test_an_unknown_side_is_refused(tiny: Atlas) -> None:
    for draw in (
        lambda: on_side("leg", "both"),
        lambda: standalone(tiny, "front", "", "light", side="both"),
        lambda: tiny.pathway("K1").svg(side="both"),
        lambda: handout_of(tiny, "K1", "plain", HOME, "both"),
        lambda: lesion_handout(tiny, "knot", "plain", HOME, "both"),
    ):
        with pytest.raises(ValueError, match="the sides are right, left"):
            draw()


def test_shapes_are_mirrored_and_text_is_readable_at_its_mirrored_place() -> None:
    svg = ElementTree.fromstring(FIGURE)
    mirror(svg)
    drawn = placed(svg)
    assert {drawn[id_][1] for id_ in ("low", "inset", "ring")} == {(-1, 100)}  # the view box runs from -10 to 110
    assert x_of(*drawn["ring"], name="cx") == 60
    for id_, before in {"letter": 30, "mark": 10, "name": 70}.items():
        assert drawn[id_][1][0] == 1 and x_of(*drawn[id_]) == 100 - before, id_
    assert drawn["mark"][0][0].get("x") == "90" and drawn["name"][0].get("text-anchor") == "end"
    assert drawn["kept"][1] == (1, 0)
    order = [element.get("id") for element in svg.iter() if element.get("id")]
    assert order == ["kept", "low", "inset", "letter", "mark", "name", "ring"]  # what lies over what stays


@pytest.mark.parametrize("view", ["foot_dorsal", "leg_lateral", "spine_posterior"])
def test_a_figure_of_the_left_side_has_the_same_shapes_and_marks(atlas: Atlas, view: str) -> None:
    pictures = [
        ElementTree.fromstring(standalone(atlas, view, "", "light", ["nerves", "sites"], select="L5", side=side))
        for side in SIDES
    ]
    shapes, texts, titles = (
        [[one for one in picture.iter() if one.tag.endswith(tags)] for picture in pictures]
        for tags in (("path", "circle", "image"), ("text",), ("desc",))
    )
    assert [one.attrib for one in shapes[0]] == [one.attrib for one in shapes[1]]
    width = float(pictures[0].get("viewBox", "").split()[2])
    for right, left in zip(*texts, strict=True):
        assert (right.text, right.get("y")) == (left.text, left.get("y"))
        assert float(right.get("x", "")) + float(left.get("x", "")) == pytest.approx(width)
    flips = [one for one in pictures[1].iter() if "scale(-1 1)" in one.get("transform", "")]
    assert flips and not any(inner.tag.endswith("text") for flip in flips for inner in flip.iter())
    assert [titles[n][0].text for n in (0, 1)] == [on_side(atlas.dataset.views[view].describe, side) for side in SIDES]


def test_results_and_quiz_cards_follow_the_side(atlas: Atlas) -> None:
    pathway = atlas.pathway("L5")
    assert pathway.svg() == pathway.svg(side=RIGHT)
    assert "scale(-1 1)" in pathway.svg(side=LEFT) and "scale(-1 1)" not in pathway.svg()
    card = unlabelled_svg(atlas, "foot_plantar", ["heel_plantar"], side=LEFT)
    assert "scale(-1 1)" in card


def test_a_handout_follows_the_side(atlas: Atlas) -> None:
    usual, left = (handout_of(atlas, "L5", "plain", HOME, side) for side in SIDES)
    assert parse_qs(urlsplit(left.address).query)["side"] == [LEFT] and "side" not in usual.address
    assert left.kind == f"{usual.kind} · Left leg"
    assert all("scale(-1 1)" in picture.svg for picture in left.pictures)
    assert not any("scale(-1 1)" in picture.svg for picture in usual.pictures)
    assert [picture.caption for picture in usual.pictures] == [
        picture.caption.replace("left", "right") for picture in left.pictures
    ]


def test_a_handout_of_a_lesion_follows_the_side(atlas: Atlas) -> None:
    left = lesion_handout(atlas, "tarsal tunnel", "plain", HOME, LEFT)
    assert parse_qs(urlsplit(left.address).query)["side"] == [LEFT]
    assert "scale(-1 1)" in left.pictures[0].svg and left.kind.endswith("Left leg")


def test_the_command_draws_a_figure_of_either_side(tmp_path) -> None:
    def run(*words: str):
        return CliRunner().invoke(main, ["figure", *words, "--data", str(TINY)])

    for side in SIDES:
        file = tmp_path / f"{side}.svg"
        result = run("front", "-o", str(file), "--select", "K1", "--show", "nerves", "--side", side)
        assert result.exit_code == 0, result.output
        assert ("scale(-1 1)" in file.read_text("utf-8")) is (side == LEFT)
    for wrong in (
        ["sideways"],
        ["front", "--show", "hair"],
        ["front", "--side", "both"],
        ["front", "--select", "wing"],
    ):
        result = run(*wrong, "-o", str(tmp_path / "no.svg"))
        assert result.exit_code == 2 and not (tmp_path / "no.svg").exists(), wrong


@pytest.mark.parametrize("text", ["The {right|left|both} arm", "The right|left arm", "The {right|left arm"])
def test_a_choice_that_is_not_of_two_forms_is_a_problem(tmp_path, text: str) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "views", "back", "describe", text)
    result = CliRunner().invoke(main, ["check", str(folder)])
    assert result.exit_code == 1 and "write {right|left}" in result.output


@pytest.mark.parametrize(
    ("translated", "is_kept"),
    [("Der {rechte|linke} Arm", True), ("Der rechte Arm", False), ("Der {rechte|linke|beide} Arm", False)],
)
def test_a_translation_has_both_forms_too(tmp_path, translated: str, is_kept: bool) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "views", "back", "describe", "The {right|left} arm")
    catalogue, place = Catalog(locale="de"), "views:back:describe"
    catalogue.add("The {right|left} arm", translated, context=place)
    (folder / "locales").mkdir(exist_ok=True)
    with (folder / "locales" / "de.po").open("wb") as file:
        write_po(file, catalogue)
    read = read_translation(Atlas.load(folder).dataset, "de")
    assert (place in read.texts) is is_kept and bool(read.problems) is not is_kept
