// The slides of a tour, which the server makes when they are asked for; it makes one deck at a time.
import { fetchWhenReady } from "../app/fetch-json.js";
import { showBriefNotice, showNotice } from "../app/status.js";
import { save } from "../image-export/download.js";

/** @import { Words } from "../lesion/types" */

/**
 * Saves the slides of a tour.
 * @param {Words} words
 * @param {string} tour
 */
export async function saveSlides(words, tour) {
  const { slides } = document.getElementById("main").dataset;
  showNotice([words["slides.making"]]);
  try {
    const response = await fetchWhenReady(`${slides}${tour}.pptx`);
    if (!response.ok) throw new Error(`slides: ${response.status}`);
    save(await response.blob(), `nerve-atlas-${tour}-${document.documentElement.lang}.pptx`);
    showBriefNotice(words["slides.ready"]);
  } catch (error) {
    console.error(error);
    showNotice([words["slides.failed"]]);
  }
}
