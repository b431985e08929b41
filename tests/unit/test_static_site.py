"""The atlas as files: complete, the same twice, refused with a reason, and never half there."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from dash import Dash, Input, Output, html

from atlas.cli import main
from atlas.web.static_site.atomic_write import LIST, write
from atlas.web.static_site.pages import CannotExport, needing_a_server, pages
from atlas.web.urls import files_in
from tests.support.exported_site import exported
from tests.support.limbs import TINY

LEADS = {("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src")}


class Leading(HTMLParser):
    """Collects where the elements of a page lead, and which of them are fetched as it opens."""

    def __init__(self, text: str):
        super().__init__()
        self.leads, self.answers = [], {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        told = dict(attrs)
        self.leads += [told[name] for element, name in LEADS if element == tag and name in told]
        self.leads += [told[name] for name in ("data-rest", "data-worker", "data-manifest") if name in told]
        if "data-answers" in told:
            self.answers = json.loads(told["data-answers"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("disk") / "site", TINY).parent


def test_every_address_in_every_page_leads_to_a_file(site: Path) -> None:
    found = sorted(site.rglob("index.html"))
    assert site / "index.html" in found
    for page in found:
        told = Leading(page.read_text("utf-8"))
        leads = [one for one in [*told.leads, *told.answers.values()] if not one.startswith(("#", "data:"))]
        assert len(told.answers) > 15 and len(leads) > len(told.answers) + 5
        for lead in leads:
            assert not urlsplit(lead).scheme and not lead.startswith("/"), lead
            assert (page.parent / urlsplit(lead).path).is_file(), f"{page}: {lead}"


def test_the_list_names_every_file(site: Path) -> None:
    listed = json.loads((site / LIST).read_text("utf-8"))["nerve-atlas"]
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {*listed, LIST} == there


def test_the_worker_keeps_what_the_page_needs_and_no_more(site: Path) -> None:
    kept = json.loads(re.search(r"const KEPT = (\{.*\});", (site / "worker.js").read_text("utf-8"))[1])
    named = {file for file in files_in((site / "index.html").read_text("utf-8")) if not file.startswith("./data/")}
    assert {*kept["files"]} == named - {"./worker.js", "./app.webmanifest"}
    manifest = json.loads((site / "app.webmanifest").read_text("utf-8"))
    assert (
        all((site / manifest[key]).is_file() for key in ("start_url",))
        and (site / manifest["icons"][0]["src"]).is_file()
    )


def test_one_file_holds_all_that_the_page_needs(tmp_path: Path) -> None:
    page = exported(tmp_path / "one", TINY, single=True)
    text = page.read_text("utf-8")
    told = Leading(text)
    beside = {path.relative_to(page.parent).as_posix() for path in page.parent.rglob("*") if path.is_file()}
    assert {path.split("/")[0] for path in beside} == {"index.html", "data", LIST}
    held = set(re.findall(r'<script type="[^"]+" id="([^"]+)"', text))
    for lead in [*told.leads, *told.answers.values()]:
        assert lead in held or lead.startswith(("#", "data:")) or lead in ("", "index.html") or lead[2:] in beside, lead
    assert len(held & {*told.answers.values()}) > 15


@pytest.mark.slow
def test_the_same_atlas_gives_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "atlas", "export", str(tmp_path / seed), "--no-handouts", "--data", str(TINY)]
        done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    first, second = (json.loads((tmp_path / seed / LIST).read_text("utf-8"))["nerve-atlas"] for seed in ("1", "2"))
    timed = {path for path in first if path.endswith(".apkg")}  # a deck tells Anki when it was made
    assert len(first) > 30 and {*first.items()} ^ {*second.items()} <= {
        (path, digest) for one in (first, second) for path, digest in one.items() if path in timed
    }


def export(*args: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["export", *map(str, args), "--no-handouts", "--data", str(TINY)])
    return done.exit_code, done.output


def told_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_earlier_export_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write({"index.html": b"old", "old/only.js": b"old"}, folder)
    code, said = export(folder)
    assert code == 0 and "reading the atlas" in said
    assert not (folder / "old").exists() and b"<!DOCTYPE html>" in (folder / "index.html").read_bytes()[:20]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ({"mine.txt": b"mine"}, "not empty and no earlier export"),
        ({LIST: b"{}"}, "not empty and no earlier export"),
        ({LIST: b'{"nerve-atlas": {}}', "notes/mine.txt": b"mine"}, "holds notes/mine.txt, which no export wrote"),
    ],
)
def test_what_is_not_an_export_is_not_touched(tmp_path: Path, there: dict[str, bytes], said: str) -> None:
    folder = tmp_path / "full"
    for name, content in there.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    code, output = export(folder)
    assert code == 2 and said in output and "Traceback" not in output
    assert told_of(folder) == there


@pytest.mark.parametrize(("path", "said"), [("a file", "is a file"), ("none/site", "there is no folder")])
def test_where_nothing_can_be_written_is_said_at_once(tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "a file").write_text("mine", "utf-8")
    code, output = export(tmp_path / path)
    assert code == 2 and said in output and "reading" not in output


def test_a_disk_that_fails_halfway_leaves_the_earlier_export(tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "site"
    write({"index.html": b"old"}, folder)
    before, written = told_of(folder), Path.write_bytes

    def failing(path: Path, content: bytes) -> int:
        if content == b"third":
            raise OSError(28, "No space left on device")
        return written(path, content)

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(CannotExport, match="No space left"):
        write({"index.html": b"new", "second": b"second", "third": b"third"}, folder)
    assert told_of(folder) == before and [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    code, output = export(tmp_path / "one", "--single-file", "--lang", "xx")
    assert code == 2 and "no language 'xx'" in output and not (tmp_path / "one").exists()


def test_a_callback_that_needs_the_server_is_refused_by_name() -> None:
    app = Dash("served")
    app.layout = html.Div([html.P(id="asked"), html.P(id="told")])
    app.clientside_callback("x => x", Output("asked", "title"), Input("told", "title"))
    assert needing_a_server(app) == []
    app.callback(Output("told", "children"), Input("asked", "children"))(lambda text: text)
    assert needing_a_server(app) == ["told.children"]
    with pytest.raises(CannotExport, match=r"told\.children: this callback needs the server"):
        next(pages(app, {}))
