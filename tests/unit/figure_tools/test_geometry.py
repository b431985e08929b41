"""The figures: the committed files are consistent, and each step of the build works."""

import base64
import csv
import gzip
import re
from functools import cache
from itertools import combinations, groupby, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shapely

from atlas.dataset.citations import parse_citations
from atlas.dataset.folders import table_file

DATA = Path(__file__).resolve().parents[3] / "data"
FIGURE_FILES = sorted((DATA / "figures").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
# Of the SVG, with its small picture of the skin.
KILOBYTES = {"foot": 45, "leg": 75}
ORDER = [
    "clipPath",
    "skin-picture",
    "inside-picture",
    "linearGradient",
    "mask",
    "skin",
    "borders",
    "nails",
    "folds",
    "outline",
    "bones",
    "muscles",
    "nerves",
    "sites",
    "reflexes",
    "variants",
    "inset",
]
# The pictures and the mask by which the skin fades out; the page colours everything else.
UNCOLOURED = {f"{SVG}linearGradient", f"{SVG}mask"}
# Figure units below the highest painted point, over which the painted skin may end.
WAIST = 12
PICTURE = re.compile(r"data:image/avif;base64,[A-Za-z0-9+/=]+")
CURVE = re.compile(r"([Mcz])([^Mcz]*)")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / table_file(name)).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# The figures of bones alone have their own tests.
FIGURES = [DATA / "figures" / f"{row['id']}.svg" for row in rows("cameras") if row["shows"] in ("", "skin")]
every_figure = pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)


@cache
def drawn(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(path.read_text("utf-8"))


def rings(text: str, steps: int = 6) -> list[list[tuple[float, float]]]:
    """The subpaths of a path as polygons, each cubic as a few straight steps."""
    found, here = [], (0.0, 0.0)
    for command, rest in CURVE.findall(text):
        values = [float(part) for part in NUMBER.findall(rest)]
        if command == "M":
            here = (values[0], values[1])
            found.append([here])
        elif command == "c":
            for k in range(0, len(values), 6):
                a, b, c = (
                    (here[0] + x, here[1] + y)
                    for x, y in zip(values[k : k + 6 : 2], values[k + 1 : k + 6 : 2], strict=True)
                )
                for step in range(1, steps + 1):
                    u = step / steps
                    v = 1 - u
                    shares = (v**3, 3 * u * v**2, 3 * u**2 * v, u**3)
                    found[-1].append(
                        tuple(sum(s * p[n] for s, p in zip(shares, (here, a, b, c), strict=True)) for n in (0, 1))
                    )
                here = c
    return found


def area(ring: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def inside(x: float, y: float, shape: list[list[tuple[float, float]]]) -> bool:
    """Whether the point is in the shape, by the even-odd rule."""
    crossed = 0
    for ring in shape:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            crossed += (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
    return crossed % 2 == 1


def test_every_view_is_drawn() -> None:
    assert {path.stem for path in FIGURE_FILES} == {row["id"] for row in rows("cameras")}
    assert {path.stem for path in FIGURE_FILES} == {row["id"] for row in rows("views")}


def outline(root: ElementTree.Element) -> ElementTree.Element:
    return next(child for child in root if child.get("class") == "outline")


def territories_in(path: Path) -> list[ElementTree.Element]:
    return next(child for child in drawn(path) if child.get("class") == "skin").findall(f"{SVG}path")


@every_figure
def test_parts_are_in_order(path: Path) -> None:
    root = drawn(path)
    assert (root.tag, root.get("class"), root.get("data-view")) == (f"{SVG}svg", "view", path.stem)
    classes = [child.get("class") or child.tag.removeprefix(SVG) for child in root]
    parts = [part for part, _ in groupby(classes)]
    assert parts == [part for part in ORDER if part in parts]
    assert {
        "clipPath",
        "skin-picture",
        "inside-picture",
        "skin",
        "borders",
        "outline",
        "bones",
        "muscles",
        "nerves",
    } <= set(parts)
    clip = root.find(f"{SVG}clipPath")
    assert clip.find(f"{SVG}use").get("href") == f"#{outline(root).get('id')}"


@every_figure
def test_the_picture_of_the_skin_fills_the_figure(path: Path) -> None:
    root = drawn(path)
    _, _, *size = root.get("viewBox").split()
    look, inside = root.findall(f"{SVG}image")
    assert [[image.get("width"), image.get("height")] for image in (look, inside)] == [size, size]
    assert base64.b64decode(look.get("href").removeprefix("data:image/avif;base64,"))[4:12] == b"ftypavif"
    assert (inside.get("data-picture"), inside.get("href")) == (path.stem, None), "the page chooses the theme"


@every_figure
def test_no_colour_font_or_style_is_in_the_figure(path: Path) -> None:
    allowed = {"xmlns", "viewBox", "class", "data-view", "data-node", "data-at", "id", "d", "mask", "x", "y", "rx"}
    allowed |= {
        "data-between",
        "data-roots",
        "data-variant",
        "data-line",
        "data-bone",
        "data-picture",
        "cx",
        "cy",
        "r",
        "clip-path",
        "width",
        "height",
        "preserveAspectRatio",
        "href",
    }
    parts = [child for child in drawn(path) if child.tag not in UNCOLOURED]
    assert {name for part in parts for element in part.iter() for name in element.attrib} <= allowed
    tones = {stop.get("stop-color") for stop in drawn(path).iter(f"{SVG}stop")}
    assert tones <= {"#000", "#fff"}, "a mask has only grey"


@every_figure
def test_shapes_are_territories_once_each(path: Path) -> None:
    ids = [element.get("data-node") for element in territories_in(path)]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {row["id"] for row in rows("territories")}


def stretches(path_text: str) -> set[frozenset[tuple[float, float]]]:
    """The ends of each cubic, in either direction."""
    ends = [[(round(x, 1), round(y, 1)) for x, y in ring] for ring in rings(path_text, 1)]
    return {frozenset(pair) for ring in ends for pair in pairwise(ring)}


@every_figure
def test_borders_are_where_outlines_of_neighbours_meet(path: Path) -> None:
    order = [row["territory"] for row in rows("extents")]
    shapes = sorted(territories_in(path), key=lambda e: order.index(e.get("data-node")))
    outlines = {e.get("data-node"): stretches(e.get("d")) for e in shapes}
    shared = {f"{a} {b}": outlines[a] & outlines[b] for a, b in combinations(outlines, 2)}
    borders = [e for e in drawn(path).iter() if e.get("data-between")]
    assert len(borders) == len({e.get("data-between") for e in borders})
    assert {e.get("data-between"): stretches(e.get("d")) for e in borders} == {k: v for k, v in shared.items() if v}


def test_every_territory_has_a_shape() -> None:
    found = {element.get("data-node") for path in FIGURES for element in territories_in(path)}
    assert {row["id"] for row in rows("territories")} <= found


@every_figure
def test_anchors_are_inside_their_shapes(path: Path) -> None:
    for element in territories_in(path):
        x, y = (float(part) for part in element.get("data-at").split())
        assert inside(x, y, rings(element.get("d"))), element.get("data-node")


def on_the_right(path: Path, shape):
    """The part of a shape that belongs to the right half of the body."""
    camera = next(row for row in rows("cameras") if row["id"] == path.stem)
    if not camera["both"]:
        return shape
    _, _, wide, high = (float(part) for part in drawn(path).get("viewBox").split())
    to_the_left = float(camera["right"].split()[0]) > 0
    return shape & shapely.box(*((0, 0, wide / 2, high) if to_the_left else (wide / 2, 0, wide, high)))


def polygon(text: str):
    """A closed path as one shape; rings inside others are holes."""
    whole = shapely.Polygon()
    for ring in rings(text):
        whole = whole ^ shapely.make_valid(shapely.Polygon(ring))
    return whole


@every_figure
def test_shapes_cover_the_right_half_up_to_the_waist_without_gap_or_overlap(path: Path) -> None:
    parts = [polygon(element.get("d")) for element in territories_in(path)]
    skin = shapely.union_all(parts)
    assert sum(part.area for part in parts) == pytest.approx(skin.area, rel=1e-3), "no two overlap"
    _, waist, _, _ = skin.bounds
    whole = on_the_right(path, polygon(outline(drawn(path)).get("d")))
    left, top, right, bottom = whole.bounds
    below = whole & shapely.box(left, max(top, waist + WAIST), right, bottom)
    assert (below - skin).area < 0.004 * below.area, "no gap"
    assert (skin - whole).area < 0.004 * skin.area, "nothing is painted beyond the outline"


@every_figure
def test_shapes_are_closed_and_inside_the_view_box(path: Path) -> None:
    root = drawn(path)
    _, _, wide, high = (float(part) for part in root.get("viewBox").split())
    for element in root.iter(f"{SVG}path"):
        for ring in rings(element.get("d")):
            assert all(0 <= x <= wide and 0 <= y <= high for x, y in ring)
            if element.get("data-node"):
                assert ring[0] == pytest.approx(ring[-1], abs=0.2), element.get("data-node")


@every_figure
def test_figures_are_small(path: Path) -> None:
    assert path.stat().st_size <= 1024 * KILOBYTES[path.stem.split("_")[0]]


def views_of_the_first_plate() -> list[str]:
    return min(rows("plates"), key=lambda row: int(row["order"]))["views"].split(";")


def test_shapes_of_the_first_plate_are_small_in_total() -> None:
    texts = [(DATA / "figures" / f"{view}.svg").read_text("utf-8") for view in views_of_the_first_plate()]
    assert sum(len(gzip.compress(PICTURE.sub("", text).encode())) for text in texts) <= 80 * 1024


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_of_the_first_plate_are_small_in_total(theme: str) -> None:
    at_once = {row["id"] for row in rows("views") if not row["appears_with"]}
    shown = [view for view in views_of_the_first_plate() if view in at_once]
    paths = [DATA / "figures" / f"{view}.{theme}.avif" for view in shown]
    assert sum(path.stat().st_size for path in paths) <= 120 * 1024


def test_all_figures_are_small_in_total() -> None:
    assert sum(path.stat().st_size for path in (DATA / "figures").iterdir()) <= 4 * 1024 * 1024


def test_views_of_a_group_share_a_scale() -> None:
    groups = {row["id"]: row["group"] for row in rows("views")}
    scales = {(groups[row["id"]], row["units_per_metre"]) for row in rows("cameras")}
    assert len(scales) == len(set(groups.values()))


def test_borders_use_known_landmarks_and_sources() -> None:
    marks = {row["id"] for row in rows("landmarks")}
    sources = {row["id"] for row in rows("sources")}
    assert {row["territory"] for row in rows("extents")} == {row["id"] for row in rows("territories")}
    for row in rows("borders"):
        assert set(row["through"].split(";")) <= marks, row["id"]
    for row in rows("extents"):
        assert set(row["inside"].split(";")) <= marks, row["territory"]
    for row in rows("landmarks") + rows("borders") + rows("extents"):
        assert {cited.key for cited in parse_citations(row["cites"])} <= sources, row
        assert row["confidence"] in {"variable", "single-source"}


class TestSteps:
    """Steps of the build, on small rasters and meshes."""

    @pytest.fixture(autouse=True)
    def tools(self):
        for tool in ("numpy", "scipy", "PIL"):
            pytest.importorskip(tool, reason=f"{tool} comes with the figures extra")

    def quarters(self):
        import numpy as np

        labels = np.zeros((44, 44), int)
        labels[2:22, 2:22], labels[2:22, 22:42], labels[22:42, 2:42] = 1, 2, 3
        return labels

    @pytest.mark.parametrize(("arguments", "message"), [(["nowhere"], "unknown view: nowhere"), ([], "cameras.csv")])
    def test_unknown_views_and_missing_tables_are_one_line(self, arguments, message, tmp_path, capsys) -> None:
        pytest.importorskip("numba", reason="numba comes with the figures extra")
        from tools.figures.__main__ import main

        folder = DATA if arguments else tmp_path
        (tmp_path / "figure_source").mkdir()
        for name in ("landmarks",):
            (tmp_path / table_file(name)).write_bytes((DATA / table_file(name)).read_bytes())
        assert main([*arguments, "--check", "--data", str(folder)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert message in line

    def test_tracing_finds_each_arc_once(self) -> None:
        from tools.figures.arcs import trace

        arcs = trace(self.quarters())
        assert sorted(tuple(sorted((arc.left, arc.right))) for arc in arcs) == [
            (0, 1),
            (0, 2),
            (0, 3),
            (1, 2),
            (1, 3),
            (2, 3),
        ]
        assert sum(len(arc.corners) - 1 for arc in arcs) == 4 * 40 + 40 + 20

    def test_neighbours_share_every_point(self) -> None:
        from tools.figures.shapes import Drawing

        labels = self.quarters()
        drawing = Drawing(labels, (labels > 0).astype(int), 1.0, 2.0, 1.0, 0.2)
        parts = [sum(area(ring) for ring in rings(drawing.shape({k}))) for k in (1, 2, 3)]
        assert sum(parts) == pytest.approx(sum(area(ring) for ring in rings(drawing.shape({1, 2, 3}))), abs=0.5)
        assert len(rings(drawing.lines(lambda a, b: a > 0 and b > 0))) == 3

    def test_a_hole_is_not_filled(self) -> None:
        from tools.figures.shapes import Drawing

        labels = self.quarters().clip(0, 1)
        labels[15:25, 15:25] = 2
        drawing = Drawing(labels, (labels > 0).astype(int), 1.0, 1.0, 1.0, 0.2)
        ring, hole = rings(drawing.shape({1}))
        assert area(ring) * area(hole) < 0
        assert abs(area(ring) + area(hole)) == pytest.approx(1500, rel=0.02)

    def test_fit_is_within_tolerance_and_uses_few_cubics(self) -> None:
        import numpy as np

        from tools.figures.curves import fit

        angle = np.linspace(0, 2 * np.pi, 400)
        circle = 50 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        cubics = fit(circle, 0.1)
        assert len(cubics) <= 8
        u = np.linspace(0, 1, 30)[:, None]
        for a, b, c, d in cubics:
            on = (1 - u) ** 3 * a + 3 * u * (1 - u) ** 2 * b + 3 * u**2 * (1 - u) * c + u**3 * d
            assert np.abs(np.linalg.norm(on, axis=1) - 50).max() < 0.2

    def test_short_numbers_can_be_parsed(self) -> None:
        from tools.figures.paths import numbers

        values = [0.04, -0.5, 12.0, -3.26, 0.7]
        assert [float(part) for part in NUMBER.findall(numbers(values))] == [0, -0.5, 12, -3.3, 0.7]

    def test_tidy_merges_slivers_and_keeps_the_silhouette(self) -> None:
        from tools.figures.label_rasters import tidy

        labels = self.quarters()
        labels[2:42, 41] = 4
        assert 4 not in (clean := tidy(labels, 2, 10))
        assert ((clean > 0) == (labels > 0)).all()

    def test_an_anchor_is_deep_inside_the_largest_piece(self) -> None:
        import numpy as np

        from tools.figures.label_rasters import anchor

        mask = np.zeros((30, 60), bool)
        mask[2:6, 2:6] = mask[5:26, 20:41] = True
        assert anchor(mask) == pytest.approx((30.5, 15.5), abs=1)

    @pytest.fixture
    def sheet(self):
        """A flat square of 8 × 8 quads, as triangles."""
        import numpy as np

        from tools.body.skin.surface import triangles

        at = np.arange(81).reshape(9, 9)
        quads = np.stack([at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]], axis=-1).reshape(-1, 4)
        points = np.array([[x, y, 0.0] for y in range(9) for x in range(9)])
        return points, quads, triangles(quads)

    def test_a_border_divides_the_sheet(self, sheet) -> None:
        from tools.body.skin.regions import fill, point_shares, soften

        _, quads, corners = sheet
        wall = [4 + 9 * row for row in range(9)]
        label = fill(corners, [wall], {"left": [10], "right": [16]})
        assert (label == 0).sum() == (label == 1).sum() == 64
        share = soften(point_shares(label, corners, 2, 81), quads, 3)
        assert share[wall].mean(axis=0) == pytest.approx([0.5, 0.5], abs=0.05)

    def test_leaks_and_unassigned_skin_are_refused(self, sheet) -> None:
        from tools.body.skin.geodesics import BorderError
        from tools.body.skin.regions import fill

        _, _, corners = sheet
        wall = [4 + 9 * row for row in range(9)]
        with pytest.raises(BorderError, match="leak between left, right"):
            fill(corners, [wall[:-1]], {"left": [10], "right": [16]})
        with pytest.raises(BorderError, match="no territory"):
            fill(corners, [wall], {"left": [10]})

    def test_subdivision_keeps_a_flat_sheet_flat_and_its_size(self, sheet) -> None:
        from tools.body.skin.surface import refined

        points, quads, _ = sheet
        finer, parts = refined(points, quads)
        assert len(parts) == 4 * len(quads)
        assert (finer[:, 2] == 0).all()
        assert finer.min() >= 0 and finer.max() <= 8
