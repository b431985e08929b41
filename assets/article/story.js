// The short story at the top of the article: one root, its path and three sentences.
import { findAll } from "../app/dom.js";

/** @typedef {Record<string, string>} Stories  root → title of its story */

/**
 * The root whose story a state tells; "" if none. A passage comes before a story.
 * @param {Pick<State, "part" | "select">} state
 * @param {Stories} stories
 */
export const storyOf = ({ part, select }, stories) => (!part && Object.hasOwn(stories, select) ? select : "");

/**
 * Shows the story of a root in the panel, and sets the attributes and classes that the style sheets read.
 * @param {HTMLElement} main
 * @param {HTMLElement} panel
 * @param {string} root  "" for none
 * @param {boolean} isAtStory  whether the reader is at the story rather than at a passage
 */
export function markStory(main, panel, root, isAtStory) {
  if (isAtStory) main.dataset.story = root;
  else delete main.dataset.story;
  panel.querySelector(".root-story")?.classList.toggle("now", root !== "");
  for (const button of findAll("[data-story]", panel))
    button.setAttribute("aria-pressed", String(button.dataset.story === root));
  for (const text of findAll("[data-story-of]", panel)) text.hidden = text.dataset.storyOf !== root;
}

/** Scrolls the story to just below the figures, on screens where the page scrolls and not the panel. @param {HTMLElement} panel */
export function scrollToStory(panel) {
  if (getComputedStyle(panel).overflowY !== "auto")
    panel.querySelector(".root-story")?.scrollIntoView({ block: "start" });
}
