"""How `--check` compares a new drawing with a committed file."""

import base64
from io import BytesIO

import pytest

np = pytest.importorskip("numpy", reason="numpy comes with the figures extra")
image = pytest.importorskip("PIL.Image", reason="Pillow comes with the figures extra")
pytest.importorskip("numba", reason="numba comes with the figures extra")

KINDS = ["AVIF", "WEBP"]
SIDE = 24


def picture(kind: str, tone: int = 120, side: int = SIDE, quality: int = 90) -> bytes:
    """A small picture with a soft slope of grey around a tone."""
    grey = tone + np.add.outer(np.arange(side), np.arange(side)) / 2
    pixels = np.dstack([grey, grey, grey, np.full_like(grey, 255)]).astype(np.uint8)
    file = BytesIO()
    image.fromarray(pixels, "RGBA").save(file, kind, quality=quality)
    return file.getvalue()


def figure(content: bytes, shape: str = "M1 2c3 4 5 6 7 8z") -> str:
    uri = "data:image/avif;base64," + base64.b64encode(content).decode()
    return f'<svg><image href="{uri}"/><path d="{shape}"/></svg>'


@pytest.fixture
def same():
    from tools.figures.build import same

    return same


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_another_encoding_is_the_same(same, kind: str) -> None:
    fine, coarse = picture(kind), picture(kind, quality=60)
    assert fine != coarse, "the files differ, or the test shows nothing"
    assert same(fine, coarse)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tone", [112, 128])
def test_a_darker_or_lighter_picture_differs(same, kind: str, tone: int) -> None:
    assert not same(picture(kind), picture(kind, tone))


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_another_size_differs(same, kind: str) -> None:
    assert not same(picture(kind), picture(kind, side=SIDE + 1))


def test_a_figure_may_differ_in_the_bytes_of_its_picture_only(same) -> None:
    fine, coarse = (picture("AVIF", quality=quality) for quality in (90, 60))
    assert same(figure(fine), figure(coarse).encode())
    assert not same(figure(fine), figure(fine, "M1 2c3 4 5 6 7 9z").encode()), "shapes must be identical"
    assert not same(figure(fine), figure(picture("AVIF", 140)).encode())


def test_a_figure_without_its_picture_differs(same) -> None:
    bare = "<svg></svg>"
    assert same(bare, bare.encode())
    assert not same(bare, figure(picture("AVIF")).encode())
