// All keys and what they do, and the switch that turns them off.
import { element } from "../app/dom.js";
import { fetchWords } from "./shortcut-labels.js";

const named = (words, key) => words[`keys.name.${key === " " ? "Space" : key}`] ?? key.toUpperCase();

function row(words, { keys, label }) {
  const written = keys.flatMap((key, n) => [...(n ? [" "] : []), element("kbd", {}, named(words, key))]);
  return element("tr", {}, element("th", { scope: "row" }, ...written), element("td", {}, words[label] ?? label));
}

export async function help(page, state, offered) {
  const words = await fetchWords(page);
  if (document.querySelector("dialog.shortcuts")) return;
  const heads = ["key", "does"].map((name) => element("th", { scope: "col" }, words[`keys.${name}`]));
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...offered.map((one) => row(words, one))),
  );
  const turn = ({ target }) => page.go({ keys: target.checked ? "" : "off" }, null, "replace");
  const box = element("input", { type: "checkbox", checked: state.keys !== "off", on: { change: turn } });
  const close = element(
    "button",
    { type: "button", className: "plain", on: { click: () => dialog.close() } },
    words["keys.close"],
  );
  const dialog = element(
    "dialog",
    { className: "shortcuts", "aria-labelledby": "keys-title" },
    element("h2", { id: "keys-title" }, words["keys.title"]),
    element("div", { className: "scrolled", tabIndex: 0, role: "group", ariaLabel: words["keys.title"] }, table),
    element("label", {}, box, " ", words["keys.on"]),
    element("p", {}, words["keys.on.told"]),
    close,
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}
