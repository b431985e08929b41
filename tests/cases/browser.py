"""Asking the page's own modules for the answers to findings, and for the time that takes them."""

from __future__ import annotations

from playwright.sync_api import Page

from atlas.reasoning.localisation.findings import Findings

_SCRIPT = """async (asked) => {
  const [{ Matrix }, { Localising }] = await Promise.all(
    ["matrix", "localise"].map((name) => import(`/assets/reasoning/${name}.mjs`)),
  );
  const raw = await (await fetch(JSON.parse(document.getElementById("main").dataset.answers).cases)).json();
  const localising = new Localising(new Matrix(raw));
  return %s;
}"""
_ANSWERS = "asked.map((findings) => { const { leading, ...answer } = localising.of(findings); return answer; })"
_TIMES = """[1, 2, 3].map(() => asked.map((findings) => {
    const start = performance.now();
    localising.of(findings);
    return performance.now() - start;
  })).reduce((one, other) => one.map((took, at) => Math.min(took, other[at])))"""


def _plain(findings: Findings) -> dict:
    """Findings as the page's modules take them."""
    return {
        "signs": [list(sign) for sign in findings.signs],
        "grades": findings.grades,
        "clues": findings.clues,
        "unrecognised": findings.unrecognised,
    }


def answers(page: Page, all_: list[Findings]) -> list[dict]:
    """The answers to findings, on a page that is open."""
    return page.evaluate(_SCRIPT % _ANSWERS, [_plain(findings) for findings in all_])


def times(page: Page, all_: list[Findings]) -> list[float]:
    """How long each answer takes, in milliseconds: the best of three."""
    return page.evaluate(_SCRIPT % _TIMES, [_plain(findings) for findings in all_])
