// A running tour: keeps the step box and the speaker's notes in step with the state, and leads from stop to stop.
import { setTourKeys, listen } from "../keyboard/shortcuts.js";
import { filled } from "../app/dom.js";
import { fetchPlainTexts } from "../plain-text/plain-text.js";
import { state as live } from "../app/store.js";
import { showBriefNotice, showNotice } from "../app/status.js";
import { StepBox } from "./step-box.js";
import { SpeakerNotes } from "./speaker-notes.js";
import { fetchTours, MODE } from "./tour-route.js";
import { saveSlides } from "./tour-slides.js";

/** @import { Position, Tours } from "./tour-route.js" */

class TourGuide {
  /**
   * @param {Page} page
   * @param {Tours} tours
   */
  constructor(page, tours) {
    this.page = page;
    this.tours = tours;
    /** @type {Position | null} */
    this.position = null;
    // The stop and voice that the step box was last asked to show.
    this.shown = "";
    // Hides the notice that the tour has ended.
    this.hideEnd = () => {};
    const { words } = tours;
    // The tour that the notes time.
    this.timedTour = "";
    const actions = {
      next: () => this.moveBy(1),
      previous: () => this.moveBy(-1),
      first: () => this.moveTo(0),
      last: () => this.moveTo(this.livePosition.count - 1),
      notes: () => this.notes.open(this.position) || showNotice([words["notes.blocked"]]),
      reveal: () => this.moveBy(1),
      finish: () => this.finish(),
      slides: () => saveSlides(words, this.livePosition.id),
    };
    const duringTour = (/** @type {() => void} */ action) => () => (this.livePosition ? action() : undefined);
    const keys = { ...actions, back: actions.previous };
    setTourKeys(Object.fromEntries(Object.entries(keys).map(([name, action]) => [name, duringTour(action)])));
    this.notes = new SpeakerNotes(words, actions);
    this.box = new StepBox(document.getElementById("tour"), words, actions);
  }

  /** Where the tour is now, which may not be painted yet: a remote control is pressed twice within two frames. */
  get livePosition() {
    return this.tours.positionOf(live);
  }

  /** @param {number} n  index of a stop */
  moveTo(n) {
    const { livePosition: position, page, tours } = this;
    if (n === position.n || n < 0 || n >= position.count) return;
    page.name(null); // what the pointer rests on is no longer what is shown
    page.go({ ...tours.changeTo(position.id, n, page.defaults), zoom: "" });
  }

  /** Moves on or back; after the last stop it stays there and says so. @param {number} stops */
  moveBy(stops) {
    const { n, count } = this.livePosition;
    if (n + stops < count) this.moveTo(n + stops);
    else this.hideEnd = showBriefNotice(this.tours.words["tours.end"]);
  }

  finish() {
    const { livePosition: position, page, tours } = this;
    const { show } = page.defaults; // the layers were those of a step
    page.go({ ...tours.changeTo(position.id, 0, page.defaults), mode: MODE, show, tour: "", step: "" });
    document.getElementById("told").focus({ preventScroll: true });
  }

  /** Shows the stop of a state. @param {State} state */
  async follow(state) {
    const { page, tours } = this;
    this.position = tours.positionOf(state);
    if (state.tour && !this.position) return this.#correct(state);
    const shown = [state.tour, this.position?.name, state.voice].join(" ");
    if (shown === this.shown) return null;
    this.shown = shown;
    this.hideEnd();
    if (this.timedTour !== state.tour) {
      this.timedTour = state.tour;
      this.notes.restartTimer();
    }
    if (this.position) page.main.dataset.tour = state.tour;
    else delete page.main.dataset.tour;
    this.notes.show(this.position);
    if (!this.position) return this.box.hide();
    const plainTexts = state.voice ? await fetchPlainTexts(page) : null;
    if (shown !== this.shown) return null;
    this.box.show(this.position, plainTexts && ((text) => plainTexts.glossary.gloss(text)));
    if (tours.isStarting) this.box.place.focus({ preventScroll: true });
    tours.isStarting = false;
    return null;
  }

  /** Drops a tour or a stop that does not exist. @param {State} state */
  #correct({ tour, step }) {
    const { page, tours } = this;
    const isKnownTour = tours.positionOf({ tour, step: "" });
    const text = tours.words[isKnownTour ? "tours.unknown.step" : "tours.unknown"];
    const choices = Object.entries(tours.data.tours).map(
      ([id, { name }]) => /** @type {[string, string]} */ ([id, name]),
    );
    const asked = isKnownTour ? [] : [{ key: "tour", value: tour, choices }];
    showNotice([filled(text, { value: isKnownTour ? step : tour })], asked);
    return page.go({ tour: isKnownTour ? tour : "", step: "" }, null, "replace");
  }
}

/** @type {TourGuide | null} */
let guide = null;

/**
 * @param {Page} page
 * @param {State} state
 */
export async function follow(page, state) {
  const tours = await fetchTours(page);
  guide ??= new TourGuide(page, tours);
  listen(page);
  await guide.follow(state);
}
