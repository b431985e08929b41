"""The views together show the skin. What each view shows is computed from the committed mesh."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

np = pytest.importorskip("numpy", reason="numpy comes with the figures extra")
camera = pytest.importorskip("tools.figures.camera", reason="numba comes with the figures extra")
mesh_file = pytest.importorskip("tests.support.mesh_file", reason="meshopt comes with the figures extra")
figure_config = pytest.importorskip("tools.body.tables", reason="scipy comes with the figures extra")

DATA = Path(__file__).resolve().parents[2] / "data"
PIXELS = 2000.0
# Metres: shorter borders may be between the toes or in folds, which no view shows.
LONG_BORDER = 0.025


class Skin:
    """The skin of the mesh file in the standing body: welded points, triangles, and each triangle's territory."""

    def __init__(self) -> None:
        patches = [patch for patch in mesh_file.layer("skin") if patch.id]
        self.territories = [patch.id for patch in patches]
        starts = np.cumsum([0, *(len(patch.points) for patch in patches)])
        faces = [patch.fine + start for patch, start in zip(patches, starts, strict=False)]
        self.owner = np.repeat(np.arange(len(faces)), [len(part) for part in faces])
        points = np.vstack([patch.points for patch in patches])
        unit = mesh_file.content()["unit"]
        whole, same = np.unique(np.round(points / unit).astype(int), axis=0, return_inverse=True)
        self.points = np.ascontiguousarray(whole * unit)
        self.faces = same.reshape(-1)[np.vstack(faces)]
        a, b, c = (self.points[self.faces[:, k]] for k in range(3))
        self.area = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
        self.middle = (a + b + c) / 3

    def seen(self, view) -> "np.ndarray":
        """Which triangles the view shows of the standing body, from a depth image of its right half."""
        points = self.points
        beyond = points @ view.keep[:, :3].T - view.keep[:, 3]
        turned = points @ view.frame.T * PIXELS * [1, -1, 1]
        turned[:, :2] -= turned[:, :2].min(axis=0) - 2
        wide, tall = (int(side) + 3 for side in turned[:, :2].max(axis=0))
        faces = camera.rasterise(turned, self.faces, beyond, tall, wide)[1]
        shown = np.zeros(len(self.faces), bool)
        shown[np.unique(faces[faces >= 0])] = True
        a, b, c = (turned[self.faces[:, k], :2] for k in range(3))
        u, v = b - a, c - a
        return shown & (u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0] < 0)


@pytest.fixture(scope="module")
def skin_and_views():
    """The skin, and the triangles that each view shows."""
    rows = figure_config.FigureConfig.read(DATA)
    skin = Skin()
    return skin, {view.id: skin.seen(view) for view in rows.views if view.shows == "skin"}


def test_the_views_together_show_nearly_all_skin_of_every_territory(skin_and_views) -> None:
    skin, seen = skin_and_views
    # The mesh continues above the highest cut of the figures.
    drawn = skin.middle[:, 1] < 1.055
    shown = np.any(list(seen.values()), axis=0)
    assert skin.area[drawn & shown].sum() > 0.98 * skin.area[drawn].sum()
    for k, territory in enumerate(skin.territories):
        mine = drawn & (skin.owner == k)
        assert skin.area[mine & shown].sum() > 0.8 * skin.area[mine].sum(), territory


def test_views_of_a_territory_are_connected(skin_and_views) -> None:
    """All views that show a good part of a territory are linked by skin that two of them show."""
    skin, seen = skin_and_views
    for k, territory in enumerate(skin.territories):
        mine = skin.owner == k
        shares = {view: skin.area[mine & shown].sum() / skin.area[mine].sum() for view, shown in seen.items()}
        views = [view for view, share in shares.items() if share > 0.1]
        assert views, territory
        points = {view: set(skin.faces[mine & seen[view]].ravel().tolist()) for view in views}
        reached, waiting = {views[0]}, set(views[1:])
        while near := {view for view in waiting if any(points[view] & points[other] for other in reached)}:
            reached, waiting = reached | near, waiting - near
        assert not waiting, (territory, reached, waiting)


def test_every_long_border_on_the_skin_is_drawn_in_some_view(skin_and_views) -> None:
    skin, _ = skin_and_views
    owners = defaultdict(set)
    # Above the waist, where the painted skin ends, the mesh gives the rest to the nearest territory.
    painted = skin.middle[:, 1] < float(figure_config.FigureConfig.read(DATA).skin["painted_to"])
    faces, owned = np.sort(skin.faces, axis=1)[painted], skin.owner[painted]
    for face, owner in zip(faces.tolist(), owned.tolist(), strict=True):
        for side in combinations(face, 2):
            owners[side].add(owner)
    lengths = defaultdict(float)
    for side, sharing in owners.items():
        for pair in combinations(sorted(skin.territories[k] for k in sharing), 2):
            lengths[pair] += float(np.linalg.norm(np.subtract(*skin.points[list(side)])))
    figures = [ElementTree.fromstring(path.read_text("utf-8")) for path in (DATA / "figures").glob("*.svg")]
    between = {e.get("data-between") for figure in figures for e in figure.iter()} - {None}
    drawn = {tuple(sorted(pair.split())) for pair in between}
    assert drawn & set(lengths)
    assert {pair for pair, length in lengths.items() if length > LONG_BORDER} <= drawn
