"""Accessibility violations that axe finds on a page, and the contrast in other themes."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

THEMES = ("dark", "projector")
"""The themes in which pages are checked in addition to the light one; they differ in colour and font size."""
_SET_THEME = """theme => {
  const choice = document.getElementById("theme");
  choice.value = theme;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  for (const moving of document.getAnimations())
    if (moving.effect.getComputedTiming().endTime !== Infinity) moving.finish();
}"""


def breaches(page: Page, *themes: str, within: str = "html", drawings: bool = False) -> list[str]:
    """One line for each violation of an accessibility rule; in `themes`, only violations of the rules for colour.

    Figures and graph are the same on most pages and slow to check, so they are checked only with `drawings`. Axe cannot
    compute their contrast; tests/unit/test_themes.py does.
    """
    excluded = {} if drawings else {"exclude": [["svg"]]}
    found = _run(page, {"include": [[within]], **excluded}, {})
    current = page.evaluate("document.getElementById('theme')?.value")
    for theme in themes:
        page.evaluate(_SET_THEME, theme)
        part = {"include": [[within]], "exclude": [["svg"]]}
        found += [f"{theme}: {line}" for line in _run(page, part, {"runOnly": ["color-contrast"]})]
    if themes:
        page.evaluate(_SET_THEME, current)
    return found


def _run(page: Page, part: dict, options: dict) -> list[str]:
    found = Axe().run(page, context=part, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]
