"""The built wheel works away from the checkout and carries its data and front end."""

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from atlas.dataset.checksums import INSTALLED, changed_files
from tests.support.wheel_build import ROOT, run, source_copy

# One worker builds; the others would only build the same again.
pytestmark = pytest.mark.slow
STATIC = "atlas/web/static"
COMPONENTS = "atlas/components/static"
BUILT = all(any((ROOT / folder).glob("*")) for folder in (STATIC, COMPONENTS))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree, with a stand-in for the front end when it has not been built."""
    copy = source_copy(tmp_path_factory.mktemp("a checkout") / "nerve-atlas")
    if not BUILT:
        for folder in (STATIC, COMPONENTS):
            (copy / folder / "chunks").mkdir(parents=True, exist_ok=True)
            (copy / folder / "chunks/main.js").write_text("0\n", "utf-8")
    return copy


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


def test_wheel_holds_every_module_data_file_and_built_file(wheel: Path, source: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    expected = {f"atlas/{path}" for path in below(source / "atlas") if path.suffix == ".py"}
    expected |= {f"atlas/data/{path}" for path in below(source / "data")}
    expected |= {f"{folder}/{path}" for folder in (STATIC, COMPONENTS) for path in below(source / folder)}
    assert expected | {"atlas/py.typed"} <= packed


def test_the_same_source_makes_the_same_wheel_byte_for_byte(source: Path, tmp_path: Path) -> None:
    """Built twice, the second time in another folder and from files that were written at another time."""
    other = shutil.copytree(source, tmp_path / "other" / "nerve-atlas", copy_function=shutil.copyfile)
    built = []
    for tree in (source, other):
        out = tmp_path / f"dist {len(built)}"
        command = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(tree))
        run(*command, cwd=tmp_path, SOURCE_DATE_EPOCH="1700000000")
        built.append(next(out.glob("*.whl")))
    first, second = built
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"atlas"}
    assert not [name for name in names if name.startswith("atlas/assets/")], "the front end is shipped built"


def test_wheel_carries_the_licence_texts(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for path in [*(ROOT / "LICENSES").iterdir(), ROOT / "data/figures/NOTICE.md"]:
        assert any(name.endswith(f"licenses/{path.relative_to(ROOT)}") for name in names), path.name


@pytest.mark.parametrize("folder", ["atlas/data", STATIC, COMPONENTS])
def test_manifest_detects_a_changed_file(installed: Path, folder: str) -> None:
    package = installed / "atlas"
    assert changed_files(package, "", INSTALLED) == []
    path = next(path for path in (installed / folder).rglob("*") if path.suffix in {".csv", ".js"})
    content = path.read_bytes()
    try:
        path.write_bytes(content + b"\n")
        (problem,) = changed_files(package, "", INSTALLED)
    finally:
        path.write_bytes(content)
    assert problem.file == path.relative_to(package).as_posix()


def test_installed_wheel_finds_its_own_data(installed: Path, tmp_path: Path) -> None:
    assert data_folder(cwd=tmp_path, path=installed) == installed / "atlas/data"


def test_checkout_finds_its_own_data(source: Path, tmp_path: Path) -> None:
    assert data_folder(cwd=tmp_path, path=source) == source / "data"


def test_installed_wheel_checks_clean(installed: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "atlas", "check", cwd=tmp_path, path=installed)


def test_installed_wheel_has_its_command(installed: Path, tmp_path: Path) -> None:
    version = run(str(installed / "bin" / "nerve-atlas"), "--version", cwd=tmp_path, path=installed)
    assert version.startswith("nerve-atlas ")


@pytest.mark.skipif(not BUILT, reason="the front end is not built: run npm run build")
def test_installed_wheel_serves_the_page(installed: Path, tmp_path: Path) -> None:
    code = "from atlas.web.app import create_app; print(create_app().server.test_client().get('/').status_code)"
    assert run(sys.executable, "-c", code, cwd=tmp_path, path=installed).strip() == "200"


def test_build_without_front_end_and_npm_says_what_to_do(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "nerve-atlas"
    (copy / "atlas/web").mkdir(parents=True)
    for name in ("setup.py", "setup.cfg", "README.md"):
        (copy / name).write_bytes((source / name).read_bytes())
    with pytest.raises(AssertionError) as failed:
        run(sys.executable, "setup.py", "build_py", cwd=copy, PATH="")
    assert str(failed.value).splitlines()[-1] == (
        f"{STATIC} is missing and npm is not installed: install Node.js, or run 'npm run build' first"
    )


def below(folder: Path) -> set[Path]:
    """The files in a folder as paths relative to it, without caches and hidden files."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path for path in files if "__pycache__" not in path.parts and not path.name.startswith(".")}


def data_folder(*, cwd: Path, path: Path) -> Path:
    """The data folder of the atlas that Python finds on `path`."""
    code = "from atlas.resources import resource_dir; print(resource_dir('data'))"
    return Path(run(sys.executable, "-c", code, cwd=cwd, path=path).strip())
