"""What each browser did on each path, as a page of the documentation."""

from __future__ import annotations

from dataclasses import dataclass, field

INTRODUCTION = """# Browsers

`make browsers` follows the main paths through the page in Chromium, Firefox and WebKit and writes this page. The paths are written once
(`tests/browsers/paths.py`) and take real clicks and keys. {date}, Linux, each browser as Debian has it.

{versions}

WebKit is WebKitGTK's MiniBrowser: the engine of Safari, but not Safari. Its window is at least 447 pixels wide.
"""


@dataclass
class Run:
    """All paths in one browser at one size of the window."""

    browser: str
    size: str
    results: dict[str, str] = field(default_factory=dict)
    """Path → empty if it was taken to its end, what the browser lacks after a `–`, else what went wrong."""


def page(date: str, versions: dict[str, str], runs: list[Run], paths: dict[str, str]) -> str:
    """The page. `versions`: browser → its version, or why it is not available; `paths`: each with what it does."""
    lines = [INTRODUCTION.format(date=date, versions="\n".join(f"- {name}: {said}" for name, said in versions.items()))]
    lines += [f"| path | {' | '.join(f'{run.browser}, {run.size}' for run in runs)} |", f"|---|{'---|' * len(runs)}"]
    notes: list[str] = []
    for path, does in paths.items():
        cells = [_cell(run.results.get(path, "– not run"), notes) for run in runs]
        lines.append(f"| **{path}**: {does} | {' | '.join(cells)} |")
    if notes:
        lines += ["", *(f"{number}. {note}" for number, note in enumerate(notes, 1))]
    return "\n".join([*lines, ""])


def _cell(result: str, notes: list[str]) -> str:
    """The cell of a result: ✓, or – or ✗ with the number of its note."""
    if not result:
        return "✓"
    note = result.removeprefix("– ").replace("|", "\\|")
    if note not in notes:
        notes.append(note)
    return f"{'–' if result.startswith('– ') else '✗'} ({notes.index(note) + 1})"
