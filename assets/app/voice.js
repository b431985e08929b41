// In which voice the page speaks; in plain words the red flags stand beside everything, with the number to call.
const main = document.getElementById("main");
const flags = document.getElementById("flags");
const country = document.getElementById("country");

export const knownVoice = (voice) => Boolean(document.querySelector(`button[data-voice="${CSS.escape(voice)}"]`));

export function wearVoice(voice) {
  main.dataset.voice = voice;
  for (const button of document.querySelectorAll("button[data-voice]"))
    button.setAttribute("aria-pressed", String(button.dataset.voice === voice));
}

// The number of the country that the reader's languages name; it can be changed, and is kept nowhere.
if (flags) {
  const numbers = JSON.parse(flags.dataset.numbers);
  const usual = flags.querySelector(".emergency-number").textContent;
  const call = () => {
    for (const place of document.querySelectorAll(".emergency-number"))
      place.textContent = numbers[country.value] ?? usual;
  };
  const regions = navigator.languages.map((language) => language.match(/-([A-Z]{2})(?:-|$)/)?.[1]);
  country.value = regions.find((region) => region in numbers) ?? "";
  country.addEventListener("change", call);
  call();

  // On paper nothing stays folded, and each sheet of the plain voice has the first signs and the purpose at its foot.
  const fold = flags.querySelector("details");
  let folded = false;
  addEventListener("beforeprint", () => {
    folded = !fold.open;
    fold.open = true;
    const foot = [
      [...flags.querySelectorAll(":scope > p")],
      [...document.querySelectorAll("body > footer > p:first-child")],
    ];
    const lines = foot.map((parts) =>
      parts.map(({ textContent }) => JSON.stringify(textContent).slice(1, -1)).join(" "),
    );
    document.documentElement.style.setProperty("--foot", `"${lines.join("\\A ")}"`);
  });
  addEventListener("afterprint", () => folded && (fold.open = false));
}
