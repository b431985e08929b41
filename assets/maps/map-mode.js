// Dermatome maps: all of them explained, two side by side, or where they differ and who says what.
import { element, filled } from "../app/dom.js";
import { bringForward } from "../lesion/scroll-into-view.js";
import { ALL, fetchMaps } from "./dermatome-maps.js";
import { defineScale, legends, worn } from "./disagreement-scale.js";
import { Sides } from "./side-by-side.js";
import { MapsTelling } from "./map-panel.js";
import { report, registerModePanel } from "../panel/panel.js";
import { applySkinFill } from "../figures/skin-fill.js";
import { showLine, showNotice } from "../app/status.js";

const MODE = "maps";
const BESIDE = "beside";
const UNREAD = "unread";

export async function enter(page) {
  const { payload, go, main, figures } = page;
  const maps = await fetchMaps(page);
  const { words } = maps;
  const telling = new MapsTelling(maps);
  const tools = document.getElementById("maps-tools");
  const sides = new Sides(figures, maps, (two) => go({ maps: two.join() }));
  defineScale();
  const keys = legends(words);
  figures.after(...Object.values(keys));
  const counting = {
    type: "button",
    className: "plain",
    on: { click: () => go({ part: shown.counted === ALL ? "" : UNREAD }) },
  };
  const count = element("button", counting, words["maps.unread"]);
  tools.append(count);
  let shown = { view: "", two: null, counted: "read", chosen: null, stands: [] };

  function understood({ maps: asked, part, select }) {
    const two = asked && asked !== ALL ? maps.two(asked) : null;
    const at = payload.skin.indexOf(select);
    const view = two ? "two" : asked === ALL ? ALL : "";
    return {
      view,
      two,
      counted: part === UNREAD ? ALL : "read",
      chosen: at < 0 ? null : at,
      stands: two ? maps.standings(two) : [],
    };
  }

  registerModePanel(MODE, (state) => {
    const { view, two, counted, chosen } = understood(state);
    if (view === "two") return telling.two(two, chosen, state.voice);
    if (view === ALL) return telling.all(counted, chosen, state.voice);
    return chosen === null ? telling.start(state.voice) : [...telling.patch(chosen), ...telling.start(state.voice)];
  });

  // Whether the plate shows skin, on which alone maps can be compared; figures that are still to come may.
  function skinned() {
    const stand = [...figures.querySelectorAll("figure:not([hidden])")];
    return !figures.hidden && stand.some((figure) => figure.querySelector(".skin") || !figure.querySelector("svg"));
  }

  // A layer made for the moment, worn like those of the payload.
  function wear(place, rows, map) {
    const { skin, borders } = payload;
    const layers = { now: borders.layers[map] };
    applySkinFill([place], { skin, layers: { now: rows }, borders: { pairs: borders.pairs, layers } }, "now");
  }

  // What stands in the figures of a map, and how it stands to the other one.
  function stand(place, stands) {
    const at = new Map(payload.skin.map((id, patch) => [id, stands[patch] ?? ""]));
    for (const one of place.querySelectorAll(".skin [data-node], .marks [data-of]")) {
      const how = at.get(one.dataset.node ?? one.dataset.of);
      if (how) one.dataset.stand = how.replace(/-[ab]$/, "").replace("only", "alone");
      else delete one.dataset.stand;
    }
  }

  function draw(state) {
    const { view, two, counted, chosen, stands } = shown;
    main.dataset.maps = view;
    if (view === "two")
      sides.show(
        two,
        two.map((id) => maps.name(id)),
      );
    else sides.hide();
    for (const [n, place] of sides.places.entries()) {
      const map = two?.[n] ?? state.map;
      const own = payload.layers[map];
      const marked = ([tone, fill, mark], at) =>
        stands[at] === "differ" ? [tone, fill, `≠ ${mark}`, "≠"] : [tone, fill, mark];
      const scaled = (_, at) =>
        worn(maps.tally(at, counted)[3], maps.tally(at, counted)[3] === null ? "" : String(maps.tally(at, counted)[1]));
      wear(place, view === ALL ? own.map(scaled) : own.map(marked), view === ALL ? payload.default_map : map);
      stand(place, stands);
      const id = chosen === null ? null : payload.skin[chosen];
      for (const one of place.querySelectorAll(".skin [data-node]")) {
        one.classList.toggle("chosen", one.dataset.node === id);
        one.setAttribute("aria-pressed", String(one.dataset.node === id));
      }
    }
    if (view && chosen === null)
      bringForward(figures, view === ALL ? "[fill*=differ-3], [fill*=differ-4]" : "[data-stand=differ]");
  }

  function says(id) {
    const at = payload.skin.indexOf(id);
    const { view, two, stands, counted } = shown;
    if (at < 0 || !view) return "";
    if (view === ALL) {
      const [speak, answers, , step] = maps.tally(at, counted);
      const key = step === null ? "silent" : answers === 1 ? "one" : "count";
      return filled(words[`maps.says.${key}`], { answers, maps: speak });
    }
    const [a, b] = two.map((map) => maps.mark(map, at));
    const how = stands[at].startsWith("only") ? "alone" : stands[at];
    return filled(words[`maps.says.${how}`], { a, b, mark: a || b, name: maps.name(a ? two[0] : two[1]) });
  }

  function controls() {
    const { view, two, counted } = shown;
    for (const button of tools.querySelectorAll("button[data-maps]")) {
      const own = button.dataset.maps;
      button.setAttribute("aria-pressed", String(own === (view === "two" ? BESIDE : view)));
    }
    count.hidden = view !== ALL;
    count.setAttribute("aria-pressed", String(counted === ALL));
    keys.all.hidden = view !== ALL;
    keys.two.hidden = view !== "two";
    for (const button of main.querySelectorAll(".clear")) button.disabled = shown.chosen === null;
    if (view === "two") {
      const differ = shown.stands.filter((how) => how === "differ").length;
      const both = differ + shown.stands.filter((how) => how === "same").length;
      const alone = shown.stands.filter((how) => how.startsWith("only")).length;
      const name = filled(words["maps.two.head"], { a: maps.name(two[0]), b: maps.name(two[1]) });
      return showLine(filled(words["maps.two.count"], { differ, both, alone }), name);
    }
    if (view !== ALL)
      return showLine(filled(words["maps.status.start"], { n: maps.chosen.length }), words["maps.head"]);
    const agree = payload.skin.filter((_, at) => maps.tally(at, counted)[3] === 0).length;
    return showLine(filled(words["maps.status.all"], { agree, n: payload.skin.length }), words["maps.all.head"]);
  }

  return {
    says,

    choose(id) {
      if (!payload.skin.includes(id)) return null;
      return { select: shown.chosen !== null && payload.skin[shown.chosen] === id ? "" : id };
    },

    clear: () => (shown.chosen === null ? null : { select: "" }),

    show(state) {
      const bare = state.plate !== page.usual.plate && !skinned();
      if (bare || state.show) return go({ show: "", ...(bare ? { plate: page.usual.plate } : {}) }, null, "replace");
      const wanted = understood(state);
      if (state.maps && !wanted.view) {
        showNotice([filled(words["maps.unknown"], { value: state.maps })]);
        return go({ maps: "" }, null, "replace");
      }
      shown = wanted;
      draw(state);
      controls();
      return report(payload, state, document.activeElement);
    },

    // The page puts its own colours back on when this is true.
    leave() {
      sides.hide();
      stand(figures, []);
      for (const key of Object.values(keys)) key.hidden = true;
      page.highlighter.press();
      for (const one of figures.querySelectorAll(".skin .chosen")) one.classList.remove("chosen");
      for (const one of figures.querySelectorAll('.skin [aria-pressed="true"]'))
        one.setAttribute("aria-pressed", "false");
      delete main.dataset.maps;
      return true;
    },
  };
}
