// Explains hard words in plain text: each is a button that shows its meaning in a tooltip, on click, key or hover.
import { part } from "../panel/component-tree.js";
import { closest, element } from "../app/dom.js";

const HOVER_DELAY = 180;
const escaped = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export class Glossary {
  /** @param {[string[], string][]} terms  the forms of each term, and its meaning */
  constructor(terms) {
    /** @type {Map<string, string>} form in lower case → meaning */
    this.meanings = new Map(
      terms.flatMap(([forms, meaning]) =>
        forms.map((form) => /** @type {[string, string]} */ ([form.toLowerCase(), meaning])),
      ),
    );
    const forms = [...this.meanings.keys()].sort((a, b) => b.length - a.length).map(escaped);
    this.pattern = forms.length ? new RegExp(`(?<![\\p{L}\\d])(?:${forms.join("|")})(?![\\p{L}\\d])`, "giu") : null;
  }

  /**
   * Splits a text into strings and buttons for its hard words.
   * @param {string} text
   * @param {Set<string>} [explained]  meanings that were explained before; those are skipped, and new ones are added
   * @returns {(string | Component)[]}
   */
  gloss(text, explained = new Set()) {
    if (!this.pattern) return [text];
    const children = [];
    let from = 0;
    for (const match of text.matchAll(this.pattern)) {
      const meaning = this.meanings.get(match[0].toLowerCase());
      if (explained.has(meaning)) continue;
      explained.add(meaning);
      children.push(text.slice(from, match.index));
      // a span, because the words around a button do not wrap
      const props = {
        className: "gloss",
        role: "button",
        tabIndex: 0,
        "data-meaning": meaning,
        "aria-expanded": "false",
      };
      children.push(part("Span", { ...props, children: match[0] }));
      from = match.index + match[0].length;
    }
    return [...children, text.slice(from)].filter(Boolean);
  }
}

/** @type {HTMLElement | null} the one tooltip */
let tooltip = null;
/** @type {HTMLElement | null} the button whose meaning is shown */
let openButton = null;
let hoverTimer = 0;
// Opened by click or key, so that a pointer elsewhere does not close it.
let isPinned = false;

function close() {
  openButton?.setAttribute("aria-expanded", "false");
  openButton = null;
  isPinned = false;
  if (tooltip) {
    tooltip.hidden = true;
    tooltip.textContent = "";
  }
}

/** @param {HTMLElement} button */
function open(button) {
  tooltip ??= document.body.appendChild(element("div", { className: "gloss-tip", role: "status", hidden: true }));
  close();
  openButton = button;
  button.setAttribute("aria-expanded", "true");
  tooltip.hidden = false;
  tooltip.textContent = button.dataset.meaning;
  const box = button.getBoundingClientRect();
  const { width, height } = tooltip.getBoundingClientRect();
  const fitsBelow = box.bottom + height + 8 < innerHeight;
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
  const top = fitsBelow ? box.bottom + 6 : box.top - height - 6;
  tooltip.style.transform = `translate(${left}px, ${top}px)`;
}

/** Opens and closes the tooltip from now on, for all terms on the page. */
export function explainTerms() {
  document.addEventListener("click", (event) => {
    const button = closest(event, ".gloss");
    clearTimeout(hoverTimer);
    if (button && !(button === openButton && isPinned)) {
      if (button !== openButton) open(button);
      isPinned = true;
    } else if (!tooltip?.contains(/** @type {Node} */ (event.target))) close();
  });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || isPinned) return;
    clearTimeout(hoverTimer);
    const button = closest(event, ".gloss");
    const needsChange = button
      ? button !== openButton
      : openButton && !tooltip.contains(/** @type {Node} */ (event.target));
    if (needsChange) hoverTimer = window.setTimeout(() => (button ? open(button) : close()), HOVER_DELAY);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    const button = closest(event, ".gloss");
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !openButton) return;
      event.stopPropagation();
      openButton.focus();
      close();
    },
    true,
  );
  document.addEventListener("scroll", close, { passive: true, capture: true });
}
