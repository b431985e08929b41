// The voice of the page's texts, clinical or plain; the plain voice shows red flags with an emergency number.
import { findAll, setPressed } from "./dom.js";
import { chosenCountry, countryOf, readersPlace, storeCountry } from "./emergency-number.js";

const main = document.getElementById("main");
const flags = document.getElementById("flags");

/** @param {string} voice */
export const knownVoice = (voice) => Boolean(document.querySelector(`button[data-voice="${CSS.escape(voice)}"]`));

/** @param {string} voice */
export function applyVoice(voice) {
  main.dataset.voice = voice;
  setPressed("voice", (own) => own === voice);
}

/** Shows the emergency number of the reader's country where that is certain, or of the country that the reader chose. */
function startEmergencyNumber() {
  const select = /** @type {HTMLSelectElement} */ (document.getElementById("country"));
  /** @type {import("./emergency-number.js").Numbers} */
  const numbers = JSON.parse(flags.dataset.numbers);
  const neutral = flags.querySelector(".emergency-number").textContent;
  const showNumber = () => {
    for (const place of findAll(".emergency-number")) place.textContent = numbers[select.value]?.call ?? neutral;
  };
  select.value = countryOf(
    numbers,
    chosenCountry(() => localStorage),
    readersPlace(),
  );
  select.addEventListener("change", () => {
    showNumber();
    storeCountry(() => localStorage, select.value);
  });
  showNumber();
}

/** In print the red flags are unfolded, and each sheet has them and the purpose in its footer. */
function startPrinting() {
  const details = flags.querySelector("details");
  let wasFolded = false;
  addEventListener("beforeprint", () => {
    wasFolded = !details.open;
    details.open = true;
    const lines = [findAll(":scope > p:not(.said-clinical)", flags), findAll("body > footer > p:first-child")].map(
      (parts) => parts.map(({ textContent }) => JSON.stringify(textContent).slice(1, -1)).join(" "),
    );
    document.documentElement.style.setProperty("--foot", `"${lines.join("\\A ")}"`);
  });
  addEventListener("afterprint", () => wasFolded && (details.open = false));
}

if (flags) {
  startEmergencyNumber();
  startPrinting();
}
