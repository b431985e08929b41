// An article told passage by passage; the one being read lights its pathway, its lesion or its two places.
import { report, section, registerModePanel } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { showLine, showNotice } from "../app/status.js";
import { fetchComparing } from "../compare/comparison.js";
import { Drawing } from "./article-figures.js";
import { Following } from "./scroll-sync.js";
import { leading } from "./step-buttons.js";
import { voices } from "./article-voice.js";
import { filled } from "../app/dom.js";

const MODE = "article";
const SHOWN = ["map", "layer", "plate", "show"];
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

async function fetchArticle({ answers }) {
  const response = await fetch(answers.article);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

export async function enter(page) {
  const { payload, go, main, usual } = page;
  const [article, comparing] = await Promise.all([fetchArticle(page), fetchComparing(page)]);
  const { words, order, passages } = article;
  const pages = await voices(page, article.pages);
  const drawing = new Drawing(page, comparing);
  const told = document.getElementById("told");
  let [shown, voice, imposed, quiet, last] = [null, null, {}, false, null];
  // one change of state, and so one entry in the history, with what the passage asks of the figures
  const going = (id, event = null, kept = "push") => go({ part: id, select: "", ...asked(id, last) }, event, kept);

  const following = new Following(told, (id) => {
    quiet = true;
    going(id, null, "replace");
    quiet = false;
  });
  const current = () => Math.max(0, order.indexOf(shown));
  const step = (by) => order[current() + by] && going(order[current() + by]);
  const named = Object.fromEntries(["back", "next", "place"].map((name) => [name, words[`article.${name}`]]));
  const lead = leading(document.getElementById("article-tools"), named, step);

  registerModePanel(MODE, (state) => {
    const list = article.sources.map((at) => payload.origins[at]);
    return [pages[state.voice] ?? pages[""], section("sources", part("Ul", { children: list }))];
  });

  // What a passage asks of the figures; what a reader has set otherwise since then stays, unless it asks for more.
  function asked(id, state) {
    const { asks } = passages[id];
    const change = {};
    for (const key of SHOWN) {
      const own = state[key] !== (imposed[key] ?? usual[key]);
      const wanted = asks[key] ?? (own ? state[key] : usual[key]);
      if (wanted !== state[key] && !(own && shown === null)) change[key] = wanted;
      imposed[key] = asks[key];
    }
    return change;
  }

  function draw(id, { select, map }) {
    drawing.shown(select ? { select: [select] } : passages[id], map);
  }

  function tell(id, select) {
    const { title, says } = passages[id];
    const what = select ? payload.names[payload.place.get(select)] : says;
    showLine(filled(words["article.status"], { title, says: what }), title);
    lead(order.indexOf(id), order.length, title);
    for (const button of main.querySelectorAll(".clear")) button.disabled = !select;
  }

  // The panel draws the article when it can, and anew in another voice; the passage is found in it once it stands there.
  let [arrive, due] = [null, false];
  const waiting = () => told.querySelector("article.article") && !told.querySelector(".passage.now");
  const seen = new MutationObserver(() => arrive && waiting() && requestAnimationFrame(() => arrive?.()));
  seen.observe(told, { childList: true, subtree: true });

  function place(id, state, moved) {
    const anew = voice !== state.voice;
    due ||= moved || anew;
    arrive = () => {
      following.mark(id);
      if (!told.querySelector(".passage.now")) return;
      if (due) following.bring(state.part && id, due === "key");
      due = false;
    };
    arrive();
    if (!anew) return;
    [voice, due] = [state.voice, true];
    report(payload, { mode: MODE, voice }, null);
  }

  let byKey = false;
  main.addEventListener("click", (event) => {
    const button = main.dataset.mode === MODE && event.target.closest("#told [data-part]");
    if (button) going(button.dataset.part, event);
  });
  main.addEventListener("keydown", (event) => {
    const by = main.dataset.mode === MODE && event.target.closest(".side") && STEPS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    byKey = !event.target.closest(".tools");
    step(by);
    byKey = false;
  });
  addEventListener("beforeprint", () => {
    for (const fold of told.querySelectorAll(".article details")) fold.open = true;
  });

  return {
    note: (id) => drawing.says(payload.place.get(id)),

    // What the panel names is looked at in exploring; in the figures a choice shows its pathway until the next passage.
    choose: (id, event) => (event?.target.closest("#told") ? { mode: "", select: id } : { select: id }),

    clear: () => ({ select: "" }),

    show(state) {
      if (state.part && !Object.hasOwn(passages, state.part)) {
        showNotice([filled(words["article.unknown"], { value: state.part })]);
        return go({ part: "" }, null, "replace");
      }
      last = { ...state };
      const id = state.part || order[0];
      const moved = id !== shown && !quiet && (byKey ? "key" : true);
      if (id !== shown) {
        const change = asked(id, state);
        shown = id;
        if (Object.keys(change).length) go(change, null, "replace");
        else draw(id, state);
      } else draw(id, state);
      tell(id, state.select);
      place(id, state, moved);
    },

    leave() {
      [shown, voice, imposed] = [null, null, {}];
      following.now = "";
      arrive = null;
      drawing.leave();
    },
  };
}
