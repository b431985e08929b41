// Tours for a lecture: the list of them, and what the figures and the panel show at a step.
import { fetchComparing } from "../compare/comparison.js";
import { Drawing } from "../article/article-figures.js";
import { report, section, registerModePanel } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { showLine } from "../app/status.js";
import { fetchTours, MODE } from "./tour-route.js";

export async function enter(page) {
  const { payload, go, main, usual } = page;
  const [tours, comparing] = await Promise.all([fetchTours(page), fetchComparing(page)]);
  const { words } = tours;
  const drawing = new Drawing(page, comparing);
  let [shown, chosen] = [null, ""];

  registerModePanel(MODE, (state) => {
    const at = tours.at(state);
    if (!at) return [tours.list];
    const list = tours.sources[at.id].map((place) => payload.origins[place]);
    return at.asks ? [] : [tours.rests[at.id][at.number], section("sources", part("Ul", { children: list }))];
  });

  main.addEventListener("click", ({ target }) => {
    const id = main.dataset.mode === MODE && target.closest("#told [data-tour]")?.dataset.tour;
    if (!id) return;
    tours.starting = true;
    go(tours.change(id, 0, usual));
  });

  function tell(at, { select }) {
    const lit = !at ? words["tours.status"] : at.asks ? words["tours.waiting"] : at.step.says;
    showLine(select ? payload.names[payload.place.get(select)] : lit, at ? at.tour.name : words["mode.tours"]);
    for (const button of main.querySelectorAll(".clear")) button.disabled = !select;
  }

  return {
    note: (id) => drawing.says(payload.place.get(id)),

    // What the panel names is looked at in exploring, from where the next key leads back into the tour.
    choose: (id, event) =>
      event?.target.closest("#told") ? { mode: "", select: id } : { select: id === chosen ? "" : id },

    clear: () => ({ select: "" }),

    show(state) {
      const at = tours.at(state);
      const name = at && `${at.id} ${at.name}`;
      const anew = name !== shown;
      shown = name;
      if (at && anew) {
        const wanted = tours.change(at.id, at.n, usual);
        const change = wanted.mode === MODE ? tours.missing(at.id, at.n, usual, state) : wanted;
        if (Object.keys(change).length) return go(change, null, "replace");
      }
      chosen = state.select;
      const quiet = !at || at.asks;
      if (at?.asks) main.dataset.asking = "";
      else delete main.dataset.asking;
      drawing.shown(chosen ? { select: [chosen] } : quiet ? {} : at.step, state.map);
      tell(at, state);
      return report(payload, { mode: MODE, tour: state.tour, step: state.step, voice: state.voice }, null);
    },

    leave() {
      [shown, chosen] = [null, ""];
      delete main.dataset.asking;
      drawing.leave();
    },
  };
}
