// Handing on what is shown: its address copied, as a QR code, or as a frame for another page.
import { encode } from "uqr";
import { make } from "../figures/svg-elements.js";
import { element } from "../app/dom.js";

const QUIET = 4; // modules of empty border that readers of the code need
const EMBED = "embed";

// The address of what is shown; for a frame it asks for the page without its surroundings.
function address(embedded) {
  const url = new URL(location.href);
  url.hash = "";
  if (embedded) url.searchParams.set(EMBED, "1");
  else url.searchParams.delete(EMBED);
  return url.href.replaceAll("%2C", ",").replaceAll("%3A", ":");
}

function code(text, label) {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const all = size + 2 * QUIET;
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ""))).join("");
  return make(
    "svg",
    { viewBox: `0 0 ${all} ${all}`, class: "qr", role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    make("rect", { width: all, height: all, fill: "#fff" }),
    make("path", { d: dark, fill: "#000" }),
  );
}

const escaped = (text) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const frame = () =>
  `<iframe src="${escaped(address(true))}" title="${escaped(document.title)}" width="900" height="640" loading="lazy"></iframe>`;

async function copied(field, said, words) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = words.copied;
  } catch {
    said.textContent = document.execCommand("copy") ? words.copied : words.bykey;
  }
}

// The dialog with one text to copy, and what stands above it.
function show(title, text, words, ...above) {
  const said = element("p", { role: "status", className: "said" });
  const field = element("textarea", { readOnly: true, rows: 3, value: text, ariaLabel: title });
  const copy = element("button", { className: "plain", on: { click: () => copied(field, said, words) } }, words.copy);
  const close = element("button", { className: "plain", on: { click: () => dialog.close() } }, words.close);
  const heading = element("h2", { id: "share-title" }, title);
  const dialog = element(
    "dialog",
    { className: "share", "aria-labelledby": "share-title" },
    heading,
    ...above,
    field,
    said,
  );
  dialog.append(element("div", { className: "row" }, copy, close));
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  copy.focus();
  return { dialog, copy };
}

export function share(how, words) {
  const here = address(false);
  if (how === "qr") show(words.qr, here, words, code(here, words.qrlabel), element("p", {}, words.qrtold));
  else if (how === EMBED) show(words.embed, frame(), words, element("p", {}, words.embedtold));
  else show(words.link, here, words).copy.click();
}

// On paper: the code of what is shown, beside the room for notes.
export function dressPaper() {
  const place = document.getElementById("paper-code");
  place.replaceChildren(code(address(false), place.dataset.label));
}
