"""What axe finds on a page as it stands, and again in other themes."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

THEMES = ("dark", "projector")
"""The themes beside the light one that a page is looked at in; they differ in colour and size of type."""
_WEAR = """theme => {
  const choice = document.getElementById("theme");
  choice.value = theme;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  for (const moving of document.getAnimations())
    if (moving.effect.getComputedTiming().endTime !== Infinity) moving.finish();
}"""


def breaches(page: Page, *themes: str, within: str = "html", drawings: bool = False) -> list[str]:
    """What breaks a rule of access, one line each; in each of `themes` beside the one worn, only rules of colour.

    Figures and graph, which are the same on most pages and most of the work, are looked at only with `drawings`. Of
    them axe cannot tell the contrast; tests/test_themes.py reckons it.
    """
    apart = {} if drawings else {"exclude": [["svg"]]}
    found = _run(page, {"include": [[within]], **apart}, {})
    worn = page.evaluate("document.getElementById('theme')?.value")
    for theme in themes:
        page.evaluate(_WEAR, theme)
        part = {"include": [[within]], "exclude": [["svg"]]}
        found += [f"{theme}: {line}" for line in _run(page, part, {"runOnly": ["color-contrast"]})]
    if themes:
        page.evaluate(_WEAR, worn)
    return found


def _run(page: Page, part: dict, options: dict) -> list[str]:
    found = Axe().run(page, context=part, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]
