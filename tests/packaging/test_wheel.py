"""The built wheel works far from the checkout, with its rows, figures and assets inside."""

import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.wheel_build import ROOT, run, source_copy

# One worker builds; the others would only build the same again.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree, so that building leaves nothing in the checkout."""
    return source_copy(tmp_path_factory.mktemp("a checkout") / "nerve-atlas")


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the sdist, so that a file missing from either shows."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source), cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds nothing but the installed wheel."""
    target = tmp_path_factory.mktemp("installed")
    offline = ("--quiet", "--no-deps", "--no-index")
    run(sys.executable, "-m", "pip", "install", *offline, "--target", str(target), str(wheel), cwd=target)
    return target


def test_wheel_holds_every_file(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    code = {f"atlas/{path}" for path in below("atlas") if path.suffix == ".py"}
    carried = {f"atlas/{folder}/{path}" for folder in ("data", "assets") for path in below(folder)}
    assert code | carried | {"atlas/py.typed"} <= held, "setup.cfg does not list these files' package"
    assert not [name for name in held if name.startswith(("tests/", "data/", "assets/", "build/"))]


def test_installed_wheel_finds_its_own_folders(installed: Path, tmp_path: Path) -> None:
    for folder in ("data", "assets"):
        assert where(folder, cwd=tmp_path, path=installed) == installed / "atlas" / folder


def test_checkout_finds_its_own_folders(source: Path, tmp_path: Path) -> None:
    for folder in ("data", "assets"):
        assert where(folder, cwd=tmp_path, path=source) == source / folder


def test_installed_wheel_checks_clean(installed: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "atlas", "check", cwd=tmp_path, path=installed)


def test_installed_wheel_brings_its_command(installed: Path, tmp_path: Path) -> None:
    told = run(str(installed / "bin" / "nerve-atlas"), "--version", cwd=tmp_path, path=installed)
    assert told.startswith("nerve-atlas ")


def test_installed_wheel_makes_the_page(installed: Path, tmp_path: Path) -> None:
    code = "from atlas.web.app import create_app; print(create_app().server.test_client().get('/').status_code)"
    assert run(sys.executable, "-c", code, cwd=tmp_path, path=installed).strip() == "200"


def below(folder: str) -> set[Path]:
    """The files below a top-level folder, caches left out, as paths relative to it."""
    top = ROOT / folder
    files = (path.relative_to(top) for path in top.rglob("*") if path.is_file())
    return {path for path in files if "__pycache__" not in path.parts and not path.name.startswith(".")}


def where(folder: str, *, cwd: Path, path: Path) -> Path:
    """The folder that the atlas found on `path` takes for its own."""
    code = f"from atlas.resources import resource_dir; print(resource_dir({folder!r}))"
    return Path(run(sys.executable, "-c", code, cwd=cwd, path=path).strip())
