// Sources: all of them, how each was read, what rests on each, and the whole data set to take along.
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";
import { fetchFacts } from "../evidence/claims.js";
import { filled } from "../app/dom.js";
import { SourceTelling } from "./source-panel.js";
import { tools } from "./source-controls.js";

const MODE = "sources";

export async function enter(page) {
  const { payload, go, main, answers } = page;
  const facts = await fetchFacts(page);
  const { words } = facts;
  const telling = new SourceTelling(facts);
  const has = (id) => facts.sources.some((source) => source.id === id);
  let asked = { query: "", access: "" };
  let shown = "";
  let latest = null;

  registerModePanel(MODE, ({ part }) => (has(part) ? telling.page(part) : telling.list(asked.query, asked.access)));

  // What is typed changes the list, or leads back to it.
  const [before, behind] = tools(facts, answers, (now) => {
    asked = now;
    const n = telling.matching(asked.query, asked.access).length;
    if (shown) return go({ part: "" }, null, "replace");
    showLine(filled(words["sources.found"], { n, all: facts.sources.length }));
    return report(payload, latest, null);
  });
  before.hidden = behind.hidden = main.dataset.mode !== MODE;
  const told = document.getElementById("told");
  told.before(before);
  told.after(behind);

  main.addEventListener("click", ({ target }) => {
    if (main.dataset.mode === MODE && target.closest("#told [data-all]")) go({ part: "" });
  });

  return {
    // What a source says something of is looked at in exploring.
    choose: (id) => ({ mode: "", select: id }),

    clear: () => (shown ? { part: "" } : null),

    show(state) {
      if (state.part && !has(state.part)) {
        showNotice([filled(words["sources.unknown"], { value: state.part })]);
        return go({ part: "" }, null, "replace");
      }
      const turned = shown !== state.part;
      [shown, latest] = [state.part, state];
      for (const button of main.querySelectorAll(".clear")) button.disabled = !shown;
      const source = shown && facts.sources.find(({ id }) => id === shown);
      showLine(source ? source.title : words["sources.lead"], source ? source.short : "");
      return report(payload, state, turned ? document.activeElement : null);
    },

    leave() {
      shown = "";
    },
  };
}
