"""The page's modules as two plain scripts: what the first view needs, and the rest, fetched when it is first asked for.

Each module stays a module, run once when it is first needed; only how it is fetched differs. Two requests take the
place of some eighty, their addresses can change with their content, and plain scripts also run from a folder on disk,
where browsers refuse modules.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r'^import\s+(?:\{([^}]*)\}\s+from\s+)?"(\.[^"]+)";$', re.M)
_EXPORT = re.compile(r"^export\s+((?:async\s+)?function\*?|const|class)\s+(\w+)", re.M)
_NAMED = re.compile(r"^export\s+\{([^}]*)\};$", re.M)
_BROUGHT = re.compile(r"\bimport\(")
_LEFT = re.compile(r"^\s*(?:import|export)\b(?!\()", re.M)
REGISTRY = "atlas_modules"
"""What the two scripts share: the name of a property of the window."""
_START = """\
"use strict";
window.atlas_modules = (() => {
  const written = new Map();
  const run = new Map();
  let rest = null;
  const beside = (from, to) => new URL(to, `http://at/${from}`).pathname.slice(1);
  function need(path) {
    if (!run.has(path)) run.set(path, written.get(path)(need, (to) => bring(beside(path, to))));
    return run.get(path);
  }
  function load(address, inOrder) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      const held = document.getElementById(address); // where the whole atlas is one file
      script.async = inOrder !== true; // those that are run in the order in which they were asked for
      script.onload = () => done(script);
      script.onerror = () => {
        script.remove();
        failed(new Error(address));
      };
      if (held) script.textContent = held.textContent;
      else script.src = address;
      document.head.append(script);
      if (held) done(script);
    });
  }
  function fetchRest() {
    rest ??= load(document.documentElement.dataset.rest).catch((error) => {
      rest = null;
      throw error;
    });
    return rest;
  }
  async function bring(path) {
    if (!written.has(path)) await fetchRest();
    return need(path);
  }
  return { write: (path, module) => written.set(path, module), need, bring, load };
})();
"""


@dataclass(frozen=True)
class Linked:
    """Two scripts, and the paths of the modules in each."""

    first: str
    rest: str
    in_first: tuple[str, ...]
    in_rest: tuple[str, ...]


def _beside(path: str, to: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), to))


def _taken(listed: str) -> str:
    return ", ".join(re.sub(r"\s+as\s+", ": ", name.strip()) for name in listed.split(",") if name.strip())


def _given(listed: str) -> str:
    return ", ".join(": ".join(reversed(re.split(r"\s+as\s+", name.strip()))) for name in listed.split(","))


def asked_for(path: str, text: str) -> list[str]:
    """The modules that a module imports at its head, as paths from the folder.

    >>> asked_for("modes/one.mjs", 'import { part } from "../panel.mjs";')
    ['panel.mjs']
    """
    return [_beside(path, to) for _, to in _IMPORT.findall(text)]


def linked_module(path: str, text: str) -> str:
    """A module as a function handed to the registry. Raises ValueError for a form of import that it does not know."""

    def imported(match: re.Match[str]) -> str:
        taken = f"const {{ {_taken(match[1])} }} = " if match[1] else ""
        return f'{taken}$need("{_beside(path, match[2])}");'

    given = [name for _, name in _EXPORT.findall(text)]
    given += [_given(listed) for listed in _NAMED.findall(text)]
    body = _NAMED.sub("", _EXPORT.sub(r"\1 \2", _IMPORT.sub(imported, text)))
    body = _BROUGHT.sub("$bring(", body)
    if left := _LEFT.search(body):
        line = body.count("\n", 0, left.end()) + 1
        right = 'import { name } from "./path.mjs"; or export before a name'
        raise ValueError(f"{path}, line {line}: this form cannot be linked; write {right}")
    return f'{REGISTRY}.write("{path}", ($need, $bring) => {{\n{body}\nreturn {{ {", ".join(given)} }};\n}});\n'


def _in_order(entry: str, texts: dict[str, str]) -> list[str]:
    """All that a module needs, itself last. Raises ValueError where modules need each other in a circle."""
    found: list[str] = []

    def visit(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            raise ValueError(f"modules need each other in a circle: {' → '.join((*above, path))}")
        if path not in texts:
            raise ValueError(f"{above[-1]} imports {path}, which is not there")
        if path not in found:
            for needed in asked_for(path, texts[path]):
                visit(needed, (*above, path))
            found.append(path)

    visit(entry, ("the page",))
    return found


def link(folder: Path, entry: str) -> Linked:
    """Every module below a folder, linked; `entry` is the one that the page runs.

    Raises ValueError for a module that cannot be linked, with its place.
    """
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.mjs"))}
    first = _in_order(entry, texts)
    rest = [path for path in texts if path not in first]
    for path in rest:
        _in_order(path, texts)
    written = {path: linked_module(path, text) for path, text in texts.items()}
    start = _START + "".join(written[path] for path in first) + f'{REGISTRY}.need("{entry}");\n'
    return Linked(start, '"use strict";\n' + "".join(written[path] for path in rest), tuple(first), tuple(rest))
