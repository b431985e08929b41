// A selection may lie on a figure that is off the screen, or on another plate: bring it into view, or say where it is.
// What should be seen, the most wanted first: chosen skin, marked skin, a chosen nerve or site.
const WANTED = [
  ".skin :is(.chosen, .asked)",
  ".skin :is(.lost, .foreseen, .only-a, .only-b, .both)",
  ".skin :is(.lit, .reduced)",
  ":is(.nerves, .sites) :is(.chosen, .seat)",
];
const ASKED = ["mode", "select", "lesion", "findings", "pair", "plate", "map", "layer", "seed", "n"];
const SEEN = 0.6; // of a figure's width

const note = document.getElementById("elsewhere");
let before = "";

function area(figure, wanted) {
  let sum = 0;
  for (const shape of figure.querySelectorAll(wanted)) {
    const { width, height } = shape.getBoundingClientRect();
    sum += width * height;
  }
  return sum;
}

// To the figure that shows most of it, unless that one is in view.
function bring(figures, shown, wanted) {
  if (figures.scrollWidth <= figures.clientWidth + 1) return;
  const areas = new Map(shown.map((figure) => [figure, area(figure, wanted)]));
  const best = shown.reduce((one, other) => (areas.get(other) > areas.get(one) ? other : one));
  const [frame, box] = [figures, best].map((element) => element.getBoundingClientRect());
  if (Math.min(box.right, frame.right) - Math.max(box.left, frame.left) > SEEN * box.width) return;
  const left = figures.scrollLeft + box.left - frame.left - (frame.width - box.width) / 2;
  figures.scrollTo({ left, behavior: "instant" });
}

// Buttons for the plates that show what the present one does not.
function tell(main, figures, hidden) {
  const plates = new Set(hidden.flatMap((figure) => (figure.dataset.plates ?? "").split(" ").filter(Boolean)));
  const buttons = [...main.querySelectorAll(".plates [data-plate]")].filter((button) =>
    plates.has(button.dataset.plate),
  );
  note.hidden = !buttons.length;
  note.replaceChildren(
    note.dataset.said,
    ...buttons.map((button) => {
      const copy = document.createElement("button");
      copy.className = "plain";
      copy.dataset.plate = button.dataset.plate;
      copy.textContent = button.textContent;
      return copy;
    }),
  );
}

export function seek({ main, figures }, state) {
  const asked = ASKED.map((key) => state[key]).join(" ");
  if (asked === before) return;
  before = asked;
  const all = [...figures.querySelectorAll("figure")];
  const wanted = WANTED.find((one) => figures.querySelector(one));
  const marked = wanted ? all.filter((figure) => figure.querySelector(wanted)) : [];
  const shown = marked.filter((figure) => !figure.hidden);
  const inDepth = main.querySelector("#solid:not([hidden])") && wanted !== WANTED[1]; // the model shows all but lesions
  tell(main, figures, shown.length || inDepth ? [] : marked);
  if (shown.length) bring(figures, shown, wanted);
}
