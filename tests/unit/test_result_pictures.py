"""Pathways and lesions draw themselves: as SVG, as a Plotly figure and in notebooks."""

import itertools
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from plotly.graph_objects import Figure

from atlas import Atlas
from atlas.figures.notebook import Connections
from atlas.figures.result_pictures import _points
from atlas.figures.theme_css import colours
from tests.support.limbs import TINY, copy_of, set_cell


def _results(limb: Atlas) -> list:
    roots = list(limb.dataset["roots"])
    nerves, skin = list(limb.dataset["nerves"]), list(limb.dataset["territories"])
    conditions = [condition for condition in limb.dataset["conditions"] if limb.pathway(condition).edges]
    return [
        *map(limb.pathway, (roots[0], nerves[-1], skin[0], conditions[0])),
        *map(limb.lesion, (roots[0], nerves[-1])),
    ]


def _strokes(svg: str) -> set[str | None]:
    return {shape.get("stroke") for shape in ElementTree.fromstring(svg).iter()}


def test_every_result_draws_itself(limb: Atlas) -> None:
    for result in _results(limb):
        assert ElementTree.fromstring(result.svg()).tag.endswith("svg")
        assert isinstance(result.figure(), Figure)
        ElementTree.fromstring(result._repr_html_())


def test_the_figure_labels_the_nodes_of_the_result(limb: Atlas) -> None:
    for result in _results(limb):
        labelled = [id_ for trace in result.figure().data for id_ in trace.customdata or ()]
        assert sorted(labelled) == sorted(result.subgraph())


def test_a_pathway_and_a_lesion_have_colours_of_their_own(limb: Atlas) -> None:
    root = next(iter(limb.dataset["roots"]))
    tones = colours(limb, "light")
    lit, lost = tones["lit"], tones["alarm"]
    assert lit in limb.pathway(root)._repr_html_() and lost not in limb.pathway(root)._repr_html_()
    assert lost in limb.lesion(root)._repr_html_() and lit not in limb.lesion(root)._repr_html_()


def test_the_body_shows_lost_and_reduced_skin(tiny: Atlas) -> None:
    tones = colours(tiny, "light")
    front = tiny.lesion("K2").svg("front")
    assert {tones["alarm"], tones["mixed-line"]} & _strokes(front)
    assert tones["lit"] in _strokes(tiny.pathway("K2").svg("front"))
    assert _strokes(tiny.pathway("K2").svg("front", theme="dark")) != _strokes(tiny.pathway("K2").svg("front"))


def test_unknown_views_and_themes_are_refused(tiny: Atlas) -> None:
    with pytest.raises(ValueError, match="'side' is not a view of the body; the views are "):
        tiny.pathway("K1").svg("side")
    with pytest.raises(ValueError, match="no theme 'pink'"):
        tiny.pathway("K1").svg(theme="pink")


def test_names_from_the_data_are_text_not_markup(tmp_path: Path) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "muscles", "curler", "name", "<script>alert(1)</script>&")
    found = Atlas.load(folder).pathway("curler")
    figure = found.figure()
    texts = [figure.layout.title.text, *(text for trace in figure.data for text in trace.text or ())]
    assert any("alert(1)" in text for text in texts)
    for text in (*texts, found._repr_html_(), found.svg()):
        assert "<script" not in text


def _document(result: object) -> str:
    """The document in the frame that a notebook shows."""
    frame = ElementTree.fromstring(result._repr_html_())  # type: ignore[attr-defined]
    assert frame.tag == "iframe" and frame.get("sandbox") == "", "nothing is allowed in the frame"
    return frame.get("srcdoc", "")


def test_the_frame_in_a_notebook_runs_and_loads_nothing(limb: Atlas) -> None:
    for result in _results(limb):
        document = _document(result)
        assert "default-src 'none'" in unescape(document)
        assert not re.search(r"<script|<link|\son\w+=|url\((?!#)|(?:src|href)=.(?!#|data:)|@import", document)


def test_the_frame_shows_every_node_of_the_result(limb: Atlas) -> None:
    for result in _results(limb):
        network = _document(result).partition('<div class="network">')[2]
        labels = re.findall(r'<g data-part="\d+"[^>]* aria-label="([^"]*)"', network)
        assert sorted(map(unescape, labels)) == sorted(limb.node(node).name for node in result.subgraph())


def test_a_part_lights_up_with_the_route_of_its_fibres_and_not_with_other_ends(limb: Atlas) -> None:
    root = next(iter(limb.dataset["roots"]))
    result = limb.pathway(root)
    ends = {*result.muscles, *result.reflexes} & limb.reachable(root)
    connections = Connections(result.subgraph(), result.map)
    number = {node: str(at) for node, at in connections.number.items()}
    assert ends
    for end in ends:
        route = limb.path(root, end)
        for part in (*route, *itertools.pairwise(route)):
            assert {number[node] for node in route if node in number} <= set(connections.lit_by(part).split()), part
        assert not {number[other] for other in ends - {end}} & set(connections.lit_by(end).split())


def test_curves_become_points_that_end_where_they_should() -> None:
    points = _points("M0 0C10 0 10 20 20 20H30V40")
    assert points[0] == (0, 0) and points[-3:] == [(20, 20), (30, 20), (30, 40)]
    assert (10, 10) in points, "the middle of a symmetrical curve"
