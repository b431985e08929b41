"""The site builds without a warning, every link leads somewhere, and nothing comes from another server."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tools.docs.__main__ import build
from tools.docs.source_pages import PAGES, ROOT

pytestmark = pytest.mark.slow
LOADS = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src")}


class Page(HTMLParser):
    """The ids of a page, where its links lead, and what it loads by itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif (tag, name) in LOADS and value:
                self.loads.append(value)
            elif tag == "a" and name == "href" and value:
                self.links.append(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documentation") / "site"
    assert build(folder) == 0, "a warning ends the build; see the output above"
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return {path.relative_to(site).as_posix(): Page(path.read_text("utf-8")) for path in site.rglob("*.html")}


def test_every_file_of_the_docs_has_a_page(pages: dict[str, Page]) -> None:
    written = [
        path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")
    ]
    assert set(written) <= set(pages)
    assert {page.replace(".md", ".html") for page in PAGES.values()} <= set(pages)


def test_every_link_and_every_file_exists(site: Path, pages: dict[str, Page]) -> None:
    broken = []
    for name, page in pages.items():
        for target in (*page.links, *page.loads):
            url = urlsplit(target)
            if url.scheme or target.startswith("data:"):
                continue
            file = (site / name).parent / unquote(url.path) if url.path else site / name
            there = file.resolve()
            known = (
                pages.get(there.relative_to(site.resolve()).as_posix())
                if there.is_relative_to(site.resolve())
                else None
            )
            if not there.exists() or (url.fragment and known and unquote(url.fragment) not in known.ids):
                broken.append(f"{name}: {target}")
    assert not broken


def test_nothing_is_loaded_from_another_server(site: Path, pages: dict[str, Page]) -> None:
    assert not [(name, target) for name, page in pages.items() for target in page.loads if urlsplit(target).netloc]
    imports = re.compile(r"@import|url\(\s*['\"]?(?:https?:)?//")
    assert not [path.name for path in site.rglob("*.css") if imports.search(path.read_text("utf-8"))]


def test_every_page_is_in_the_navigation(pages: dict[str, Page]) -> None:
    home = pages["index.html"]
    listed = {urlsplit(target).path for target in home.links} | {"index.html", "search.html", "genindex.html", "#"}
    assert not {name for name in pages if name not in listed} - {"py-modindex.html"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[x](no-such-page.md)", "no-such-page"),
        ("[x](data.md#no-such-heading)", "no-such-heading"),
        ("![x](images/no-such.png)", "no-such"),
    ],
)
def test_a_broken_link_ends_the_build(
    text: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture
) -> None:
    """Two pages are enough to see it."""

    def write(folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(f"# Home\n\n{text}\n\n```{{toctree}}\ndata\n```\n", "utf-8")
        (folder / "data.md").write_text("# Data\n", "utf-8")

    monkeypatch.setattr("tools.docs.__main__.write_pages", write)
    assert build(tmp_path / "site") != 0
    assert says in capfd.readouterr().err
