// Parts that the pages of both drills share.
import { element } from "../app/dom.js";

/**
 * @param {string} text
 * @param {() => void} onClick
 * @param {string} [className]
 */
export const button = (text, onClick, className = "plain") =>
  element("button", { type: "button", className, on: { click: onClick } }, text);

/** A name that opens its page. @param {Payload} payload @param {string} id @param {string} [text] */
export const link = (payload, id, text = payload.nameOf(id)) =>
  element("button", { type: "button", className: "link", "data-node": id }, text);

/** @param {string} text */
export const heading = (text) => element("h2", { tabIndex: -1 }, text);
