// A running tour: its step stands beside whatever the page shows, and keys, buttons and the notes lead through it.
import { setTourKeys, listen } from "../keyboard/shortcuts.js";
import { filled } from "../app/dom.js";
import { fetchPlain } from "../plain-text/plain-text.js";
import { showNotice } from "../app/status.js";
import { Box } from "./step-box.js";
import { Notes } from "./speaker-notes.js";
import { fetchTours, MODE } from "./tour-route.js";

let guide = null;

class Guide {
  constructor(page, tours) {
    Object.assign(this, { page, tours, at: null, worn: "" });
    const { words } = tours;
    const leads = {
      next: () => this.by(1),
      previous: () => this.by(-1),
      first: () => this.to(0),
      last: () => this.at && this.to(this.at.all - 1),
      notes: () => this.notes.open(this.at) || showNotice([words["notes.blocked"]]),
      reveal: () => this.by(1),
      finish: () => this.finish(),
    };
    const taken = (work) => () => (this.at ? work() : false);
    setTourKeys(Object.fromEntries(Object.entries(leads).map(([name, work]) => [name, taken(work)])));
    this.notes = new Notes(words, leads);
    this.box = new Box(document.getElementById("tour"), words, leads);
  }

  to(n) {
    const { at, page, tours } = this;
    if (n !== at.n && n >= 0 && n < at.all) page.go(tours.change(at.id, n, page.usual));
  }

  by(steps) {
    this.to(this.at.n + steps);
  }

  finish() {
    const { at, page, tours } = this;
    page.go({ ...tours.change(at.id, 0, page.usual), mode: MODE, tour: "", step: "" });
    document.getElementById("told").focus({ preventScroll: true });
  }

  async follow(state) {
    const { page, tours } = this;
    const { words } = tours;
    this.at = tours.at(state);
    if (state.tour && !this.at) {
      const known = tours.at({ tour: state.tour, step: "" });
      showNotice([
        filled(words[known ? "tours.unknown.step" : "tours.unknown"], { value: known ? state.step : state.tour }),
      ]);
      return page.go({ tour: known ? state.tour : "", step: "" }, null, "replace");
    }
    const worn = [state.tour, this.at?.name, state.voice].join(" ");
    if (worn === this.worn) return null;
    this.worn = worn;
    if (this.at) page.main.dataset.tour = state.tour;
    else delete page.main.dataset.tour;
    this.notes.show(this.at);
    if (!this.at) return this.box.hide();
    const plain = state.voice ? await fetchPlain(page) : null;
    if (worn !== this.worn) return null;
    this.box.show(this.at, plain && ((text) => plain.glossary.gloss(text)));
    if (tours.starting) this.box.place.focus({ preventScroll: true });
    tours.starting = false;
    return null;
  }
}

export async function follow(page, state) {
  const tours = await fetchTours(page);
  guide ??= new Guide(page, tours);
  listen(page, state);
  await guide.follow(state);
}
