"""What code may not do: run text, read pickles, put markup that it was handed into a page, keep things about people.

What ruff can tell by itself stands in pyproject.toml (S301 and on, TID251).
"""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path for folder in ("atlas", "tools", "tests") for path in (ROOT / folder).rglob("*.py"))
SCRIPTS = sorted(
    path for path in (ROOT / "assets").rglob("*") if path.suffix in (".mjs", ".js") and "vendor" not in path.parts
)
IMPORTS = {"pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "jsonpickle", "joblib"}
CALLS = {"eval", "exec", "compile", "__import__"}
NAMES = {"srcDoc", "srcdoc", "dangerously_allow_html", "dangerouslySetInnerHTML"}

IN_SCRIPTS = {
    "runs text": r"\beval\s*\(|\bnew\s+Function\b|(?<![\w.])Function\s*\(|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]|javascript:",
    "puts markup in": r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bcreateContextualFragment\b"
    r"|\bsrcdoc\b|\bsetHTMLUnsafe\b|\bdangerously\w+",
    "writes a script or a style into the page": r"setAttribute\(\s*[\"'](?:on\w+|style)[\"']",
    "keeps something": r"\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bdocument\.cookie\b|\bcookieStore\b",
    "tells another server": r"\bsendBeacon\b|\bWebSocket\b|\bEventSource\b|\bXMLHttpRequest\b|\bimportScripts\b"
    r"|\bRTCPeerConnection\b|fetch\(\s*[\"'`](?:https?:)?//",
}
ALLOWED = {
    ("figures/figures.mjs", "puts markup in"): "figures, which the checker let through, from the atlas's own answers",
    ("quiz/progress.mjs", "keeps something"): "the progress of the quiz, by a learner who asked for it",
}


def told(path: Path) -> str:
    return str(path.relative_to(ROOT))


def banned_in(tree: ast.AST) -> list[tuple[int, str]]:
    """Each line with what is banned there."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, one.name) for one in node.names if one.name.split(".")[0] in IMPORTS]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in IMPORTS:
            found.append((node.lineno, node.module))
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in CALLS:
                found.append((node.lineno, node.func.id))
            if isinstance(node.func, ast.Attribute) and node.func.attr == "read_pickle":
                found.append((node.lineno, "read_pickle"))
            found += [(node.lineno, word.arg) for word in node.keywords if word.arg in NAMES]
            found += [(node.lineno, "shell=True") for word in node.keywords if word.arg == "shell"]
        elif isinstance(node, ast.Constant) and node.value in NAMES:
            found.append((node.lineno, node.value))
        elif isinstance(node, ast.Attribute) and node.attr in NAMES:
            found.append((node.lineno, node.attr))
    return found


def breaches(text: str) -> list[tuple[int, str]]:
    """Each line of a script with which kind of thing it does."""
    return [
        (text.count("\n", 0, match.start()) + 1, kind)
        for kind, pattern in IN_SCRIPTS.items()
        for match in re.finditer(pattern, text)
    ]


@pytest.mark.parametrize("path", MODULES, ids=told)
def test_no_module_does_what_is_banned(path: Path) -> None:
    if path != Path(__file__):
        assert banned_in(ast.parse(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=told)
def test_no_script_does_what_is_banned(path: Path) -> None:
    name = path.relative_to(ROOT / "assets").as_posix()
    assert [(line, kind) for line, kind in breaches(path.read_text("utf-8")) if (name, kind) not in ALLOWED] == []


def test_every_leave_is_needed() -> None:
    for name, kind in ALLOWED:
        assert kind in {found for _, found in breaches((ROOT / "assets" / name).read_text("utf-8"))}


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "from pickle import loads",
        "eval(x)",
        "html.Iframe(srcDoc=x)",
        "dcc.Markdown(x, dangerously_allow_html=True)",
        "html.Iframe(**{'srcDoc': x})",
        "pandas.read_pickle(x)",
        "subprocess.run(x, shell=True)",
    ],
)
def test_the_search_in_modules_finds_it(code: str) -> None:
    assert banned_in(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "eval(x)",
        "new Function(x)",
        "setTimeout('x()', 1)",
        "a.innerHTML = x",
        "a.insertAdjacentHTML('x', y)",
        "a.setAttribute('onclick', x)",
        'a.setAttribute("style", x)',
        "localStorage.x = 1",
        "document.cookie = x",
        "navigator.sendBeacon(x)",
        "fetch('https://example.org')",
    ],
)
def test_the_search_in_scripts_finds_it(code: str) -> None:
    assert breaches(code)
