"""A damaged generated file: `check` finds it, and `serve` names it and does not start."""

import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli import main
from atlas.dataset.checksums import MANIFEST, manifest_text
from atlas.dataset.generated_files import MESHES, broken_generated_files
from atlas.resources import resource_dir
from atlas.web import built_files
from atlas.web.wsgi import configured
from tests.support.limbs import TINY, copy_of

FIGURES = resource_dir("data") / "figures"
PICTURE = struct.pack(">I8s4x", 16, b"ftypavif") + struct.pack(">I4s2x", 10, b"mdat")
MESH = '{"unit": 1, "layers": [{}]}'
MADE_BY = "; take it from the release again, or run `make figures`"


@pytest.fixture
def limb(tmp_path: Path) -> Path:
    """A tiny limb with a picture and the mesh of its muscles."""
    folder = copy_of(TINY, tmp_path)
    (folder / "figures" / "front.light.avif").write_bytes(PICTURE)
    (folder / "figures" / "solid_muscles.json").write_text(MESH, "utf-8")
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


DAMAGES: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("front.light.avif", lambda raw: raw[:-1], "front.light.avif:1:1: the picture is cut off"),
    ("front.light.avif", lambda raw: raw[:19], "front.light.avif:1:1: the picture is cut off"),
    ("front.light.avif", lambda _: b"", "front.light.avif:1:1: the file is empty"),
    ("front.light.avif", lambda _: b"<html>no such page</html>", "front.light.avif:1:1: this is not an AVIF picture"),
    ("solid_muscles.json", lambda _: b"{", "solid_muscles.json:1:1: the JSON is broken (Expecting property name"),
    ("solid_muscles.json", half, "solid_muscles.json:1:1: the JSON is broken ("),
    ("solid_muscles.json", lambda _: b"", "solid_muscles.json:1:1: the file is empty"),
    ("solid_muscles.json", lambda _: b"[1]", "solid_muscles.json:1:1: this is not one JSON object"),
    ("solid_muscles.json", lambda _: b"{}", "solid_muscles.json:1:1: the JSON lacks 'unit'"),
    ("solid_muscles.json", lambda _: b"\xff", "solid_muscles.json:1:1: the JSON is broken ("),
    ("back.svg", lambda _: b"", "back.svg:1:1: this is not well-formed SVG in UTF-8"),
    ("back.svg", half, "back.svg:1:"),
]


@pytest.mark.parametrize(("name", "damage", "line"), DAMAGES)
def test_a_damaged_figure_is_found_and_named(limb: Path, name: str, damage, line: str) -> None:
    assert run("check", limb).exit_code == 0, "whole files are fine"
    path = limb / "figures" / name
    path.write_bytes(damage(path.read_bytes()))
    checked = run("check", limb)
    assert checked.exit_code == 1 and checked.stdout.startswith(f"figures/{line}")
    for command in ("serve", "room"):
        started = run(command, "--port", "0", "--data", limb)
        assert started.exit_code == 1 and started.stdout == ""
        assert started.stderr.splitlines()[0] == checked.stdout.splitlines()[0]


def test_the_meshes_and_pictures_of_the_package_are_whole() -> None:
    assert all((FIGURES / f"{name}.json").is_file() for name in MESHES) and list(FIGURES.glob("*.avif"))
    assert not list(broken_generated_files(FIGURES.parent))


@pytest.mark.parametrize("name", [*MESHES, "foot_plantar.light.avif"])
def test_a_file_of_the_package_is_found_wherever_it_is_cut(tmp_path: Path, name: str) -> None:
    source = FIGURES / (name if name.endswith(".avif") else f"{name}.json")
    path = tmp_path / "figures" / source.name
    path.parent.mkdir()
    whole = source.read_bytes()
    for length in [*range(0, len(whole) - 2, len(whole) // 9), len(whole) - 2]:  # the last byte may be a line break
        path.write_bytes(whole[:length])
        (found,) = broken_generated_files(tmp_path)
        assert found.file == f"figures/{source.name}"


@pytest.fixture
def build(tmp_path: Path, monkeypatch) -> Path:
    """A copy of the built front end with the list that the build writes."""
    if not (built_files.FOLDER / "main.js").is_file():
        pytest.skip("the front end is not built: run make build")
    folder = tmp_path / "atlas" / "web" / "static"
    shutil.copytree(built_files.FOLDER, folder)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / MANIFEST).write_text(manifest_text(files), "utf-8")
    monkeypatch.setattr(built_files, "FOLDER", folder)
    return folder


def test_the_build_lists_its_files() -> None:
    if not (built_files.FOLDER / MANIFEST).is_file():
        pytest.skip("the front end is not built: run make build")
    assert built_files.broken_built_files() == []


@pytest.mark.parametrize("name", ["main.js", "features.js", "style.css", "solid.css", "service-worker.js", "icon.svg"])
@pytest.mark.parametrize("damage", [half, lambda _: b"", None], ids=["cut", "empty", "missing"])
def test_a_damaged_built_file_is_found_and_named(build: Path, name: str, damage) -> None:
    assert built_files.broken_built_files() == []
    if damage:
        (build / name).write_bytes(damage((build / name).read_bytes()))
    else:
        (build / name).unlink()
    wrong = "differs from the manifest" if damage else "is missing"
    line = (
        f"atlas/web/static/{name}:1:1: the file {wrong}; "
        "delete the folder atlas/web/static and run `make build`, or install the package again\n"
    )
    started = run("serve", "--port", "0", "--data", TINY)
    assert (started.exit_code, started.stderr) == (2, f"nerve-atlas: the front end is damaged: {line}")
    with pytest.raises(built_files.BrokenBuild, match=name):
        configured({"NERVE_ATLAS_DATA": str(TINY)})


def test_check_without_a_folder_looks_at_the_built_files(build: Path) -> None:
    (build / "main.js").write_bytes(b"")
    checked = run("check")
    assert checked.exit_code == 1 and checked.stdout.startswith("atlas/web/static/main.js:1:1: the file differs")
