"""Runs the page's own localisation in a browser: its answers, and how long each takes."""

from __future__ import annotations

from playwright.sync_api import Page

from atlas.reasoning.localisation.findings import Findings

_SCRIPT = """async (cases) => {
  const [{ Matrix }, { Localising }] = await Promise.all(
    ["matrix", "localise"].map((name) => import(`/assets/reasoning/${name}.mjs`)),
  );
  const raw = await (await fetch(JSON.parse(document.getElementById("main").dataset.answers).cases)).json();
  const localising = new Localising(new Matrix(raw));
  return %s;
}"""
_ANSWERS = "cases.map((findings) => { const { leading, ...answer } = localising.of(findings); return answer; })"
_BEST_TIMES = """[1, 2, 3].map(() => cases.map((findings) => {
    const start = performance.now();
    localising.of(findings);
    return performance.now() - start;
  })).reduce((times, others) => times.map((time, n) => Math.min(time, others[n])))"""


def answers(page: Page, cases: list[Findings]) -> list[dict]:
    """The answers to findings, on a page that is open."""
    return page.evaluate(_SCRIPT % _ANSWERS, [vars(findings) for findings in cases])


def times(page: Page, cases: list[Findings]) -> list[float]:
    """How long each answer takes, in milliseconds: the best of three."""
    return page.evaluate(_SCRIPT % _BEST_TIMES, [vars(findings) for findings in cases])
