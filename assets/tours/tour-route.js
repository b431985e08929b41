// The tours as rows of steps, and as the places on the way: a step that asks has one before its answer.
const SHOWN = ["map", "layer", "plate", "show"];
const HERE = ["", "text"];
export const MODE = "tours";

let fetched = null;

export function fetchTours({ answers }) {
  fetched ??= fetch(answers.tours)
    .then((response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    })
    .then((raw) => new Tours(raw))
    .catch((error) => {
      fetched = null;
      throw error;
    });
  return fetched;
}

class Tours {
  constructor(raw) {
    Object.assign(this, raw);
    this.starting = false; // from the list, so that the step takes the focus
    this.ways = Object.fromEntries(Object.entries(this.tours).map(([id, { steps }]) => [id, steps.flatMap(places)]));
  }

  // Where a state stands on its tour: the tour, the step, whether it only asks, and the number of the place; or null.
  at({ tour, step }) {
    const way = Object.hasOwn(this.ways, tour) ? this.ways[tour] : null;
    const n = way?.findIndex(({ name }) => name === (step || way[0].name)) ?? -1;
    if (n < 0) return null;
    const { number, asks, name } = way[n];
    const own = this.tours[tour];
    return {
      id: tour,
      tour: own,
      n,
      name,
      all: way.length,
      number,
      asks,
      step: own.steps[number],
      next: own.steps[number + 1],
    };
  }

  // The change of state that shows a place of a tour, whatever was shown before.
  change(id, n, usual) {
    const { number, asks, name } = this.ways[id][n];
    const step = this.tours[id].steps[number];
    const away = !asks && !HERE.includes(step.mode);
    const [select, lesion, pair, maps] = away
      ? [step.select[0] ?? "", step.lesion, step.pair.join(), step.maps]
      : ["", "", "", ""];
    const figures = Object.fromEntries(SHOWN.map((key) => [key, step.asks[key] ?? usual[key]]));
    return { mode: away ? step.mode : MODE, select, lesion, pair, maps, part: "", ...figures, tour: id, step: name };
  }

  // What the figures of a place ask for where nobody has asked for anything else.
  missing(id, n, usual, state) {
    const change = Object.entries(this.change(id, n, usual));
    return Object.fromEntries(
      change.filter(([key, value]) => SHOWN.includes(key) && state[key] === usual[key] && value !== usual[key]),
    );
  }
}

function places({ ask }, number) {
  const told = { number, asks: false, name: String(number + 1) };
  return ask ? [{ number, asks: true, name: `${number + 1}a` }, told] : [told];
}
