"""Rules of the repository: no structure is named in code, nothing of one machine is left behind, the README is true."""

import ast
import csv
import re
from functools import cache
from pathlib import Path

import pytest

from atlas.dataset.folders import table_file

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "atlas").rglob("*.py"))
PAGE_FILES = sorted(path for path in (ROOT / "assets").rglob("*") if path.suffix in {".js", ".css"})

NAMED_TABLES = (
    *("roots", "nerves", "segments", "muscles", "reflexes", "territories"),
    *("sites", "conditions", "dermatome_maps", "views"),
)
# Words of the model itself, which are not names of any one region's structures.
VOCABULARY = {"root", "plexus", "trunk", "division", "nerve", "branch", "segment", "territory"}
LEFTOVERS = {
    "an absolute path of one machine": re.compile(r"(?<![\w.:/…])/(?:work|tmp|root|home|Users|opt|mnt)/\w"),
    "a note to self": re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b"),
    "a package index": re.compile(r"(?:extra-)?index-url|pypi\.org/simple|registry\.npmjs"),
}
SCRIPT_LITERAL = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|`[^`]*`")
LITERAL = {
    ".css": re.compile(r"\[[^\]]*\]|#[\w-]+|\.[A-Za-z_][\w-]*|'[^']*'|\"[^\"]*\""),
    ".js": SCRIPT_LITERAL,
}


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
    """The search must not pass because no names were loaded or because it looks for the wrong thing."""
    name = max(structures(), key=len)
    assert len(structures()) > 100
    literals = [(1, name), (2, f"before {name} after"), (3, "nothing here")]
    assert structures_in(literals) == [(1, name), (2, name)]


@pytest.mark.parametrize("path", sorted(p for p in ROOT.glob("*") if p.is_file()), ids=lambda path: path.name)
def test_top_level_files_hold_no_leftovers(path: Path) -> None:
    assert not leftovers(path)


@pytest.mark.parametrize("folder", ["atlas", "assets", "tests", "data", "docs", "tools", "requirements", ".ci"])
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


def test_the_documentation_names_every_module_of_the_solid_body() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    part = text.partition("## The body in three dimensions")[2].partition("\n## ")[0]
    named = {
        name for row in re.findall(r"^\| (`.*?) \|", part, flags=re.M) for name in re.findall(r"`([\w-]+\.js)`", row)
    }
    assert named == {path.name for path in (ROOT / "assets/solid").glob("*.js")}
