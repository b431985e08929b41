// Marks on one figure what a lesion takes away.
import { lesionMarkers } from "../lesion/lesion-markers.js";
import { definePatterns } from "../lesion/loss-patterns.js";
import { ElementMarker } from "../lesion/mark-elements.js";

const PATTERNS = ["lost", "reduced", "at-times"];

export class LesionMarks {
  /**
   * @param {import("./figure.js").Figure} figure
   * @param {import("../lesion/lesions.js").Lesions} lesions
   */
  constructor({ canvas, frame, highlighter, payload }, lesions) {
    this.canvas = canvas;
    this.payload = payload;
    this.lesions = lesions;
    this.marker = new ElementMarker(highlighter, payload, definePatterns(PATTERNS, frame));
  }

  /**
   * @param {string} id  of the place; where no lesion can be placed nothing is marked
   * @param {string} map
   */
  show(id, map) {
    const { lesions, payload, marker } = this;
    const place = lesions.placesOf(payload.indexOf.get(id))[0];
    if (place === undefined) {
      this.clear();
      return;
    }
    const lesion = lesions.lesionAt(place, map);
    const { nodes, edges } = lesions.classesOf(lesion);
    marker.mark(nodes, edges, (at) =>
      lesions.isTarget(at) ? payload.words[`lesion.${lesions.stateOf(lesion, at)}`].toLowerCase() : "",
    );
    this.#removeSigns();
    const removed = lesions.removedNodes(place).map((node) => payload.ids[node]);
    const graph = this.canvas.querySelector(".graph") ?? document.createElement("div");
    const page = /** @type {any} */ ({ figures: this.canvas, graph, payload });
    for (const [parent, sign] of lesionMarkers(page, lesions.equivalentIds(place), removed)) parent.append(sign);
  }

  clear() {
    this.marker.clear();
    this.#removeSigns();
  }

  /** The elements were replaced. */
  forget() {
    this.marker.marked.clear();
    this.marker.plainNames.clear();
  }

  #removeSigns() {
    for (const sign of this.canvas.querySelectorAll(".strike")) sign.remove();
  }
}
