// The speaker's notes in a window of their own: what to say, what comes next, the time. It leads the page as its keys do.
import { listenForShortcuts } from "../keyboard/shortcuts.js";
import { element, filled } from "../app/dom.js";

const WINDOW = "atlas-notes";
const SIZE = "popup,width=760,height=680";
const SECOND = 1000;
const two = (number) => String(number).padStart(2, "0");

export class Notes {
  constructor(words, leads) {
    Object.assign(this, { words, leads, view: null, at: null, began: 0 });
    addEventListener("pagehide", () => this.view?.close());
  }

  // To be called from a click or a key, or the browser opens no window; false where it opens none all the same.
  open(at) {
    if (this.view && !this.view.closed) {
      this.view.focus();
      return true;
    }
    const view = window.open("", WINDOW, SIZE);
    if (!view) return false;
    this.view = view;
    this.began ||= Date.now();
    this.#build(view);
    this.show(at);
    view.focus();
    return true;
  }

  #build({ document: page }) {
    const { words, leads } = this;
    page.documentElement.lang = document.documentElement.lang;
    page.documentElement.className = "notes";
    page.title = words["notes.title"];
    const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')].map(({ href }) =>
      element("link", { rel: "stylesheet", href }),
    );
    page.head.replaceChildren(page.head.querySelector("title"), ...sheets);
    const part = (name, tag = "p") => (this[name] = element(tag, { className: name }));
    const button = (name, key, work) =>
      (this[`${name}Button`] = element(
        "button",
        { type: "button", className: `plain ${name}`, on: { click: work } },
        words[key],
      ));
    const restart = () => {
      this.began = Date.now();
      this.#tell();
    };
    const clock = element("p", { className: "clock" }, part("time", "span"), " · ", part("passed", "span"));
    const head = element(
      "header",
      {},
      element("p", {}, part("place", "span")),
      clock,
      button("restart", "notes.restart", restart),
    );
    const body = element("main", {}, part("title", "h1"), part("asking"), part("text", "div"), part("following"));
    const foot = element(
      "div",
      { className: "row" },
      button("back", "tours.back", leads.previous),
      button("next", "tours.next", leads.next),
    );
    page.body.replaceChildren(head, body, foot);
    page.body.className = "notes";
    listenForShortcuts(page);
    this.view.setInterval(() => this.#tell(), SECOND);
    this.#tell();
  }

  #tell() {
    const seconds = Math.floor((Date.now() - this.began) / SECOND);
    this.time.textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const passed = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
    this.passed.textContent = filled(this.words["notes.passed"], { time: passed });
  }

  show(at) {
    this.at = at;
    if (!this.view || this.view.closed) return;
    const { words } = this;
    for (const button of [this.backButton, this.nextButton]) button.disabled = !at;
    if (!at) {
      this.title.textContent = words["notes.none"];
      for (const part of [this.place, this.asking, this.text, this.following]) part.replaceChildren();
      return;
    }
    const { tour, number, asks, step, next, n, all } = at;
    const place = filled(words["tours.place"], { n: number + 1, all: tour.steps.length });
    this.place.textContent = `${tour.name} · ${place}`;
    this.title.textContent = step.title;
    this.asking.textContent = step.ask && filled(words[asks ? "notes.asks" : "notes.asked"], { ask: step.ask });
    this.text.replaceChildren(element("p", {}, step.notes || words["notes.empty"]));
    const then = asks ? words["notes.answer"] : next ? next.title : words["notes.last"];
    this.following.textContent = filled(words["notes.following"], { title: then });
    this.backButton.disabled = n === 0;
    this.nextButton.disabled = n === all - 1;
  }
}
