"""The page's modules, linked into two scripts, do what they did as modules."""

import shutil
import subprocess
from pathlib import Path

import pytest

from atlas.web.bundler import asked_for, link, linked_module

ASSETS = Path(__file__).parents[2] / "assets"
MODULES = {
    "start.mjs": 'import { count, Box as Chest } from "./shelf/box.mjs";\nimport { later } from "./later.mjs";\n'
    "window.told.push(count, new Chest().name, later);\n"
    "export const more = (name) => import(`./late/${name}.mjs`).then(({ told }) => told());\nwindow.more = more;\n",
    "later.mjs": 'import { touch } from "./shelf/box.mjs";\ntouch();\nexport const later = "later";\n',
    "shelf/box.mjs": "let made = 0;\nexport class Box {\n  constructor() {\n    made += 1;\n  }\n"
    "  get name() {\n    return `box ${made}`;\n  }\n}\n"
    "export const count = 3;\nconst own = () => made++;\nexport { own as touch };\n",
    "late/hat.mjs": 'import { Box } from "../shelf/box.mjs";\nexport async function told() {\n  return new Box().name;\n}\n',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in MODULES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_first_script_holds_what_the_entry_needs_and_each_module_stands_in_one(folder: Path) -> None:
    linked = link(folder, "start.mjs")
    assert set(linked.in_first) == {"start.mjs", "later.mjs", "shelf/box.mjs"}
    assert (
        linked.in_first.index("shelf/box.mjs") < linked.in_first.index("later.mjs") < linked.in_first.index("start.mjs")
    )
    assert linked.in_rest == ("late/hat.mjs",)


@pytest.mark.browser
def test_modules_are_run_once_and_share_their_state(page, folder: Path) -> None:
    linked = link(folder, "start.mjs")
    (folder / "rest.js").write_text(linked.rest, "utf-8")
    (folder / "first.js").write_text(linked.first, "utf-8")
    told = '<!doctype html><html data-rest="rest.js"><script>window.told = []</script><script src="first.js"></script></html>'
    (folder / "index.html").write_text(told, "utf-8")
    page.goto((folder / "index.html").as_uri())
    assert page.evaluate("told") == [3, "box 2", "later"]
    assert page.evaluate("more('hat')") == "box 3"
    assert page.evaluate("more('hat')") == "box 4"
    assert page.evaluate("more('none').catch(() => 'refused')") == "refused"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('import box from "./box.mjs";', "one.mjs, line 1"),
        ("const a = 1;\nexport default a;", "one.mjs, line 2"),
        ('export * from "./box.mjs";', "one.mjs, line 1"),
    ],
)
def test_a_form_that_cannot_be_linked_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        linked_module("one.mjs", text)


def test_a_circle_and_a_missing_module_are_refused(folder: Path) -> None:
    (folder / "shelf" / "box.mjs").write_text('import { later } from "../later.mjs";\n', "utf-8")
    with pytest.raises(ValueError, match=r"circle: .*later\.mjs"):
        link(folder, "start.mjs")
    (folder / "shelf" / "box.mjs").write_text('import { hat } from "./hat.mjs";\n', "utf-8")
    with pytest.raises(ValueError, match=r"shelf/box\.mjs imports shelf/hat\.mjs"):
        link(folder, "start.mjs")


def test_every_module_of_the_page_can_be_linked() -> None:
    linked = link(ASSETS, "atlas.mjs")
    files = {path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*.mjs")}
    assert {*linked.in_first, *linked.in_rest} == files and len(files) == len(linked.in_first) + len(linked.in_rest)
    for path in files:
        assert all(needed in files for needed in asked_for(path, (ASSETS / path).read_text("utf-8")))


@pytest.mark.skipif(not shutil.which("node"), reason="no node to parse with")
@pytest.mark.parametrize("part", ["first", "rest"])
def test_both_scripts_are_sound_for_a_parser_too(part: str, tmp_path: Path) -> None:
    path = tmp_path / f"{part}.js"
    path.write_text(getattr(link(ASSETS, "atlas.mjs"), part), "utf-8")
    assert subprocess.run(["node", "--check", path], capture_output=True).returncode == 0
