"""Rules of the house: where things stand, what they are called, what code may not know."""

import ast
import csv
import re
import subprocess
import sys
import warnings
from configparser import ConfigParser
from functools import cache
from pathlib import Path

import pytest

from atlas.dataset.folders import table_file

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "atlas").rglob("*.py"))
PAGE_FILES = sorted(path for path in (ROOT / "assets").rglob("*") if path.suffix in {".mjs", ".js", ".css"})

TOP_LEVEL = {
    *("atlas", "data", "assets", "tests", "docs"),
    *("tools", "requirements", "Containerfile", ".dockerignore"),
    *("setup.cfg", "setup.py", "pyproject.toml", "MANIFEST.in", "Makefile", ".ci", ".editorconfig", ".gitignore"),
    *(
        "README.md",
        "BENCHMARKS.md",
        "CHANGELOG.md",
        "CITATION.cff",
        "CONTRIBUTING.md",
        "LICENSE",
        "LICENSES",
        "REUSE.toml",
    ),
}
NAMED_TABLES = (
    *("roots", "nerves", "segments", "muscles", "reflexes", "territories"),
    *("sites", "conditions", "dermatome_maps", "views"),
)
# Words of the model itself, which are not names of any one region's structures.
VOCABULARY = {"root", "plexus", "trunk", "division", "nerve", "branch", "segment", "territory"}
SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc|data|info)(_|$)")
# Modules without a layer: the package's own door, its command's door, and what knows of nothing else in it.
WITHOUT_LAYER = {"__init__", "__main__", "places", "geometry"}
LEFTOVERS = {
    "an absolute path of one machine": re.compile(r"(?<![\w.:/…])/(?:work|tmp|root|home|Users|opt|mnt)/\w"),
    "a note to self": re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b"),
    "a package index": re.compile(r"(?:extra-)?index-url|pypi\.org/simple"),
}
MODULE_LINES = 200
SCRIPT_LITERAL = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|`[^`]*`")
LITERAL = {
    ".css": re.compile(r"\[[^\]]*\]|#[\w-]+|\.[A-Za-z_][\w-]*|'[^']*'|\"[^\"]*\""),
    ".js": SCRIPT_LITERAL,
    ".mjs": SCRIPT_LITERAL,
}


def test_top_level_holds_what_the_readme_says_and_no_more() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in listed.stdout.splitlines()} <= TOP_LEVEL


def test_imports_keep_their_contracts() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_has_its_layer() -> None:
    """A layer in brackets may be missing, so a misspelt one would be silently empty."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    layers = config["importlinter:contract:one-way"]["layers"]
    named = set(re.findall(r"atlas\.(\w+)", layers))
    present = {path.relative_to(ROOT / "atlas").parts[0].removesuffix(".py") for path in MODULES}
    assert present - WITHOUT_LAYER <= named


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_structure_is_a_literal_in_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node) for node in docstring_nodes(tree)}
    literals = [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    assert not structures_in(literals), "everything about a region is rows in data/"


@pytest.mark.parametrize("path", PAGE_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_structure_is_a_literal_in_assets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    literals = LITERAL[path.suffix].finditer(without_comments(text))
    found = [(text.count("\n", 0, match.start()) + 1, match.group().strip("'\"`#.")) for match in literals]
    assert not structures_in(found), "everything about a region is rows in data/"


def test_the_search_for_literals_finds_them() -> None:
    """The search must not pass for want of names or because it looks for the wrong thing."""
    name = max(structures(), key=len)
    assert len(structures()) > 100
    literals = [(1, name), (2, f"before {name} after"), (3, "nothing here")]
    assert structures_in(literals) == [(1, name), (2, name)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_names_say_what_they_hold(path: Path) -> None:
    for part in path.relative_to(ROOT).with_suffix("").parts:
        assert not SAYS_NOTHING.search(part), f"{part}: name it for what it holds"


def test_modules_are_short() -> None:
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > MODULE_LINES:
            warnings.warn(f"{path.relative_to(ROOT)} has {lines} lines; has it one subject?", stacklevel=1)


@pytest.mark.parametrize("path", sorted(p for p in ROOT.glob("*") if p.is_file()), ids=lambda path: path.name)
def test_top_level_files_hold_no_leftovers(path: Path) -> None:
    assert not leftovers(path)


@pytest.mark.parametrize("folder", ["atlas", "assets", "tests", "data", "tools", "requirements", ".ci"])
def test_folders_hold_no_leftovers(folder: str) -> None:
    suffixes = {".py", ".mjs", ".js", ".css", ".csv", ".json", ".md", ".svg", ".txt", ""}
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix in suffixes]
    assert not [line for path in files if path != Path(__file__) for line in leftovers(path)]


def test_readme_names_only_commands_that_exist() -> None:
    from click.testing import CliRunner

    from atlas.__main__ import main

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rules = re.findall(r"^([a-z ]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M)
    targets = {target for rule in rules for target in rule.split()}
    assert set(re.findall(r"^make ([a-z]+)", readme, flags=re.M)) <= targets
    commands = set(re.findall(r"^nerve-atlas ([a-z]+)", readme, flags=re.M))
    assert commands
    for command in commands:
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0, command


@cache
def structures() -> frozenset[str]:
    """Every id, name and synonym of the real data."""
    found: set[str] = set()
    for table in NAMED_TABLES:
        path = ROOT / "data" / table_file(table)
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found |= {row["id"], row["name"], *row.get("synonyms", "").split(";")}
    return frozenset({name.strip() for name in found} - VOCABULARY - {""})


@cache
def any_structure() -> re.Pattern[str]:
    """Matches a structure's id, name or synonym as whole words, and the longest that fits."""
    longest_first = sorted(structures(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])", re.IGNORECASE)


def structures_in(literals: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines of these literals that hold a structure, each with the structure."""
    return [(line, match.group()) for line, text in literals for match in any_structure().finditer(text)]


def docstring_nodes(tree: ast.AST) -> list[ast.Constant]:
    """The string constants that are docstrings, where examples may name structures."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, owners) and ast.get_docstring(node) is not None
    ]


def without_comments(text: str) -> str:
    """The text with its comments blanked, line numbers kept."""
    comments = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", flags=re.S)
    return comments.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def leftovers(path: Path) -> list[str]:
    """What was left behind in a file, as `file:line: what`."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {what}: {line.strip()[:80]}"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for what, pattern in LEFTOVERS.items()
        if pattern.search(line)
    ]
