// Which views stand on the plate, and which layers lie over the skin.
const figures = document.getElementById("figures");
const main = document.getElementById("main");
const listed = (text) => text.split(/[ ,]+/).filter(Boolean);

export function wearPlate(plate) {
  figures.dataset.plate = plate;
  for (const whole of [figures, document.getElementById("solid")])
    if (whole) whole.hidden = (plate === "solid") !== (whole !== figures);
  for (const figure of figures.querySelectorAll("figure[data-plates]"))
    figure.hidden = !listed(figure.dataset.plates).includes(plate);
  for (const button of main.querySelectorAll("button[data-plate]"))
    button.setAttribute("aria-pressed", String(button.dataset.plate === plate));
}

export function wearShow(show) {
  main.dataset.show = listed(show).join(" ");
  for (const button of main.querySelectorAll("button[data-show]"))
    button.setAttribute("aria-pressed", String(listed(show).includes(button.dataset.show)));
}

// In the address: nothing lies over the skin, though in this mode something usually does.
export const BARE = "-";
export const plates = () => [...main.querySelectorAll("button[data-plate]")].map((button) => button.dataset.plate);
export const knownShow = (show) =>
  listed(show).every((one) => one === BARE || main.querySelector(`button[data-show="${CSS.escape(one)}"]`));

// The same layers with one more, or one fewer, in the order of their buttons.
export function toggled(show, one) {
  const now = new Set(listed(show));
  if (!now.delete(one)) now.add(one);
  return [...main.querySelectorAll("button[data-show]")]
    .map((button) => button.dataset.show)
    .filter((id) => now.has(id))
    .join(",");
}
