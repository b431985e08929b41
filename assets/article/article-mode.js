// The article mode: an article in passages; the figures show what the passage being read describes.
import { report, section, registerModePanel } from "../panel/panel.js";
import { isModified } from "../keyboard/remote-keys.js";
import { part } from "../panel/component-tree.js";
import { showLine, showNotice } from "../app/status.js";
import { fetchComparison } from "../compare/comparison.js";
import { Illustrator } from "./article-figures.js";
import { ScrollSync } from "./scroll-sync.js";
import { markStory, scrollToStory, storyOf } from "./story.js";
import { createStepButtons } from "./step-buttons.js";
import { explainPlainArticle } from "./article-voice.js";
import { closest, filled } from "../app/dom.js";
import { enableClearButtons, isInPanel } from "../lesion/mode-helpers.js";
import { changeLayersOnLeaving } from "../lesion/nerve-layer.js";
import { fetchJson } from "../app/fetch-json.js";
import { loadStyleSheet } from "../app/load-style-sheet.js";

/** @import { Illustration } from "./article-figures.js" */
/** @import { StateChange, Words } from "../lesion/types" */

/** @typedef {Illustration & {title: string, says: string, asks: StateChange}} Passage  `asks`: settings of the figures */

/**
 * @typedef {object} ArticleData  the JSON of the article bundle (atlas/web/bundles/article.py)
 * @property {string[]} order  ids of the passages
 * @property {Record<string, Passage>} passages
 * @property {Record<string, string>} stories  root → title
 * @property {Record<string, any>} pages  voice → component tree
 * @property {number[]} sources
 * @property {Words} words
 */

const MODE = "article";
// The settings of the figures that a passage can ask for.
const SETTINGS = ["map", "layer", "plate", "show"];
/** @type {Record<string, 1 | -1>} */
const KEYS = { ArrowRight: 1, ArrowLeft: -1 };

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, defaults } = page;
  const [article, comparison] = await Promise.all([
    /** @type {Promise<ArticleData>} */ (fetchJson(page.answers.article)),
    fetchComparison(page),
    loadStyleSheet(page.answers["story-style"]),
  ]);
  const { words, order, passages, stories } = article;
  const pages = await explainPlainArticle(page, article.pages);
  const illustrator = new Illustrator(page, comparison);
  const panel = document.getElementById("told");
  /** @type {string | null} */
  let current = null;
  /** @type {string | null} the voice that the panel was last drawn in */
  let drawnVoice = null;
  /** @type {StateChange} the settings that the last passage asked for */
  let askedSettings = {};
  let hasSetLayers = false;
  /** @type {State | null} */
  let lastState = null;
  let isFromScroll = false;
  let isFromKey = false;

  // The passage and its settings change together, so that they make one entry in the history.
  /**
   * @param {string} id
   * @param {Event | null} [event]
   * @param {"push" | "replace"} [kept]
   */
  const goTo = (id, event = null, kept = "push") =>
    go({ part: id, select: "", ...settingsFor(id, lastState) }, event, kept);

  // A second tap closes the story, as with the roots next to the figures.
  const tellStory = (/** @type {string} */ root, /** @type {Event} */ event) =>
    go({ ...settingsFor(order[0], lastState), part: "", select: root === shownRoot ? "" : root }, event);

  const scrollSync = new ScrollSync(panel, (id) => {
    isFromScroll = true;
    goTo(id, null, "replace");
    isFromScroll = false;
  });
  const step = (/** @type {number} */ by) => {
    const at = storyOf(lastState, stories) ? -1 : Math.max(0, order.indexOf(current)); // a story comes before all passages
    const id = order[at + by];
    if (id) goTo(id);
  };
  const labels = { back: words["article.back"], next: words["article.next"], place: words["article.place"] };
  const showStep = createStepButtons(document.getElementById("article-tools"), labels, step);

  registerModePanel(MODE, (state) => {
    const sources = article.sources.map((source) => payload.origins[source]);
    return [pages[state.voice] ?? pages[""], section("sources", part("Ul", { children: sources }))];
  });

  /**
   * The settings that a passage needs. What the reader changed since then stays, unless the passage asks for it.
   * @param {string} id
   * @param {State} state
   * @returns {StateChange}
   */
  function settingsFor(id, state) {
    const { asks } = passages[id];
    /** @type {StateChange} */
    const change = {};
    for (const key of SETTINGS) {
      const isReadersChoice = state[key] !== (askedSettings[key] ?? defaults[key]);
      const wanted = asks[key] ?? (isReadersChoice ? state[key] : defaults[key]);
      if (wanted !== state[key] && !(isReadersChoice && current === null)) change[key] = wanted;
      askedSettings[key] = asks[key];
    }
    hasSetLayers ||= "show" in change;
    return change;
  }

  /**
   * @param {string} id
   * @param {State} state
   */
  function draw(id, { select, map }) {
    illustrator.show(select ? { select: [select] } : passages[id], map);
  }

  /**
   * @param {string} id
   * @param {string} select
   */
  function showStatus(id, select) {
    const root = storyOf(lastState, stories);
    const title = stories[root] ?? passages[id].title;
    const subject = select ? payload.nameOf(select) : passages[id].says;
    showLine(subject ? filled(words["article.status"], { title, says: subject }) : title, title);
    showStep(root ? -1 : order.indexOf(id), order.length, title);
    enableClearButtons(main, Boolean(select));
  }

  // The panel draws the article some time after it is reported, so the passage is marked once it exists.
  /** @type {(() => void) | null} */
  let markPassage = null;
  let isScrollDue = false;
  let isFocusDue = false;
  let isStoryDue = false;
  let shownRoot = "";
  const isMarked = () => panel.querySelector(".passage.now, .root-story.now");
  const isUnmarked = () => panel.querySelector("article.article") && !isMarked();
  const observer = new MutationObserver(
    () => markPassage && isUnmarked() && requestAnimationFrame(() => markPassage?.()),
  );
  observer.observe(panel, { childList: true, subtree: true });

  /**
   * @param {string} id
   * @param {State} state
   * @param {boolean} hasMoved  whether another passage is current than before
   */
  function placePassage(id, state, hasMoved) {
    const isNewVoice = drawnVoice !== state.voice;
    isFocusDue = isScrollDue ? isFocusDue : hasMoved && isFromKey;
    isScrollDue ||= hasMoved || isNewVoice;
    const root = storyOf(state, stories);
    isStoryDue = root !== "" && (isStoryDue || isNewVoice || root !== shownRoot);
    shownRoot = root;
    markPassage = () => {
      markStory(main, panel, root, !state.part);
      scrollSync.mark(id, !root);
      if (!isMarked()) return;
      if (isScrollDue) scrollSync.scrollTo(state.part && id, isFocusDue);
      if (isStoryDue) scrollToStory(panel);
      isScrollDue = isStoryDue = false;
    };
    markPassage();
    if (!isNewVoice) return;
    drawnVoice = state.voice;
    [isScrollDue, isFocusDue] = [true, false];
    report(payload, { mode: MODE, voice: drawnVoice }, null);
  }

  main.addEventListener("click", (event) => {
    const button = main.dataset.mode === MODE && closest(event, "#told :is([data-part], [data-story])");
    if (!button) return;
    const { part: passage, story } = button.dataset;
    if (passage) goTo(passage, event);
    else tellStory(story, event);
  });
  main.addEventListener("keydown", (event) => {
    const by = main.dataset.mode === MODE && closest(event, ".side") && KEYS[event.key];
    if (!by || isModified(event)) return;
    event.preventDefault();
    isFromKey = !closest(event, ".tools");
    step(by);
    isFromKey = false;
  });
  addEventListener("beforeprint", () => {
    for (const details of panel.querySelectorAll("details")) if (details.closest(".article")) details.open = true;
  });

  return {
    note: (/** @type {string} */ id) => illustrator.stateInWords(payload.indexOf.get(id)),

    // A node in the panel opens in exploring; in the figures its pathway is shown until the next passage.
    choose: (/** @type {string} */ id, /** @type {Event} */ event) =>
      isInPanel(event) ? { mode: "", select: id } : { select: id },

    clear: () => ({ select: "" }),

    pathway: (/** @type {State} */ state) =>
      storyOf(state, stories) ? payload.pathway(state.select, state.map) : null,

    /** @param {State} state */
    show(state) {
      if (state.part && !Object.hasOwn(passages, state.part)) {
        showNotice([filled(words["article.unknown"], { value: state.part })]);
        return go({ part: "" }, null, "replace");
      }
      lastState = { ...state };
      const id = state.part || order[0];
      const isNew = id !== current;
      const change = isNew ? settingsFor(id, state) : {};
      current = id;
      const hasMoved = isNew && !isFromScroll;
      if (Object.keys(change).length) go(change, null, "replace");
      else draw(id, state);
      showStatus(id, state.select);
      placePassage(id, state, hasMoved);
    },

    leave() {
      const asked = askedSettings.show;
      if (hasSetLayers) hasSetLayers = !changeLayersOnLeaving(MODE, (show) => (show === asked ? defaults.show : show));
      [current, drawnVoice, askedSettings, shownRoot] = [null, null, {}, ""];
      delete main.dataset.story;
      scrollSync.current = "";
      markPassage = null;
      illustrator.leave();
    },
  };
}
