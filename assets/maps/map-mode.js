// The maps mode: all dermatome maps explained, two maps side by side, or the patches of skin on which maps disagree.
import { element, filled } from "../app/dom.js";
import { scrollToMarked } from "../lesion/scroll-into-view.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { ALL, fetchMaps } from "./dermatome-maps.js";
import { createMapLegends, defineScale, layerRow } from "./disagreement-scale.js";
import { SideBySide } from "./side-by-side.js";
import { MapPanel } from "./map-panel.js";
import { report, registerModePanel } from "../panel/panel.js";
import { applySkinFill } from "../figures/skin-fill.js";
import { showLine, showNotice } from "../app/status.js";

/** @import { LayerRow } from "./disagreement-scale.js" */
/** @import { Counted, Relation } from "./dermatome-maps.js" */

/**
 * @typedef {object} View
 * @property {"" | "two" | "all"} name  the start page, two maps, or the disagreement of all
 * @property {string[] | null} pair  ids of two maps
 * @property {Counted} counted
 * @property {number | null} patch  the chosen patch of skin
 * @property {Relation[]} relations  for each patch, how the two maps relate
 */

const MODE = "maps";
const TWO = "two";
// The value of `data-maps` on the button that opens two maps, and of `part` in the address that counts all rows.
const TWO_BUTTON = "beside";
const COUNT_ALL = "unread";
/** @type {View} */
const START = { name: "", pair: null, counted: "read", patch: null, relations: [] };

/** A relation as the style sheet knows it. @param {Relation} relation */
const relationName = (relation) => (relation.startsWith("only") ? "alone" : relation);

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, figures } = page;
  const maps = await fetchMaps(page);
  const { words } = maps;
  const panel = new MapPanel(maps);
  const tools = document.getElementById("maps-tools");
  const sideBySide = new SideBySide(figures, maps, (pair) => go({ maps: pair.join() }));
  defineScale();
  const legends = createMapLegends(words);
  figures.after(...Object.values(legends));
  let current = START;
  const countButton = element(
    "button",
    {
      type: "button",
      className: "plain",
      on: { click: () => go({ part: current.counted === "all" ? "" : COUNT_ALL }) },
    },
    words["maps.unread"],
  );
  tools.append(countButton);

  /**
   * @param {State} state
   * @returns {View}
   */
  function viewOf({ maps: asked, part, select }) {
    const pair = asked && asked !== ALL ? maps.readPair(asked) : null;
    const patch = payload.skin.indexOf(select);
    return {
      name: pair ? TWO : asked === ALL ? ALL : "",
      pair,
      counted: part === COUNT_ALL ? "all" : "read",
      patch: patch < 0 ? null : patch,
      relations: pair ? maps.relations(pair) : [],
    };
  }

  registerModePanel(MODE, (state) => {
    const { name, pair, counted, patch } = viewOf(state);
    if (name === TWO) return panel.pair(pair, patch, state.voice);
    if (name === ALL) return panel.ranking(counted, patch, state.voice);
    return patch === null ? panel.start(state.voice) : [...panel.patch(patch), ...panel.start(state.voice)];
  });

  // Maps can be compared only where the plate shows skin. A figure that has not loaded yet may show some.
  function showsSkin() {
    const visible = [...figures.querySelectorAll("figure:not([hidden])")];
    return !figures.hidden && visible.some((figure) => figure.querySelector(".skin") || !figure.querySelector("svg"));
  }

  /**
   * Fills the skin with a layer that is made for the moment.
   * @param {HTMLElement} place
   * @param {LayerRow[]} rows
   * @param {string} map  whose borders are drawn
   */
  function fillSkin(place, rows, map) {
    const { skin, borders } = payload;
    const layers = { now: borders.layers[map] };
    applySkinFill([place], { skin, layers: { now: rows }, borders: { pairs: borders.pairs, layers } }, "now");
  }

  /**
   * Marks in the figures of one map how each patch relates to the other map.
   * @param {HTMLElement} place
   * @param {Relation[]} relations  empty to remove the marks
   */
  function markRelations(place, relations) {
    const byId = new Map(payload.skin.map((id, patch) => [id, relations[patch]]));
    const shapes = /** @type {NodeListOf<SVGElement>} */ (
      place.querySelectorAll(".skin [data-node], .marks [data-of]")
    );
    for (const shape of shapes) {
      const relation = byId.get(shape.dataset.node ?? shape.dataset.of);
      if (relation) shape.dataset.stand = relationName(relation);
      else delete shape.dataset.stand;
    }
  }

  /**
   * @param {HTMLElement} place
   * @param {string | null} id  of the chosen patch
   */
  function markChosen(place, id) {
    for (const shape of /** @type {NodeListOf<SVGElement>} */ (place.querySelectorAll(".skin [data-node]"))) {
      const isChosen = shape.dataset.node === id;
      shape.classList.toggle("chosen", isChosen);
      shape.setAttribute("aria-pressed", String(isChosen));
    }
  }

  /**
   * The rows of the layer for one place of the figures.
   * @param {string} map
   * @returns {LayerRow[]}
   */
  function layerRows(map) {
    const { name, counted, relations } = current;
    return payload.layers[map].map(([tone, fill, mark], patch) => {
      if (name === ALL) {
        const { answers, step } = maps.tally(patch, counted);
        return layerRow(step, step === null ? "" : String(answers));
      }
      return relations[patch] === "differ" ? [tone, fill, `≠ ${mark}`, "≠"] : [tone, fill, mark];
    });
  }

  /** @param {State} state */
  function draw(state) {
    const { name, pair, patch, relations } = current;
    main.dataset.maps = name;
    if (pair)
      sideBySide.show(
        pair,
        pair.map((id) => maps.nameOf(id)),
      );
    else sideBySide.hide();
    for (const [n, place] of sideBySide.places.entries()) {
      const map = pair?.[n] ?? state.map;
      fillSkin(place, layerRows(map), name === ALL ? payload.default_map : map);
      markRelations(place, relations);
      markChosen(place, patch === null ? null : payload.skin[patch]);
    }
    if (name && patch === null)
      scrollToMarked(figures, name === ALL ? "[fill*=differ-3], [fill*=differ-4]" : "[data-stand=differ]");
  }

  /** What the maps say about a patch of skin, in a word. @param {string} id */
  function note(id) {
    const patch = payload.skin.indexOf(id);
    const { name, pair, relations, counted } = current;
    if (patch < 0 || !name) return "";
    if (name === ALL) {
      const { maps: count, answers, step } = maps.tally(patch, counted);
      const key = step === null ? "silent" : answers === 1 ? "one" : "count";
      return filled(words[`maps.says.${key}`], { answers, maps: count });
    }
    const [a, b] = pair.map((map) => maps.markOf(map, patch));
    const values = { a, b, mark: a || b, name: maps.nameOf(a ? pair[0] : pair[1]) };
    return filled(words[`maps.says.${relationName(relations[patch])}`], values);
  }

  function showControls() {
    const { name, counted, patch } = current;
    const pressed = name === TWO ? TWO_BUTTON : name;
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (tools.querySelectorAll("button[data-maps]")))
      button.setAttribute("aria-pressed", String(button.dataset.maps === pressed));
    countButton.hidden = name !== ALL;
    countButton.setAttribute("aria-pressed", String(counted === "all"));
    legends.all.hidden = name !== ALL;
    legends.two.hidden = name !== TWO;
    enableClearButtons(main, patch !== null);
  }

  function showStatus() {
    const { name, pair, counted, relations } = current;
    if (name === TWO) {
      const count = (/** @type {string} */ wanted) =>
        relations.filter((relation) => relationName(relation) === wanted).length;
      const differ = count("differ");
      const counts = { differ, both: differ + count("same"), alone: count("alone") };
      const [a, b] = pair.map((id) => maps.nameOf(id));
      return showLine(filled(words["maps.two.count"], counts), filled(words["maps.two.head"], { a, b }));
    }
    if (name !== ALL)
      return showLine(filled(words["maps.status.start"], { n: maps.drawableIds.length }), words["maps.head"]);
    const agree = payload.skin.filter((_, patch) => maps.tally(patch, counted).step === 0).length;
    return showLine(filled(words["maps.status.all"], { agree, n: payload.skin.length }), words["maps.all.head"]);
  }

  return {
    note,

    /** @param {string} id */
    choose(id) {
      if (!payload.skin.includes(id)) return null;
      const isChosen = current.patch !== null && payload.skin[current.patch] === id;
      return { select: isChosen ? "" : id };
    },

    clear: () => (current.patch === null ? null : { select: "" }),

    /** @param {State} state */
    show(state) {
      const needsPlate = state.plate !== page.defaults.plate && !showsSkin();
      const plate = needsPlate ? { plate: page.defaults.plate } : {};
      if (needsPlate || state.show) return go({ show: "", ...plate }, null, "replace");
      const wanted = viewOf(state);
      if (state.maps && !wanted.name) {
        showNotice([filled(words["maps.unknown"], { value: state.maps })]);
        return go({ maps: "" }, null, "replace");
      }
      current = wanted;
      draw(state);
      showControls();
      showStatus();
      return report(payload, state, document.activeElement);
    },

    /** @returns {boolean}  true, so that the page fills the skin again */
    leave() {
      sideBySide.hide();
      markRelations(figures, []);
      for (const legend of Object.values(legends)) legend.hidden = true;
      page.highlighter.press();
      markChosen(figures, null);
      delete main.dataset.maps;
      return true;
    },
  };
}
