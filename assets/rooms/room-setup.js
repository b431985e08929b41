// On the start page of the quiz: opens a classroom, or joins one by its code.
import { element } from "../app/dom.js";
import { keepSecret } from "./room-memory.js";
import { openRoom } from "./room-requests.js";

/** @import { Words } from "../lesion/types" */

/**
 * @param {string} address  of the rooms
 * @param {Words} words
 * @param {(code: string) => void} onEnter
 */
export function roomSetup(address, words, onEnter) {
  const status = element("p", { role: "status", className: "said" });
  const open = async () => {
    status.textContent = words["room.connecting"];
    try {
      const { room, secret } = await openRoom(address);
      keepSecret(room, secret);
      status.textContent = "";
      onEnter(room);
    } catch {
      status.textContent = words["room.open.failed"];
    }
  };
  const field = element("input", {
    id: "room-code",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: false,
    maxLength: 8,
    required: true,
  });
  const join = (/** @type {Event} */ event) => {
    event.preventDefault();
    const code = field.value.replace(/\s/g, "").toUpperCase();
    if (code) onEnter(code);
  };
  return element(
    "section",
    { className: "room-setup", ariaLabel: words["room.setup"] },
    element("h3", {}, words["room.setup"]),
    element("p", {}, words["room.setup.lead"]),
    element("button", { type: "button", className: "plain", on: { click: open } }, words["room.open"]),
    element(
      "form",
      { on: { submit: join } },
      element("label", {}, element("span", {}, words["room.code.field"]), field),
      element("button", { type: "submit", className: "plain" }, words["room.join"]),
    ),
    status,
  );
}
