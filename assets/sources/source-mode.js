// The sources mode: a list of all sources, a page for each with the claims that cite it, and the data set to download.
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";
import { fetchEvidence } from "../evidence/claims.js";
import { closest, filled } from "../app/dom.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { SourcePanel } from "./source-panel.js";
import { createSourceTools } from "./source-controls.js";

const MODE = "sources";

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, answers } = page;
  const evidence = await fetchEvidence(page);
  const { words, sources } = evidence;
  const panel = new SourcePanel(evidence);
  const has = (/** @type {string} */ id) => sources.some((source) => source.id === id);
  let filter = { query: "", access: "" };
  let current = "";
  /** @type {State | null} */
  let lastState = null;

  registerModePanel(MODE, ({ part }) => (has(part) ? panel.page(part) : panel.list(filter)));

  // A new filter changes the list, or leads back to it from the page of a source.
  const { search, downloads } = createSourceTools(evidence, answers, (changed) => {
    filter = changed;
    if (current) return go({ part: "" }, null, "replace");
    const n = panel.matching(filter).length;
    showLine(filled(words["sources.found"], { n, all: sources.length }));
    return report(payload, lastState, null);
  });
  search.hidden = downloads.hidden = main.dataset.mode !== MODE;
  const panelElement = document.getElementById("told");
  panelElement.before(search);
  panelElement.after(downloads);

  main.addEventListener("click", (event) => {
    if (main.dataset.mode === MODE && closest(event, "#told [data-all]")) go({ part: "" });
  });

  return {
    // A node opens in exploring.
    choose: (/** @type {string} */ id) => ({ mode: "", select: id }),

    clear: () => (current ? { part: "" } : null),

    /** @param {State} state */
    show(state) {
      if (state.part && !has(state.part)) {
        showNotice([filled(words["sources.unknown"], { value: state.part })]);
        return go({ part: "" }, null, "replace");
      }
      const isNewPage = current !== state.part;
      [current, lastState] = [state.part, state];
      enableClearButtons(main, Boolean(current));
      const source = current && sources.find(({ id }) => id === current);
      showLine(source ? source.title : words["sources.lead"], source ? source.short : "");
      return report(payload, state, isNewPage ? document.activeElement : null);
    },

    leave() {
      current = "";
    },
  };
}
