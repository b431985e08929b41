"""SCORM packages: each is one unit, complete and reproducible, and holds the adapter that the page itself lacks."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from atlas.cli import main
from atlas.dataset.checksums import MANIFEST as CHECKSUMS
from atlas.web.static_site.atomic_write import write
from atlas.web.static_site.build import build
from atlas.web.static_site.scorm import ENOUGH, MANIFEST, PACKAGES
from tests.support.limbs import TINY

ADLCP = {"1.2": "http://www.adlnet.org/xsd/adlcp_rootv1p2", "2004": "http://www.adlnet.org/xsd/adlcp_v1p3"}
TYPES = {"1.2": "scormtype", "2004": "scormType"}
VERSIONS = tuple(PACKAGES)


def built() -> dict[str, bytes]:
    return build(TINY, "en", False, "", lambda line: None, True)


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return built()


def files_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_package_is_one_unit_and_lists_all_its_files(site: dict[str, bytes], version: str) -> None:
    files = files_of(site[PACKAGES[version]])
    manifest = ElementTree.fromstring(files[MANIFEST])
    space = manifest.tag.removesuffix("manifest")
    assert manifest.findtext(f"{space}metadata/{space}schemaversion").startswith(version)
    items = list(manifest.iter(f"{space}item"))
    resources = list(manifest.iter(f"{space}resource"))
    assert len(items) == len(resources) == 1
    assert items[0].get("identifierref") == resources[0].get("identifier")
    assert resources[0].get(f"{{{ADLCP[version]}}}{TYPES[version]}") == "sco"
    assert resources[0].get("href") == "index.html"
    assert {file.get("href") for file in resources[0]} | {MANIFEST} == set(files)
    organizations = manifest.find(f"{space}organizations")
    assert organizations.get("default") == organizations[0].get("identifier")


@pytest.mark.parametrize("version", VERSIONS)
def test_the_page_in_a_package_begins_with_the_adapter_of_its_version(site: dict[str, bytes], version: str) -> None:
    page = files_of(site[PACKAGES[version]])["index.html"].decode()
    settings = f'window.atlas_scorm={{"version": "{version}", "enough": {ENOUGH}}};'
    assert page.count(settings) == 1
    assert page.index(settings) < page.index("window.atlas_held=")
    assert "atlas_scorm" not in site["index.html"].decode()


@pytest.mark.parametrize("version", VERSIONS)
def test_the_page_in_a_package_needs_no_network_and_no_worker(site: dict[str, bytes], version: str) -> None:
    page = files_of(site[PACKAGES[version]])["index.html"].decode()
    assert "data-worker" not in page and "data-manifest" not in page
    assert '<script defer src="' not in page and '<link rel="stylesheet" href="' not in page


def test_the_same_atlas_gives_the_same_packages(site: dict[str, bytes]) -> None:
    again = built()
    for name in PACKAGES.values():
        first, second = files_of(site[name]), files_of(again[name])
        assert list(first) == list(second)
        different = [path for path in first if first[path] != second[path]]
        assert all(path.endswith(".apkg") for path in different), "only decks contain the time at which they were made"


def test_the_command_writes_both_packages_and_replaces_them(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write({"index.html": b"<head>", "old.zip": b"old"}, folder)
    done = CliRunner().invoke(main, ["export", str(folder), "--scorm", "--no-handouts", "--data", str(TINY)])
    assert done.exit_code == 0, done.output
    written = {path.name for path in folder.iterdir() if path.is_file()}
    assert written == {"index.html", CHECKSUMS, *PACKAGES.values()}


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    words = ["export", str(tmp_path / "site"), "--scorm", "--lang", "xx", "--data", str(TINY)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2 and "no language 'xx'; the languages are" in done.output
    assert not list(tmp_path.iterdir())
