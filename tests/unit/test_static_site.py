"""The exported site: complete, reproducible, refused with a reason, and never half written."""

import json
import os
import re
import subprocess
import sys
import zlib
from base64 import b64decode
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from dash import Dash, Input, Output, html

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.checksums import MANIFEST, changed_files
from atlas.web.bundles.registry import BUILDERS, bundle_json
from atlas.web.static_site.atomic_write import GENERATOR, write
from atlas.web.static_site.folder import Folder
from atlas.web.static_site.pages import CannotExport, Page, pages, server_callbacks
from atlas.web.urls import files_in
from tests.support.exported_site import exported
from tests.support.limbs import TINY, copy_of

EARLIER = f"<head>{GENERATOR}".encode()
"""What makes an index page that of an earlier export."""
LINKS = {("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src")}


class Links(HTMLParser):
    """The URLs in a page (`urls`), and those of its bundles by name (`bundles`)."""

    def __init__(self, text: str):
        super().__init__()
        self.urls, self.bundles = [], {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        found = dict(attrs)
        self.urls += [found[name] for element, name in LINKS if element == tag and name in found]
        self.urls += [
            found[f"data-{name}"]
            for name in ("features", "charts", "solid", "model")
            if tag == "html" and f"data-{name}" in found
        ]
        self.urls += [found[f"data-{name}"] for name in ("worker", "manifest") if f"data-{name}" in found]
        if "data-answers" in found:
            self.bundles = json.loads(found["data-answers"])


def manifest_of(folder: Path) -> dict[str, str]:
    """Path in the site → SHA-256."""
    lines = (folder / MANIFEST).read_text("utf-8").splitlines()
    return {path: digest for digest, _, path in (line.partition("  ") for line in lines)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("disk") / "site", TINY).parent


def test_every_url_in_every_page_leads_to_a_file(site: Path) -> None:
    found = sorted(site.rglob("index.html"))
    assert site / "index.html" in found
    for page in found:
        links = Links(page.read_text("utf-8"))
        urls = [url for url in [*links.urls, *links.bundles.values()] if not url.startswith(("#", "data:"))]
        assert len(links.bundles) > 15 and len(urls) > len(links.bundles) + 5
        for url in urls:
            assert not urlsplit(url).scheme and not url.startswith("/"), url
            assert (page.parent / urlsplit(url).path).is_file(), f"{page}: {url}"


def test_the_manifest_names_every_file_and_finds_changes(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {*manifest_of(site), MANIFEST} == files
    assert changed_files(site, "") == []
    page = site / "index.html"
    before = page.read_bytes()
    try:
        page.write_bytes(before + b" ")
        assert [problem.file for problem in changed_files(site, "")] == ["index.html"]
    finally:
        page.write_bytes(before)


def test_the_worker_keeps_what_the_page_needs_and_no_more(site: Path) -> None:
    kept = json.loads(re.search(r"self\.PRECACHE=(\{.*\});", (site / "worker.js").read_text("utf-8"))[1])
    named = {file for file in files_in((site / "index.html").read_text("utf-8")) if not file.startswith("./data/")}
    assert {*kept["files"]} == named - {"./worker.js", "./app.webmanifest"}
    manifest = json.loads((site / "app.webmanifest").read_text("utf-8"))
    assert (
        all((site / manifest[key]).is_file() for key in ("start_url",))
        and (site / manifest["icons"][0]["src"]).is_file()
    )


def unpacked(script: bytes) -> bytes:
    """The JSON in a script of the folder form: Base64 of its zlib form, between quotes."""
    return zlib.decompress(b64decode(script.split(b'"')[1]))


def test_packed_json_is_what_the_server_sends(site: Path) -> None:
    atlas = Atlas.load(TINY)
    bundles = Links((site / "index.html").read_text("utf-8")).bundles
    for name in BUILDERS:
        assert unpacked((site / bundles[name]).read_bytes()) == bundle_json(name, atlas), name


def test_equal_json_of_two_pages_is_one_file(tiny: Atlas) -> None:
    site, html = Folder("script"), '<head></head><main data-answers="{&quot;a&quot;: &quot;./a.json&quot;}">'
    for folder, content in (("", b"[1]"), ("xx/", b"[1]"), ("yy/", b"[2]")):
        site.add(Page(tiny, folder, f"/{folder}", html, {"./a.json": content}))
    named = {folder: Links(site.files[f"{folder}index.html"].decode()).bundles["a"] for folder in ("", "xx/", "yy/")}
    assert named == {"": "./a.json.js", "xx/": "../a.json.js", "yy/": "../yy/a.json.js"}
    assert sorted(path for path in site.files if path.endswith(".json.js")) == ["a.json.js", "yy/a.json.js"]
    assert unpacked(site.files["yy/a.json.js"]) == b"[2]"


def test_one_file_holds_all_that_the_page_needs(tmp_path: Path) -> None:
    page = exported(tmp_path / "one", TINY, single=True)
    text = page.read_text("utf-8")
    links = Links(text)
    files = {path.relative_to(page.parent).as_posix() for path in page.parent.rglob("*") if path.is_file()}
    assert {path.split("/")[0] for path in files} == {"index.html", "data", MANIFEST}
    inline = set(re.findall(r'<script type="[^"]+" id="([^"]+)"', text))
    for url in [*links.urls, *links.bundles.values()]:
        elsewhere = url.startswith(("#", "data:")) or url in ("", "index.html") or url[2:] in files
        assert url in inline or elsewhere, url
    assert len(inline & {*links.bundles.values()}) > 15


LATER = (
    "import sys, time\n"
    "later, now, there = float(sys.argv.pop(1)), time.time, time.localtime\n"
    "time.time = lambda: now() + later\n"
    "time.localtime = lambda seconds=None: there(time.time() if seconds is None else seconds)\n"
    "from atlas.cli import main\n"
    "main(sys.argv[1:], prog_name='nerve-atlas')\n"
)
"""Runs a command at another time: the first argument is how many seconds later."""
MADE = {
    "site": ["export", "{to}", "--data", "{data}"],
    "scorm": ["export", "{to}", "--scorm", "--no-handouts", "--data", "{data}"],
    "deck": ["deck", "-o", "{to}", "--data", "{data}"],
    "handout": ["handout", "curler", "-o", "{to}", "--data", "{data}"],
    "slides": ["slides", "arm", "-o", "{to}", "--data", "{data}"],
    "moodle": ["questions", "--format", "moodle", "-o", "{to}", "--data", "{data}"],
    "qti": ["questions", "--format", "qti", "-o", "{to}", "--data", "{data}"],
    "csv": ["data", "--format", "csv", "-o", "{to}", "--data", "{data}"],
}


@pytest.mark.slow
@pytest.mark.parametrize("words", MADE.values(), ids=MADE)
def test_the_same_atlas_gives_the_same_bytes(tmp_path: Path, words: list[str]) -> None:
    found = []
    for seed, later in (("1", "0"), ("2", "40000000")):
        folder = tmp_path / f"at {seed}"
        folder.mkdir()
        names = {"to": folder / "made", "data": copy_of(TINY, folder)}
        command = [sys.executable, "-c", LATER, later, *(word.format(**names) for word in words)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TMPDIR": str(folder), "TZ": f"X{seed}"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        made = names["to"]
        found.append(contents_of(made) if made.is_dir() else {"": made.read_bytes()})
    first, second = found
    assert first.keys() == second.keys() and len(first) > (30 if words is MADE["site"] else 0)
    assert [path for path in first if first[path] != second[path]] == []


def export(*args: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["export", *map(str, args), "--no-handouts", "--data", str(TINY)])
    return done.exit_code, done.output


def contents_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_earlier_export_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write({"index.html": b"<head>", "old/only.js": b"old"}, folder)
    code, output = export(folder)
    assert code == 0 and "reading the atlas" in output
    assert not (folder / "old").exists() and b"<!DOCTYPE html>" in (folder / "index.html").read_bytes()[:20]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"mine.txt": b"mine"}, "is not empty and is not an earlier export"),
        ({"index.html": b"<head>", MANIFEST: b""}, "is not empty and is not an earlier export"),
        ({"index.html": EARLIER}, "is not empty and is not an earlier export"),
        (
            {"index.html": EARLIER, MANIFEST: b"0" * 64 + b"  index.html\n", "notes/mine.txt": b"mine"},
            "contains notes/mine.txt, which is not part of an export",
        ),
    ],
)
def test_a_folder_that_is_not_an_export_is_not_touched(tmp_path: Path, files: dict[str, bytes], reason: str) -> None:
    folder = tmp_path / "full"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    code, output = export(folder)
    assert code == 2 and reason in output and "Traceback" not in output
    assert contents_of(folder) == files


@pytest.mark.parametrize(("path", "reason"), [("a file", "is a file"), ("none/site", "there is no folder")])
def test_a_place_that_cannot_be_written_is_refused_at_once(tmp_path: Path, path: str, reason: str) -> None:
    (tmp_path / "a file").write_text("mine", "utf-8")
    code, output = export(tmp_path / path)
    assert code == 2 and reason in output and "reading" not in output


def test_a_full_disk_leaves_the_earlier_export(tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "site"
    write({"index.html": b"<head>old"}, folder)
    before, written = contents_of(folder), Path.write_bytes

    def failing(path: Path, content: bytes) -> int:
        if content == b"third":
            raise OSError(28, "No space left on device")
        return written(path, content)

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(CannotExport, match="No space left"):
        write({"index.html": b"new", "second": b"second", "third": b"third"}, folder)
    assert contents_of(folder) == before and [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    code, output = export(tmp_path / "one", "--single-file", "--lang", "xx")
    assert code == 2 and "no language 'xx'" in output and not (tmp_path / "one").exists()


def test_a_callback_that_needs_the_server_is_refused_by_name() -> None:
    app = Dash("served")
    app.layout = html.Div([html.P(id="asked"), html.P(id="answer")])
    app.clientside_callback("x => x", Output("asked", "title"), Input("answer", "title"))
    assert server_callbacks(app) == []
    app.callback(Output("answer", "children"), Input("asked", "children"))(lambda text: text)
    assert server_callbacks(app) == ["answer.children"]
    with pytest.raises(CannotExport, match=r"answer\.children: this callback needs the server"):
        next(pages(app, {}))
