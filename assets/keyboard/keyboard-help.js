// The dialog that lists all keyboard shortcuts, with a switch that turns them off.
import { element } from "../app/dom.js";
import { styleLoader } from "../app/load-style-sheet.js";
import { fetchWords } from "./shortcut-labels.js";

const loadStyle = styleLoader("keyboard");

const keyName = (words, key) => words[`keys.name.${key === " " ? "Space" : key}`] ?? key.toUpperCase();

function row(words, { keys, label }) {
  const names = keys.flatMap((key, n) => [...(n ? [" "] : []), element("kbd", {}, keyName(words, key))]);
  return element("tr", {}, element("th", { scope: "row" }, ...names), element("td", {}, words[label] ?? label));
}

function table(words, shortcuts) {
  const headings = ["key", "does"].map((name) => element("th", { scope: "col" }, words[`keys.${name}`]));
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...headings)),
    element("tbody", {}, ...shortcuts.map((shortcut) => row(words, shortcut))),
  );
}

/**
 * @param {Page} page
 * @param {State} state
 * @param {import("./shortcuts.js").Shortcut[]} shortcuts
 */
export async function showKeyboardHelp(page, state, shortcuts) {
  const [words] = await Promise.all([fetchWords(page), loadStyle(page)]);
  if (document.querySelector("dialog.shortcuts")) return;
  const turn = ({ target }) => page.go({ keys: target.checked ? "" : "off" }, null, "replace");
  const box = element("input", { type: "checkbox", checked: state.keys !== "off", on: { change: turn } });
  const close = element(
    "button",
    { type: "button", className: "plain", on: { click: () => dialog.close() } },
    words["keys.close"],
  );
  const title = words["keys.title"];
  const dialog = element(
    "dialog",
    { className: "shortcuts", "aria-labelledby": "keys-title" },
    element("h2", { id: "keys-title" }, title),
    element("div", { className: "scrolled", tabIndex: 0, role: "group", ariaLabel: title }, table(words, shortcuts)),
    element("label", {}, box, " ", words["keys.on"]),
    element("p", {}, words["keys.on.told"]),
    close,
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  close.focus({ preventScroll: true }); // the list is read from its beginning
  dialog.scrollTop = 0;
}
