// Hard words in plain text carry their meaning: each is a button, of a kind that wraps with the words round it, and
// one tip tells it, to a click, a key or a pointer that rests there.
import { part } from "../panel/component-tree.js";
import { element } from "../app/dom.js";

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export class Glossary {
  constructor(terms) {
    this.meanings = new Map(terms.flatMap(([forms, meaning]) => forms.map((form) => [form.toLowerCase(), meaning])));
    const forms = [...this.meanings.keys()].sort((a, b) => b.length - a.length).map(escaped);
    this.any = forms.length ? new RegExp(`(?<![\\p{L}\\d])(?:${forms.join("|")})(?![\\p{L}\\d])`, "giu") : null;
  }

  // A text as children of a component; each meaning is offered once within `told`.
  gloss(text, told = new Set()) {
    if (!this.any) return [text];
    const children = [];
    let from = 0;
    for (const match of text.matchAll(this.any)) {
      const meaning = this.meanings.get(match[0].toLowerCase());
      if (told.has(meaning)) continue;
      told.add(meaning);
      children.push(text.slice(from, match.index));
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

// One tip for all: it stands under its word, is read out where it appears, and goes with Escape or any other click.
const REST = 180;
let tip = null;
let open = null;
let passing = 0; // what a pointer that only rests asks for
let held = false; // asked for by a click or a key, so that a pointer elsewhere does not take it away

function shut() {
  open?.setAttribute("aria-expanded", "false");
  open = null;
  held = false;
  if (tip) {
    tip.hidden = true;
    tip.textContent = "";
  }
}

function show(button) {
  tip ??= document.body.appendChild(element("div", { className: "gloss-tip", role: "status", hidden: true }));
  shut();
  open = button;
  button.setAttribute("aria-expanded", "true");
  tip.hidden = false;
  tip.textContent = button.dataset.meaning;
  const box = button.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const below = box.bottom + height + 8 < innerHeight;
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
  const top = below ? box.bottom + 6 : box.top - height - 6;
  tip.style.transform = `translate(${left}px, ${top}px)`;
}

export function listenForTerms() {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.(".gloss");
    clearTimeout(passing);
    if (button && !(button === open && held)) {
      if (button !== open) show(button);
      held = true;
    } else if (!tip?.contains(target)) shut();
  });
  document.addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType !== "mouse" || held) return;
    clearTimeout(passing);
    const button = target.closest?.(".gloss");
    if (button ? button !== open : open && !tip.contains(target))
      passing = setTimeout(() => (button ? show(button) : shut()), REST);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    const button = event.target.closest?.(".gloss");
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !open) return;
      event.stopPropagation();
      open.focus();
      shut();
    },
    true,
  );
  document.addEventListener("scroll", shut, { passive: true, capture: true });
}
