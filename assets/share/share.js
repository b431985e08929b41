// Shares what is shown: its address as a link, as a QR code, or as a frame for another page.
import { element } from "../app/dom.js";
import { qrCode } from "./qr-code.js";
import { sharedAddress } from "./shared-address.js";

const EMBED = "embed";
const MOST_IN_CODE = 2331; // bytes in the largest QR code of level M

const escaped = (text) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const frameCode = (/** @type {string} */ address) =>
  `<iframe src="${escaped(address)}" title="${escaped(document.title)}" width="900" height="640" loading="lazy"></iframe>`;

async function copy(field, status, words) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = words.copied;
  } catch {
    status.textContent = document.execCommand("copy") ? words.copied : words.bykey;
  }
}

/**
 * Opens a dialog with one text to copy, below other contents.
 * @param {string} title
 * @param {string} text
 * @param {Record<string, string>} words  `copy`, `copied`, `bykey`, `close`
 * @param {...Node} contents
 * @returns {HTMLButtonElement}  the button that copies
 */
export function openDialog(title, text, words, ...contents) {
  const status = element("p", { role: "status", className: "said" });
  const field = element("textarea", { readOnly: true, rows: 3, value: text, ariaLabel: title });
  const button = (label, click) => element("button", { className: "plain", on: { click } }, label);
  const copyButton = button(words.copy, () => copy(field, status, words));
  const closeButton = button(words.close, () => dialog.close());
  const dialog = element(
    "dialog",
    { className: "share", "aria-labelledby": "share-title" },
    element("h2", { id: "share-title" }, title),
    ...contents,
    field,
    status,
    element("div", { className: "row" }, copyButton, closeButton),
  );
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  copyButton.focus();
  return copyButton;
}

/**
 * Opens the dialog of one way to share.
 * @param {"link" | "qr" | "embed" | string} kind
 * @param {Record<string, string>} words
 */
export function share(kind, words) {
  const isEmbedded = kind === EMBED;
  const { address, note } = kind === "qr" ? addressInCode() : sharedAddress(location, { isEmbedded });
  const said = note ? [element("p", { className: "of-pack" }, words[note])] : [];
  if (kind === "qr")
    openDialog(words.qr, address, words, qrCode(address, words.qrlabel), element("p", {}, words.qrtold), ...said);
  else if (isEmbedded) openDialog(words.embed, frameCode(address), words, element("p", {}, words.embedtold), ...said);
  else openDialog(words.link, address, words, ...said).click();
}

/** The address for a QR code, which has no room for a large pack. */
function addressInCode() {
  const whole = sharedAddress(location);
  if (whole.address.length <= MOST_IN_CODE) return whole;
  const short = sharedAddress(location, { withPack: false });
  return { address: short.address, note: whole.note && /** @type {const} */ ("largepack") };
}

/** Draws the QR code of what is shown for a printout. */
export function drawPrintedCode() {
  const place = document.getElementById("paper-code");
  const { title } = /** @type {HTMLElement} */ (document.querySelector("[data-share=qr]"));
  place.replaceChildren(qrCode(addressInCode().address, place.dataset.label), element("p", {}, title));
}
