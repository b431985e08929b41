// A selection may lie on a figure that is off the screen, or on another plate: bring it into view, or say where it is.
const MARKED = ":is(.skin, .sites) :is(.lit, .chosen, .seat, .lost, .reduced, .foreseen, .only-a, .only-b, .both)";
const ASKED = ["mode", "select", "lesion", "findings", "pair", "plate", "map", "layer"];
const SEEN = 0.6; // of a figure's width

const note = document.getElementById("elsewhere");
const still = matchMedia("(prefers-reduced-motion: reduce)");
let before = "";

function inView(figure, frame) {
  const box = figure.getBoundingClientRect();
  return Math.min(box.right, frame.right) - Math.max(box.left, frame.left) > SEEN * box.width;
}

function bring(figures, shown) {
  const frame = figures.getBoundingClientRect();
  if (figures.scrollWidth <= figures.clientWidth + 1 || shown.some((figure) => inView(figure, frame))) return;
  const figure = shown.find((one) => one.querySelector(".chosen")) ?? shown[0];
  const box = figure.getBoundingClientRect();
  const left = figures.scrollLeft + box.left - frame.left - (frame.width - box.width) / 2;
  figures.scrollTo({ left, behavior: still.matches ? "auto" : "smooth" });
}

// Buttons for the plates that show what the present one does not.
function tell(main, figures, hidden) {
  const plates = new Set(hidden.flatMap((figure) => (figure.dataset.plates ?? "").split(" ").filter(Boolean)));
  const buttons = [...main.querySelectorAll(".plates [data-plate]")].filter((button) => plates.has(button.dataset.plate));
  note.hidden = !buttons.length;
  note.replaceChildren(note.dataset.said, ...buttons.map((button) => {
    const copy = document.createElement("button");
    copy.className = "plain";
    copy.dataset.plate = button.dataset.plate;
    copy.textContent = button.textContent;
    return copy;
  }));
}

export function seek({ main, figures }, state) {
  const asked = ASKED.map((key) => state[key]).join(" ");
  if (asked === before) return;
  before = asked;
  const marked = [...figures.querySelectorAll("figure")].filter((figure) => figure.querySelector(MARKED));
  const shown = marked.filter((figure) => !figure.hidden);
  tell(main, figures, shown.length ? [] : marked);
  if (shown.length) bring(figures, shown);
}
