// A running tour: keeps the step box and the speaker's notes in step with the state, and leads from stop to stop.
import { setTourKeys, listen } from "../keyboard/shortcuts.js";
import { filled } from "../app/dom.js";
import { fetchPlainTexts } from "../plain-text/plain-text.js";
import { state as live } from "../app/store.js";
import { showBriefNotice, showNotice } from "../app/status.js";
import { askRoom, openedRoom } from "../rooms/ask-room.js";
import { StepBox } from "./step-box.js";
import { logFailure } from "../app/settled.js";
import { printSummary } from "./summary-sheet.js";
import { SpeakerNotes } from "./speaker-notes.js";
import { isOwn } from "../packs/own-id.js";
import { viewChange } from "../packs/view.js";
import { newSeed } from "../quiz/seeded-random.js";
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
      room: () => void this.#askRoom(),
      slides: () => saveSlides(words, this.livePosition.id),
    };
    const duringTour = (/** @type {() => void} */ action) => () => (this.livePosition ? action() : undefined);
    const keys = { ...actions, back: actions.previous };
    setTourKeys(Object.fromEntries(Object.entries(keys).map(([name, action]) => [name, duringTour(action)])));
    this.notes = new SpeakerNotes(words, actions);
    this.box = new StepBox(document.getElementById("tour"), words, actions, {
      open: (n) => this.moveTo(n),
      quiz: (ids) => this.#startQuiz(ids),
      start: (id) => this.#start(id),
      print: (tour) => void printSummary(page, words, tour).catch(logFailure),
      tourAfter: (id) => tours.tourAfter(id),
      stops: tours.stops,
      tours: tours.data.tours,
    });
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
    page.go({ zoom: "", ...tours.changeTo(position.id, n, page.defaults) });
  }

  /** Moves on or back; after the summary, which is the last stop, it stays there and says so. @param {number} stops */
  moveBy(stops) {
    const { n, count } = this.livePosition;
    if (n + stops < count) this.moveTo(n + stops);
    else this.hideEnd = showBriefNotice(this.tours.words["tours.end"]);
  }

  /** @param {string[]} ids  of questions */
  #startQuiz(ids) {
    const { show } = this.page.defaults;
    const run = { seed: newSeed(), level: "", asked: ids.join(), n: "1" };
    this.page.go({ mode: "quiz", ...run, select: "", show, tour: "", step: "", zoom: "", stage: "" });
  }

  /** @param {string} id  of a tour */
  #start(id) {
    this.tours.isStarting = true;
    this.page.go({ ...this.tours.changeTo(id, 0, this.page.defaults), zoom: "" });
  }

  async #askRoom() {
    const { page, tours, livePosition: position } = this;
    if (await askRoom(page, position.step.answers.id)) return;
    showNotice([tours.words["tours.room.closed"]]);
    this.box.askRoom.hidden = !openedRoom(page);
  }

  finish() {
    const { livePosition: position, page, tours } = this;
    if (position.tour.isOwn) return this.#finishOwn();
    const { show } = page.defaults; // the layers were those of a step
    page.go({ ...tours.changeTo(position.id, 0, page.defaults), mode: MODE, show, tour: "", step: "" });
    return document.getElementById("told").focus({ preventScroll: true });
  }

  /** A tour of a pack ends where it was started. */
  #finishOwn() {
    const { page } = this;
    page.go({ ...viewChange("", page.defaults), mode: "editor", tour: "", step: "" });
  }

  /** Shows the stop of a state. @param {State} state */
  async follow(state) {
    const { page, tours } = this;
    this.position = tours.positionOf(state);
    if (state.tour && !this.position) return this.#correct(state);
    // who goes on to another mode has left the summary
    if (this.position?.isSummary && state.mode !== MODE)
      return page.go(this.shown ? { tour: "", step: "" } : { mode: MODE }, null, "replace");
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
    const gloss = plainTexts && ((/** @type {string} */ text) => plainTexts.glossary.gloss(text));
    this.box.show(this.position, gloss, Boolean(openedRoom(page)));
    if (tours.isStarting) {
      scrollTo({ top: 0 }); // the list of tours is longer than a phone's screen
      this.box.place.focus({ preventScroll: true });
    }
    tours.isStarting = false;
    return null;
  }

  /** Drops a tour or a stop that does not exist. @param {State} state */
  #correct({ tour, step }) {
    const { page, tours } = this;
    const isKnownTour = tours.positionOf({ tour, step: "" });
    const key = isOwn(tour) ? "tours.unknown.own" : "tours.unknown";
    const text = tours.words[isKnownTour ? "tours.unknown.step" : key];
    const choices = Object.entries(tours.data.tours).map(
      ([id, { name }]) => /** @type {[string, string]} */ ([id, name]),
    );
    const asked = isKnownTour || isOwn(tour) ? [] : [{ key: "tour", value: tour, choices }];
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
