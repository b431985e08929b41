// The stage: the figures alone with one caption, for a lecture. The address keeps whether it is on and what it enlarges.
import { fetchJson, once } from "../app/fetch-json.js";
import { findAll } from "../app/dom.js";
import { logFailure } from "../app/settled.js";
import { showNotice } from "../app/status.js";
import { doInTour, listen, setStageKeys } from "../keyboard/shortcuts.js";
import { describeTogether } from "../together/together.js";
import { fetchTours } from "../tours/tour-route.js";
import { Caption, stepCaption } from "./caption.js";
import { Pen } from "./pen.js";
import { focusedBefore } from "./stage-frame.js";
import { StageFigures } from "./stage-figures.js";
import { loadStageStyle } from "./stage-style.js";

/** @import { Region } from "./stage-figures.js" */
/** @import { Words } from "../lesion/types" */

// A drawing of the pen belongs to the picture that these make.
const PICTURE = ["mode", "select", "with", "lesion", "pair", "maps", "plate", "side", "show", "tour", "step", "zoom"];

/** @type {(page: Page) => Promise<{words: Words, regions: Record<string, Region>}>} */
const fetchStage = once(({ answers }) => fetchJson(answers.stage));

class Stage {
  /**
   * @param {Page} page
   * @param {{words: Words, regions: Record<string, Region>}} data
   */
  constructor(page, { words, regions }) {
    this.page = page;
    this.words = words;
    this.regions = regions;
    /** @type {State | null} the state that is shown; null while the stage is off */
    this.state = null;
    this.picture = "";
    const leave = () => page.go({ stage: "", zoom: "" });
    const inTour = (/** @type {string} */ name) => () => void doInTour(name).catch(logFailure);
    const actions = { back: inTour("previous"), next: inTour("next"), leave };
    this.caption = new Caption(words, actions);
    document.body.append(this.caption.box);
    this.figures = new StageFigures();
    this.pen = new Pen(this.caption.box);
    setStageKeys({
      zoom: ({ key }) => (Object.hasOwn(regions, key) ? this.zoomTo(key) : false),
      whole: () => this.zoomTo(""),
      closer: () => this.figures.toggleCloseUp(this.state) && this.#arrange(),
      pen: () => this.caption.announce(words[this.pen.toggle() ? "stage.pen.on" : "stage.pen.off"]),
      clear: () => this.pen.clear(),
    });
    addEventListener("keydown", (event) => this.#escape(event, leave), true);
    new ResizeObserver(() => this.state && this.#fit()).observe(page.figures);
    // outside a tour the status line says what is shown
    const status = document.getElementById("status");
    new MutationObserver(() => this.state && this.#showCaption()).observe(status, { childList: true });
    this.status = status;
  }

  /** Escape leaves the stage and does nothing else. */
  #escape(event, leave) {
    if (event.key !== "Escape" || !this.state || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  }

  /** @param {string} zoom  key of a region, or empty */
  zoomTo(zoom) {
    this.figures.closeUp = null;
    this.page.go({ zoom }, null, "replace");
    if (zoom === this.state.zoom) this.#arrange();
  }

  #arrange() {
    this.figures.show(this.regions[this.state.zoom]);
  }

  #fit() {
    this.caption.fit();
    this.#arrange();
  }

  #turnOn() {
    this.page.name(null);
    this.caption.box.hidden = false;
    this.caption.box.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #turnOff() {
    this.state = null;
    this.figures.closeUp = null;
    this.figures.reset();
    this.pen.end();
    const hadFocus = this.caption.box.contains(document.activeElement) || document.activeElement === document.body;
    this.caption.box.hidden = true;
    this.caption.announce("");
    if (!hadFocus) return;
    const [tour, told] = ["tour", "told"].map((id) => document.getElementById(id));
    const places = [/** @type {HTMLElement} */ (focusedBefore()), tour, told];
    const place = places.find((one) => one?.isConnected && one !== document.body && one.getClientRects().length);
    place?.focus({ preventScroll: true });
  }

  async #showCaption() {
    const { state, page } = this;
    const position = state.tour ? (await fetchTours(page)).positionOf(state) : null;
    const pair = state.with && !state.mode ? await describeTogether(page, state) : null;
    if (this.state !== state) return;
    const said = pair ? { title: pair.title, text: pair.line } : this.#captionOf(state);
    this.caption.show(position ? stepCaption(position, state.voice) : said, position, state.voice);
  }

  /** @param {State} state */
  #captionOf({ select, lesion, with: other, mode }) {
    const { names, indexOf } = this.page.payload;
    const shown = [select || lesion, other].filter((id) => indexOf.has(id)).map((id) => names[indexOf.get(id)]);
    const button = findAll("button[data-mode]").find(({ dataset }) => dataset.mode === mode);
    return { title: shown.join(" · ") || (mode && button?.textContent) || "", text: this.status.textContent };
  }

  /** @param {State} state */
  async show(state) {
    const region = this.regions[state.zoom];
    if (state.stage && state.zoom && !region) {
      showNotice([this.words["stage.unknown"].replace("{value}", () => state.zoom)]);
      return this.page.go({ zoom: "" }, null, "replace");
    }
    if (!state.stage) return this.state && this.#turnOff();
    if (!this.state) this.#turnOn();
    const zoomBefore = this.state?.zoom ?? "";
    this.state = state;
    const picture = PICTURE.map((key) => state[key]).join(" ");
    if (picture !== this.picture) {
      this.pen.clear();
      this.figures.closeUp = null;
    }
    this.picture = picture;
    await this.#showCaption();
    if (this.state !== state) return null;
    this.#arrange();
    if (state.zoom !== zoomBefore)
      this.caption.announce(
        region ? this.words["stage.zoomed"].replace("{region}", region.name) : this.words["stage.whole"],
      );
    return null;
  }
}

/** @type {Stage | null} */
let stage = null;

/**
 * @param {Page} page
 * @param {State} state
 */
export async function follow(page, state) {
  const [data] = await Promise.all([fetchStage(page), loadStageStyle(page)]);
  stage ??= new Stage(page, data);
  listen(page);
  await stage.show(state);
}
