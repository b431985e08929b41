// The step of a running tour, beside whatever the page shows.
import { leading } from "../article/step-buttons.js";
import { element } from "../app/dom.js";

const tooltip = ({ props: { children, ...props } }) =>
  element(
    "button",
    { className: props.className, "data-meaning": props["data-meaning"], "aria-expanded": "false" },
    children,
  );

export class Box {
  // `does`: what its buttons do, by name.
  constructor(place, words, does) {
    Object.assign(this, { place, words });
    const button = (name, props = {}) =>
      element(
        "button",
        { type: "button", className: `plain ${name}`, ...props, on: { click: does[name] } },
        words[`tours.${name}`],
      );
    this.name = element("p", { className: "kind" });
    const named = Object.fromEntries(["back", "next", "place"].map((name) => [name, words[`tours.${name}`]]));
    this.said = element("div", { className: "said", "aria-live": "polite" });
    this.reveal = button("reveal");
    const keys = element("button", { type: "button", className: "plain", "data-keys": "help" }, words["tours.keys"]);
    this.sources = element(
      "button",
      { type: "button", className: "plain", "aria-haspopup": "dialog" },
      words["tours.sources"],
    );
    const foot = element("div", { className: "row" }, button("notes"), this.sources, keys, button("finish"));
    place.append(this.name);
    this.lead = leading(place, named, (by) => (by > 0 ? does.next() : does.previous()));
    place.append(this.said, this.reveal, foot);
  }

  // `speak(text)`, in the plain voice: the text as children, its hard words explained.
  show({ tour, n, all, number, asks, step }, speak) {
    this.place.hidden = false;
    this.name.textContent = tour.name;
    this.lead(number, tour.steps.length, "", [n === 0, n === all - 1]);
    // what is pressed and goes leaves the focus to what leads on
    if (!asks && document.activeElement === this.reveal) this.place.querySelector(".next").focus();
    this.reveal.hidden = !asks;
    this.sources.hidden = asks;
    this.sources.dataset.claim = step.claim;
    if (asks) return this.said.replaceChildren(element("h2", { className: "ask" }, step.ask));
    const asked = step.ask ? [element("p", { className: "asked" }, step.ask)] : [];
    const text = speak
      ? speak(step.plain).map((child) => (typeof child === "string" ? child : tooltip(child)))
      : [step.text];
    return this.said.replaceChildren(
      ...asked,
      element("h2", {}, step.title),
      element("p", { className: "prose" }, ...text),
    );
  }

  hide() {
    this.place.hidden = true;
    this.said.replaceChildren();
  }
}
