// The figures twice: as they stand, and a twin beside them that follows their plate and their swiping.
import { element } from "../app/dom.js";
import { makeRoving } from "../app/roving-tabindex.js";
import { fitMarks } from "../figures/skin-fill.js";

const TIED = ["id", "aria-labelledby"];

function twinOf(figures) {
  const twin = figures.cloneNode(true);
  for (const svg of twin.querySelectorAll("svg[aria-labelledby]"))
    svg.setAttribute("aria-label", document.getElementById(svg.getAttribute("aria-labelledby"))?.textContent ?? "");
  for (const tied of [twin, ...twin.querySelectorAll("[id], [aria-labelledby]")])
    for (const name of TIED) tied.removeAttribute(name);
  for (const one of twin.querySelectorAll("[tabindex]")) one.setAttribute("tabindex", "-1");
  for (const one of twin.querySelectorAll(".labels, .pulse")) one.remove();
  twin.id = "figures-twin";
  return twin;
}

export class Sides {
  // `take([a, b])` is called when other maps are chosen.
  constructor(figures, { words, choices }, take) {
    Object.assign(this, { figures, twin: null, held: "" });
    const names = [words["maps.first"], words["maps.second"]];
    const options = () => Object.entries(choices).map(([value, name]) => element("option", { value }, name));
    const chosen = () => this.lists.map((list) => list.value);
    // a map chosen on one side that stands on the other trades places with it
    const changed = () => {
      const [a, b] = chosen();
      take(a === b ? [...this.two].reverse() : [a, b]);
    };
    this.lists = names.map((name, n) => element("select", { id: `map-${n}`, on: { change: changed } }, options()));
    const heads = this.lists.map((list, n) =>
      element("label", { className: `map-side side-${n}`, htmlFor: list.id }, element("span", {}, names[n]), list),
    );
    const swap = {
      type: "button",
      className: "plain map-swap",
      title: words["maps.swap"],
      ariaLabel: words["maps.swap"],
    };
    const turn = element("button", { ...swap, on: { click: () => take(chosen().reverse()) } }, "⇄");
    this.head = element("div", { className: "map-heads", hidden: true }, heads[0], turn, heads[1]);
    figures.before(this.head);
    this.following = new AbortController();
  }

  get places() {
    return [this.figures, this.twin].filter(Boolean);
  }

  // What is laid over the figures, and figures of other plates, come later than the figures.
  #renew() {
    const stamp = `${this.figures.querySelectorAll(".view *").length}`;
    if (this.twin && this.held === stamp) return;
    const twin = twinOf(this.figures);
    if (this.twin) this.twin.replaceWith(twin);
    else this.figures.after(twin);
    [this.twin, this.held] = [twin, stamp];
    makeRoving(twin);
    fitMarks(twin);
    this.#follow();
  }

  #follow() {
    this.following.abort();
    this.following = new AbortController();
    const both = [this.figures, this.twin];
    for (const [n, one] of both.entries())
      one.addEventListener("scroll", () => (both[1 - n].scrollLeft = one.scrollLeft), {
        passive: true,
        signal: this.following.signal,
      });
  }

  show(two, names) {
    this.two = two;
    this.#renew();
    this.twin.dataset.plate = this.figures.dataset.plate;
    const figures = [...this.figures.querySelectorAll("figure")];
    for (const [n, figure] of [...this.twin.querySelectorAll("figure")].entries()) figure.hidden = figures[n].hidden;
    for (const [n, list] of this.lists.entries()) list.value = two[n];
    for (const [n, place] of this.places.entries()) {
      place.setAttribute("role", "group");
      place.setAttribute("aria-label", names[n]);
    }
    this.head.hidden = this.twin.hidden = false;
  }

  hide() {
    this.head.hidden = true;
    this.figures.removeAttribute("role");
    this.figures.removeAttribute("aria-label");
    this.following.abort();
    this.twin?.remove();
    [this.twin, this.held] = [null, ""];
  }
}
